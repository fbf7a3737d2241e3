// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo.internet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class NotebookTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-25T00:00:00Z"));
    private final Notebook notebook = new Notebook(now::get);
    private final Host host = Provider.ALL.stream()
            .flatMap(some -> some.hosts().stream())
            .findFirst()
            .orElseThrow();

    @Test
    void whatHappenedIsRememberedUntilTooMuchHasHappenedSince() {
        assertThat(notebook.first("this")).isTrue();
        for (int i = 1; i < Notebook.MOST; i++) {
            notebook.first("other " + i);
        }
        assertThat(notebook.first("this")).isFalse();
        notebook.first("one more");
        assertThat(notebook.first("this"))
                .as("after one more than %d", Notebook.MOST)
                .isTrue();
    }

    @Test
    void aRationIsUsedUpWithItsLastMessageAndFreshAfterAMinute() {
        for (int i = 1; i < Notebook.RATION; i++) {
            notebook.took(host);
        }
        assertThat(notebook.sated(host)).isFalse();
        notebook.took(host);
        assertThat(notebook.sated(host)).isTrue();
        now.set(now.get().plusSeconds(60));
        assertThat(notebook.sated(host)).isTrue();
        now.set(now.get().plusMillis(1));
        assertThat(notebook.sated(host)).isFalse();
    }
}
