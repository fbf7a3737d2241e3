// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class BenchOptionsTest {

    @Test
    void theFullLoadOnAllContendersPublishesTheFiguresOfWhatItMeasures() {
        assertThat(BenchOptions.parse().publishes()).isTrue();
        assertThat(BenchOptions.parse("--only", "deliver,list").publishes()).isTrue();
    }

    @Test
    void lessDoesNotReplaceThePublishedFigures() {
        assertThat(BenchOptions.parse("--quick").publishes()).isFalse();
        assertThat(BenchOptions.parse("--no-peers").publishes()).isFalse();
    }

    @Test
    void measuresCanBeNamedWithOrWithoutTheOption() {
        assertThat(BenchOptions.parse("--only", "deliver,list", "idle").only())
                .containsExactly("deliver", "list", "idle");
    }

    @Test
    void anUnknownMeasureIsNamedInTheRefusal() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenchOptions.parse("delivery"))
                .withMessageContaining("'delivery'");
    }

    @Test
    void anOptionWithoutItsValueIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenchOptions.parse("--only"))
                .withMessage("--only needs a value");
    }
}
