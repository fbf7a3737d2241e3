// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

import java.util.List;
import java.util.Optional;

/** Commands about annotations (RFC 5464 §4); an empty mailbox name stands for the server. */
public sealed interface MetadataCommand extends ImapCommand {
    /**
     * GETMETADATA.
     *
     * @param maxSize values with more octets are not wanted
     */
    record Get(String mailbox, List<AnnotationEntry> entries, Depth depth, Optional<Long> maxSize)
            implements MetadataCommand {
        public Get {
            entries = List.copyOf(entries);
        }
    }

    /** SETMETADATA. */
    record Set(String mailbox, List<Setting> settings) implements MetadataCommand {
        public Set {
            settings = List.copyOf(settings);
        }
    }

    /** One annotation that is to get a value, or lose it. */
    record Setting(AnnotationEntry entry, Optional<byte[]> value) {}

    /** Which entries below the named ones are meant too. */
    enum Depth {
        NONE,
        ONE_LEVEL,
        ALL
    }
}
