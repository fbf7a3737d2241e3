// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import org.fumibako.store.pack.PackChannel;
import org.fumibako.store.pack.PackDisk;

/** A disk on which one creation, write or force, counted from when it was told, fails; reading and truncating never do. */
final class FaultyDisk implements PackDisk {
    private int left = -1;
    private Optional<Operation> failed = Optional.empty();

    enum Operation {
        CREATE,
        WRITE,
        FORCE
    }

    /** The {@code n}-th operation from now on fails, once; 1 is the next one. */
    synchronized void failAt(int n) {
        left = n;
        failed = Optional.empty();
    }

    /** Nothing fails any more. */
    synchronized void heal() {
        left = -1;
    }

    /** What has failed since {@link #failAt}. */
    synchronized Optional<Operation> failed() {
        return failed;
    }

    private synchronized boolean fails(Operation operation) {
        if (left > 0 && --left == 0) {
            failed = Optional.of(operation);
            return true;
        }
        return false;
    }

    @Override
    public PackChannel create(Path file) throws IOException {
        if (fails(Operation.CREATE)) {
            throw new IOException("No space left on device");
        }
        return new Channel(FILES.create(file));
    }

    @Override
    public PackChannel open(Path file) throws IOException {
        return new Channel(FILES.open(file));
    }

    @Override
    public PackChannel openToRead(Path file) throws IOException {
        return FILES.openToRead(file);
    }

    private final class Channel implements PackChannel {
        private final PackChannel real;

        Channel(PackChannel real) {
            this.real = real;
        }

        @Override
        public long size() throws IOException {
            return real.size();
        }

        @Override
        public void read(ByteBuffer into, long position) throws IOException {
            real.read(into, position);
        }

        /** A full disk takes half of what was to be written, as the kernel does. */
        @Override
        public void write(ByteBuffer from, long position) throws IOException {
            if (fails(Operation.WRITE)) {
                ByteBuffer half = from.duplicate();
                half.limit(half.position() + half.remaining() / 2);
                real.write(half, position);
                throw new IOException("No space left on device");
            }
            real.write(from, position);
        }

        @Override
        public void force() throws IOException {
            if (fails(Operation.FORCE)) {
                throw new IOException("Input/output error");
            }
            real.force();
        }

        @Override
        public void truncate(long size) throws IOException {
            real.truncate(size);
        }

        @Override
        public void close() throws IOException {
            real.close();
        }
    }
}
