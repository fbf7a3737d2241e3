// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.fumibako.imap.wire.AnnotationEntry;
import org.fumibako.imap.wire.ImapWriter;
import org.fumibako.imap.wire.MetadataCommand.Depth;

/** Writes METADATA responses with values (RFC 5464 §4.4.1), for GETMETADATA and for LIST. */
final class MetadataWriter {
    private final List<AnnotationEntry> entries;
    private final Depth depth;
    private final Optional<Long> maxSize;
    private long largestLeftOut;

    /** @param maxSize values with more octets are left out */
    MetadataWriter(List<AnnotationEntry> entries, Depth depth, Optional<Long> maxSize) {
        this.entries = entries;
        this.depth = depth;
        this.maxSize = maxSize;
    }

    /** Octets of the largest value that was left out; 0 when none was. */
    long largestLeftOut() {
        return largestLeftOut;
    }

    /** Writes what {@code notes} has of the entries; nothing when there is nothing to say. */
    void write(String mailbox, SortedMap<String, byte[]> notes, ImapWriter writer) throws IOException {
        Map<String, Optional<byte[]>> chosen = choose(notes);
        if (chosen.isEmpty()) {
            return;
        }
        writer.untagged("METADATA ").mailbox(mailbox).raw(" (");
        String separator = "";
        for (Map.Entry<String, Optional<byte[]>> note : chosen.entrySet()) {
            writer.raw(separator).astring(note.getKey()).space().value(note.getValue());
            separator = " ";
        }
        writer.raw(")").end();
    }

    /** An entry that was asked for by its own name and has no value is told as NIL. */
    private Map<String, Optional<byte[]>> choose(SortedMap<String, byte[]> notes) {
        Map<String, Optional<byte[]>> chosen = new LinkedHashMap<>();
        for (AnnotationEntry entry : entries) {
            byte[] own = notes.get(entry.name());
            if (own != null) {
                choose(entry.text(), own, chosen);
            } else if (depth == Depth.NONE) {
                chosen.put(entry.text(), Optional.empty());
            }
            if (depth != Depth.NONE) {
                below(entry, notes, chosen);
            }
        }
        return chosen;
    }

    private void below(AnnotationEntry entry, SortedMap<String, byte[]> notes, Map<String, Optional<byte[]>> chosen) {
        String prefix = entry.name() + "/";
        for (Map.Entry<String, byte[]> note : notes.tailMap(prefix).entrySet()) {
            if (!note.getKey().startsWith(prefix)) {
                return;
            }
            if (depth == Depth.ALL || note.getKey().indexOf('/', prefix.length()) < 0) {
                choose(note.getKey(), note.getValue(), chosen);
            }
        }
    }

    private void choose(String name, byte[] value, Map<String, Optional<byte[]>> chosen) {
        if (maxSize.isPresent() && value.length > maxSize.get()) {
            largestLeftOut = Math.max(largestLeftOut, value.length);
        } else {
            chosen.put(name, Optional.of(value));
        }
    }
}
