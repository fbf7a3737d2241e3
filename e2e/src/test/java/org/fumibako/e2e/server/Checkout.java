// SPDX-License-Identifier: Apache-2.0
package org.fumibako.e2e.server;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the launcher: in the directory above the module's, wherever the build was started. */
final class Checkout {

    private Checkout() {}

    static Path launcher() {
        Path directory = Path.of("").toAbsolutePath();
        while (directory != null) {
            Path launcher = directory.resolve("fumibako");
            if (Files.isExecutable(launcher) && Files.isRegularFile(launcher)) {
                return launcher;
            }
            directory = directory.getParent();
        }
        throw new IllegalStateException("no launcher above " + Path.of("").toAbsolutePath());
    }
}
