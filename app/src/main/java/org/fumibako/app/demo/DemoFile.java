// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code demo.json}: what the demo listens on and who can sign in. It is a contract with tests and scripts, is written last,
 * and is replaced in one step, so that whoever can read it finds every port accepting.
 *
 * @param ports by service, as {@link org.fumibako.app.config.Configuration.Service#key} names them
 * @param operator who signs in to the operator's console
 * @param customer who signs in to the account portal
 * @param caCertificate the file with the demo's own CA
 * @param internet the simulated Internet; absent where there is none
 */
record DemoFile(
        String host,
        Map<String, Integer> ports,
        @Nullable Panel operator,
        @Nullable Panel customer,
        String domain,
        List<Login> accounts,
        String caCertificate,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Outside internet) {
    private static final String NAME = "demo.json";

    /** An account of the demo; its password is random, made at the first start. */
    record Login(String address, String password) {}

    /** A name of the panel, and its random password. */
    record Panel(String login, String password) {}

    /**
     * Where mail for others goes.
     *
     * @param directory what arrives is in {@code DOMAIN/new} below
     * @param port on which every simulated server takes mail
     * @param domains with a word on how each behaves
     * @param endings of recipients' names ({@code somebody-full}), with what becomes of mail to them
     */
    record Outside(String directory, int port, Map<String, String> domains, Map<String, String> endings) {}

    /** Whether an earlier start wrote one. */
    static boolean isThere(Path directory) {
        return Files.exists(directory.resolve(NAME));
    }

    /** What an earlier start wrote. */
    static DemoFile read(Path directory) throws IOException {
        return new JsonMapper().readValue(Files.readString(directory.resolve(NAME)), DemoFile.class);
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
