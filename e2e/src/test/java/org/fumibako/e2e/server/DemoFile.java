// SPDX-License-Identifier: Apache-2.0
package org.fumibako.e2e.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The part of {@code demo.json} that the suites need. */
record DemoFile(
        String host,
        Map<String, Integer> ports,
        String domain,
        List<Account> accounts,
        String caCertificate,
        @Nullable Outside internet) {

    /** The simulated Internet. */
    record Outside(String directory) {}

    /** Where it keeps what it takes; empty where there is none. */
    Optional<Path> taken() {
        return internet == null ? Optional.empty() : Optional.of(Path.of(internet.directory()));
    }

    static DemoFile read(Path file) {
        return JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build()
                .readValue(file.toFile(), DemoFile.class);
    }
}
