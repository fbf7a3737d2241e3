// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.nio.file.Path;
import java.util.List;
import org.fumibako.store.pack.Packs;

/** The packs that belong to a copy of the index. None is removed before this is closed. */
public final class VolumeCopy implements AutoCloseable {
    private final List<Pack> packs;
    private final Packs.Hold hold;

    VolumeCopy(List<Pack> packs, Packs.Hold hold) {
        this.packs = List.copyOf(packs);
        this.hold = hold;
    }

    /** The first {@code length} octets of {@code file} belong to the copy; they do not change any more. */
    public record Pack(Path file, long length) {}

    /** By id. */
    public List<Pack> packs() {
        return packs;
    }

    @Override
    public void close() {
        hold.close();
    }
}
