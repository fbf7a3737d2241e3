// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.backup;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Where things lie in a backup. */
record Layout(Path root) {
    private static final String PACKS = "packs";
    private static final String STATE = "state-";
    private static final String LOCK = "lock";
    private static final Set<String> OWN = Set.of(PACKS, LOCK, Manifest.NAME, Manifest.NAME + ".new");

    Path packs() {
        return root.resolve(PACKS);
    }

    Path lock() {
        return root.resolve(LOCK);
    }

    /** What of a copy is not packs; {@code name} tells copies apart. */
    Path state(String name) {
        return root.resolve(STATE + name);
    }

    static Path index(Path state) {
        return state.resolve("index.db");
    }

    static Path registry(Path state) {
        return state.resolve("registry.db");
    }

    /** Files of the data directory that nothing is known of but that they are there. */
    static Path files(Path state) {
        return state.resolve("files");
    }

    /** How the manifest names a file. */
    String path(Path file) {
        return root.relativize(file).toString();
    }

    /** Whether there is anything that no backup puts there. */
    boolean hasStrangers() throws IOException {
        return list(root).stream()
                .map(file -> file.getFileName().toString())
                .anyMatch(name -> !OWN.contains(name) && !name.startsWith(STATE));
    }

    /** All states, whole or not. */
    List<Path> states() throws IOException {
        return list(root).stream()
                .filter(file -> file.getFileName().toString().startsWith(STATE))
                .toList();
    }

    static List<Path> list(Path directory) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            entries.forEach(files::add);
        }
        return files;
    }
}
