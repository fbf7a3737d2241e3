// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap;

import java.nio.file.Path;
import java.time.InstantSource;
import org.fumibako.jmap.blob.Blobs;
import org.fumibako.jmap.mail.AccountMail;
import org.fumibako.jmap.wire.JmapLimits;
import org.fumibako.registry.Directory;
import org.fumibako.search.TextIndex;
import org.fumibako.store.MessageStore;

/**
 * What JMAP works on.
 *
 * @param mail of the same volume as the store
 * @param index of the same volume
 * @param spool directory for messages while they are composed
 */
public record JmapServices(
        MessageStore store,
        AccountMail mail,
        TextIndex index,
        Blobs blobs,
        Path spool,
        Directory directory,
        InstantSource clock,
        JmapLimits limits) {}
