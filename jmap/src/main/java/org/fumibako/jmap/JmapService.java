// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.fumibako.jmap.blob.Blobs;
import org.fumibako.jmap.blob.Transfer;
import org.fumibako.jmap.blob.Uploads;
import org.fumibako.jmap.mail.AccountMail;
import org.fumibako.jmap.push.StateWatch;
import org.fumibako.jmap.wire.JmapLimits;
import org.fumibako.registry.Directory;
import org.fumibako.search.TextIndex;
import org.fumibako.store.Volume;

/** All that whoever has the sockets mounts. */
public record JmapService(JmapEngine engine, Transfer transfer, StateWatch states) {
    /**
     * What it is made of.
     *
     * @param index of the same volume
     * @param uploads directory, made when it is not there
     * @param spool directory for temporary files, which is there
     */
    public record Parts(
            Volume volume, TextIndex index, Directory directory, Path uploads, Path spool, InstantSource clock) {}

    public static JmapService of(Parts parts, JmapLimits limits) {
        AccountMail mail = new AccountMail(parts.volume().emails());
        Uploads uploads = new Uploads(parts.uploads(), limits.maxSizeUpload(), parts.clock(), new SecureRandom());
        Blobs blobs = new Blobs(mail, parts.volume(), uploads);
        JmapServices services = new JmapServices(
                parts.volume(), mail, parts.index(), blobs, parts.spool(), parts.directory(), parts.clock(), limits);
        JmapEngine engine = new JmapEngine(JmapMethods.of(services), new SessionObject(limits), limits);
        return new JmapService(
                engine,
                new Transfer(blobs, engine),
                new StateWatch(parts.volume().changes(), mail, engine.json()));
    }
}
