// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code demo.json}: what the demo listens on and who can sign in. It is a contract with tests and scripts, is written last,
 * and is replaced in one step, so that whoever can read it finds every port accepting.
 *
 * @param ports by service, as {@link org.fumibako.app.config.Configuration.Service#key} names them
 * @param caCertificate the file with the demo's own CA
 */
record DemoFile(String host, Map<String, Integer> ports, String domain, List<Login> accounts, String caCertificate) {
    private static final String NAME = "demo.json";

    /** An account of the demo; its password is random, made at the first start. */
    record Login(String address, String password) {}

    /** What an earlier start wrote; empty before the first one. */
    static Optional<DemoFile> read(Path directory) throws IOException {
        Path file = directory.resolve(NAME);
        return Files.exists(file)
                ? Optional.of(new JsonMapper().readValue(Files.readString(file), DemoFile.class))
                : Optional.empty();
    }

    /** Passwords are in it, so it is for the directory's owner only. */
    void write(Path directory) throws IOException {
        Path draft = directory.resolve(NAME + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                draft, new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
        Files.move(draft, directory.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
