// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PerformancePageTest {

    private final Clock clock = Clock.fixed(Instant.parse("2026-11-25T00:00:00Z"), ZoneOffset.UTC);

    @Test
    void theFirstRunMakesThePageAndTheNextReplacesOnlyTheFigures(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("docs/performance.md");
        PerformancePage page = new PerformancePage(file, clock);

        page.replace("deliver", "| first |\n");
        page.replace("list", "| listed |\n");
        Files.writeString(file, Files.readString(file) + "\nWords by hand.\n");
        page.replace("deliver", "| second |\n");

        assertThat(file)
                .content()
                .startsWith("# Performance")
                .contains("## deliver", "| second |", "## list", "| listed |", "2026-11-25", "Words by hand.")
                .doesNotContain("| first |");
    }
}
