// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.backup;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.fumibako.store.VolumeCopy;

/**
 * Copies what a backup does not have of the packs yet. Octets of a pack that are committed never change, so a pack of which
 * the manifest before names as many is there already, and one that grew gets only what is new.
 */
final class PackCopier {
    private final Layout layout;
    private final Map<String, Manifest.Entry> before = new HashMap<>();
    private final PrintWriter out;
    private long copied;

    PackCopier(Layout layout, Optional<Manifest> manifest, PrintWriter out) {
        this.layout = layout;
        this.out = out;
        manifest.ifPresent(known -> known.files().forEach(entry -> before.put(entry.path(), entry)));
    }

    /** Octets that were new in the last {@link #copy}. */
    long copied() {
        return copied;
    }

    /** Brings the packs up to date, on stable storage; returns what the manifest has to say of them. */
    List<Manifest.Entry> copy(List<VolumeCopy.Pack> packs) throws IOException {
        long missing = 0;
        for (VolumeCopy.Pack pack : packs) {
            missing += pack.length() - present(pack).map(Manifest.Entry::length).orElse(0L);
        }
        Progress progress = new Progress(out, "messages", missing);
        List<Manifest.Entry> entries = new ArrayList<>();
        for (VolumeCopy.Pack pack : packs) {
            entries.add(copy(pack, progress));
        }
        copied = progress.done();
        return entries;
    }

    private Manifest.Entry copy(VolumeCopy.Pack pack, Progress progress) throws IOException {
        Path target = target(pack);
        Optional<Manifest.Entry> present = present(pack);
        if (present.isPresent() && present.get().length() == pack.length()) {
            return present.get();
        }
        if (present.isPresent()) {
            long from = present.get().length();
            CRC32C crc = Durable.checksum(target, from, octets -> {});
            if ((int) crc.getValue() == present.get().crc()) {
                Durable.append(pack.file(), target, from, pack.length(), crc, progress);
                return new Manifest.Entry(layout.path(target), pack.length(), (int) crc.getValue());
            }
        }
        int crc = Durable.copy(pack.file(), target, pack.length(), progress);
        return new Manifest.Entry(layout.path(target), pack.length(), crc);
    }

    /** What the manifest before names of the pack, if the file has that much and is not ahead of the index. */
    private Optional<Manifest.Entry> present(VolumeCopy.Pack pack) throws IOException {
        Path target = target(pack);
        Manifest.Entry entry = before.get(layout.path(target));
        if (entry == null || entry.length() > pack.length() || !Files.exists(target)) {
            return Optional.empty();
        }
        return Files.size(target) >= entry.length() ? Optional.of(entry) : Optional.empty();
    }

    private Path target(VolumeCopy.Pack pack) {
        return layout.packs().resolve(pack.file().getFileName().toString());
    }
}
