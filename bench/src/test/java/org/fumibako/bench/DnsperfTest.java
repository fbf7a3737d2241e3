// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

final class DnsperfTest {

    @Test
    void theStatisticsAtTheEndAreRead() throws IOException {
        assertThat(Dnsperf.Result.of("""
                        Statistics:

                          Queries sent:         1000
                          Queries completed:    998 (99.80%)
                          Queries lost:         2 (0.20%)

                          Queries per second:   1234.500000
                        """)).isEqualTo(new Dnsperf.Result(998, 2, 1234.5));
    }

    @Test
    void whatIsNoStatisticsIsShown() {
        assertThatThrownBy(() -> Dnsperf.Result.of("Error: unable to open queries"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("unable to open queries");
    }
}
