// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.fumibako.app.DataDirectory;

/**
 * Whose packs these are: a random name in the data directory, made with the first backup and not restored. From a restore
 * on, packs of the same name grow apart, and a backup made before must not be added to.
 */
final class Incarnation {
    private Incarnation() {}

    static String of(DataDirectory directory) throws IOException {
        Path file = directory.incarnation();
        if (!Files.exists(file)) {
            Durable.write(file, UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII));
        }
        return Files.readString(file).strip();
    }
}
