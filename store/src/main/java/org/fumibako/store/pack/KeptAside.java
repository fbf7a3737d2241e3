// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store.pack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The directory {@code damaged} beside the packs: what could not be read whole, or not be placed, when an index was rebuilt.
 * It may be the only copy of somebody's message, so only a person removes anything from it. For one thread.
 */
public final class KeptAside {
    private static final String NAME = "damaged";

    private final Packs packs;
    private final Path directory;

    public KeptAside(Packs packs) {
        this.packs = packs;
        this.directory = packs.directory().resolve(NAME);
    }

    /** Whether anything was ever kept here. */
    public boolean begun() {
        return Files.isDirectory(directory);
    }

    /** The highest id of a pack of which something is here; 0 when there is none. */
    public long lastId() throws IOException {
        if (!begun()) {
            return 0;
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> PackName.prefixOf(file.getFileName().toString()))
                    .flatMap(Optional::stream)
                    .mapToLong(PackName::id)
                    .max()
                    .orElse(0);
        }
    }

    /**
     * Gives the file of a pack a second name here, under which it stays when compaction or housekeeping removes the first.
     *
     * @return the second name, as seen from the directory of packs
     */
    public String keep(PackName name) throws IOException {
        Path from = packs.path(name);
        Path to = place(name.file(), from);
        if (!Files.exists(to)) {
            try {
                Files.createLink(to, from);
            } catch (UnsupportedOperationException | FileSystemException noLinksHere) {
                copy(from, 0, to);
            }
            force(directory);
        }
        return NAME + "/" + to.getFileName();
    }

    /** Likewise copies the octets of a pack from {@code offset} on, which are cut off when the pack is opened. */
    public String keepEnd(PackName name, long offset) throws IOException {
        Path to = place(name.file() + "-from-" + offset, packs.path(name));
        copy(packs.path(name), offset, to);
        force(directory);
        return NAME + "/" + to.getFileName();
    }

    /** Where {@code from} is kept already, or a name that is free. */
    private Path place(String name, Path from) throws IOException {
        Files.createDirectories(directory);
        force(packs.directory());
        Path to = directory.resolve(name);
        for (int i = 2; Files.exists(to) && Files.mismatch(to, from) != -1; i++) {
            to = directory.resolve(name + "-" + i);
        }
        return to;
    }

    private void copy(Path from, long offset, Path to) throws IOException {
        Path unfinished = directory.resolve("unfinished");
        try (FileChannel in = FileChannel.open(from, StandardOpenOption.READ);
                FileChannel out = FileChannel.open(
                        unfinished,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            long position = offset;
            while (position < in.size()) {
                position += in.transferTo(position, in.size() - position, out);
            }
            out.force(true);
        }
        Files.move(unfinished, to, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
