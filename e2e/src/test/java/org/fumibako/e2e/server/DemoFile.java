// SPDX-License-Identifier: Apache-2.0
package org.fumibako.e2e.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The part of {@code demo.json} that the suites need. */
record DemoFile(String host, Map<String, Integer> ports, String domain, List<Account> accounts, String caCertificate) {

    static DemoFile read(Path file) {
        return JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build()
                .readValue(file.toFile(), DemoFile.class);
    }
}
