// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ReportTest {

    private final Report report = new Report(List.of("Ours", "Theirs"));

    @Test
    void aRatioAboveOneFavoursTheFirstContenderWhicheverWayTheMeasureGoes() {
        report.add("Ours", List.of(Figure.rate("speed", 1200, "1/s"), Figure.cost("time", 20, "ms")));
        report.add("Theirs", List.of(Figure.rate("speed", 300, "1/s"), Figure.cost("time", 30, "ms")));

        assertThat(report.table())
                .contains("| speed | 1/s | 1,200 | 300 | x 4.00 |")
                .contains("| time | ms | 20.0 | 30.0 | x 1.50 |");
    }

    @Test
    void eachFigureIsTheMedianOfItsRounds() {
        for (double value : new double[] {9, 1, 2}) {
            report.add("Ours", List.of(Figure.cost("time", value, "ms")));
        }

        assertThat(report.table()).contains("| time | ms | 2.00 |  |  |");
    }
}
