// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.fumibako.delivery.QuotaRule.Fit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaRuleTest {
    private static final long LARGEST = 100L << 20;

    @ParameterizedTest
    @CsvSource({
        "8000, 7999, FULL",
        "8000, 8000, TIGHT",
        "8000, 13095, TIGHT",
        "8000, 13096, FITS",
        "0, 0, FULL",
        "0, 1, TIGHT",
        "0, 4096, FITS"
    })
    void aDeclaredSizeFitsWithItsAllowance(long declared, long free, Fit fit) {
        assertThat(QuotaRule.fit(free, OptionalLong.of(declared), LARGEST)).isEqualTo(fit);
    }

    @Test
    void withoutADeclaredSizeTheLargestMessageIsExpected() {
        OptionalLong unknown = OptionalLong.empty();
        assertThat(QuotaRule.fit(-1, unknown, LARGEST)).isEqualTo(Fit.FULL);
        assertThat(QuotaRule.fit(0, unknown, LARGEST)).isEqualTo(Fit.FULL);
        assertThat(QuotaRule.fit(1, unknown, LARGEST)).isEqualTo(Fit.TIGHT);
        assertThat(QuotaRule.fit(LARGEST + QuotaRule.ALLOWANCE - 1, unknown, LARGEST))
                .isEqualTo(Fit.TIGHT);
        assertThat(QuotaRule.fit(LARGEST + QuotaRule.ALLOWANCE, unknown, LARGEST))
                .isEqualTo(Fit.FITS);
    }

    @Test
    void aSizeBeyondAllMeasureDoesNotWrapAround() {
        assertThat(QuotaRule.fit(LARGEST, OptionalLong.of(Long.MAX_VALUE), LARGEST))
                .isEqualTo(Fit.FULL);
        assertThat(QuotaRule.fit(Long.MAX_VALUE, OptionalLong.of(Long.MAX_VALUE), LARGEST))
                .isNotEqualTo(Fit.FULL);
    }
}
