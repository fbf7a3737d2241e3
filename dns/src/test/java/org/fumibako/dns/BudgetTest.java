// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final Budget budget = Budget.of(2, Duration.ofSeconds(1), now::get);

    @Test
    void questionsRunOut() {
        assertThat(budget.spend()).isTrue();
        assertThat(budget.spend()).isTrue();
        assertThat(budget.spend()).isFalse();
        assertThat(budget.questions()).isZero();
    }

    @Test
    void timeRunsOut() {
        now.addAndGet(Duration.ofMillis(999).toNanos());
        assertThat(budget.remaining()).isEqualTo(Duration.ofMillis(1));
        assertThat(budget.spend()).isTrue();
        now.addAndGet(Duration.ofMillis(2).toNanos());
        assertThat(budget.remaining()).isZero();
        assertThat(budget.spend()).isFalse();
    }
}
