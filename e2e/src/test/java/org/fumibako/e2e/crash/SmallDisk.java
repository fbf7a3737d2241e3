// SPDX-License-Identifier: Apache-2.0
package org.fumibako.e2e.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A file system of a few megabytes in memory; needs root. */
final class SmallDisk implements AutoCloseable {

    private final Path mountPoint;

    private SmallDisk(Path mountPoint) {
        this.mountPoint = mountPoint;
    }

    static SmallDisk mount(Path mountPoint, int megabytes) throws IOException {
        run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", mountPoint.toString());
        return new SmallDisk(mountPoint);
    }

    void grow(int megabytes) throws IOException {
        run("mount", "-o", "remount,size=" + megabytes + "m", mountPoint.toString());
    }

    @Override
    public void close() throws IOException {
        run("umount", "--lazy", mountPoint.toString());
    }

    private static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("failed: " + List.of(command));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}
