// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store.pack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Log packs held open for reading. */
final class OpenPacks implements AutoCloseable {
    /** File descriptors this may hold: 64 GB of log packs, and little beside the 1,024 that a process often has. */
    private static final int MAX_OPEN = 256;

    private final Path directory;
    private final PackDisk disk;
    private final Cache<PackName, PackChannel> channels = Caffeine.newBuilder()
            .maximumSize(MAX_OPEN)
            .executor(Runnable::run)
            .<PackName, PackChannel>evictionListener((name, channel, cause) -> close(channel))
            .build();

    OpenPacks(Path directory, PackDisk disk) {
        this.directory = directory;
        this.disk = disk;
    }

    PackChannel get(PackName name) throws IOException {
        PackChannel open = channels.getIfPresent(name);
        if (open != null) {
            return open;
        }
        PackChannel opened = disk.openToRead(directory.resolve(name.file()));
        PackChannel first = channels.asMap().putIfAbsent(name, opened);
        if (first == null) {
            return opened;
        }
        opened.close();
        return first;
    }

    /** Closes it; a thread that reads from it just now gets {@link java.nio.channels.ClosedChannelException}. */
    void forget(PackName name) {
        PackChannel channel = channels.asMap().remove(name);
        if (channel != null) {
            close(channel);
        }
    }

    private static void close(@org.jspecify.annotations.Nullable PackChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        channels.asMap().keySet().forEach(this::forget);
    }
}
