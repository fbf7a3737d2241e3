// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.fumibako.api.openapi.OpenApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiTest {
    private static final Path COMMITTED = Path.of("openapi.json");

    @TempDir
    private Path directory;

    @Test
    void theCommittedDocumentIsWhatTheTableSays() throws Exception {
        try (World world = new World(directory)) {
            String now = OpenApi.print(world.endpoints);
            if (Boolean.getBoolean("openapi.renew")) {
                Files.writeString(COMMITTED, now);
            }
            assertThat(COMMITTED)
                    .as("api/openapi.json; ./fumibako openapi renews it")
                    .hasContent(now);
        }
    }
}
