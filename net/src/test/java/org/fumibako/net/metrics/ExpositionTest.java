// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ExpositionTest {
    private final Metrics metrics = new Metrics();

    @Test
    void countersAndGauges() {
        metrics.counter("mail_total", "All mail").add(3);
        Series<Counter> doors = metrics.counters("in_total", "By door", "door", "outcome");
        doors.of("imap", "ok").increment();
        metrics.gauge("heap_bytes", "Memory", () -> 1.5);
        metrics.gauges("open", "Open", "door", () -> Map.of("imap", 2.0));

        assertThat(Exposition.of(metrics)).isEqualTo("""
                # HELP mail_total All mail
                # TYPE mail_total counter
                mail_total 3
                # HELP in_total By door
                # TYPE in_total counter
                in_total{door="imap",outcome="ok"} 1
                # HELP heap_bytes Memory
                # TYPE heap_bytes gauge
                heap_bytes 1.5
                # HELP open Open
                # TYPE open gauge
                open{door="imap"} 2
                """);
    }

    @Test
    void bucketsHoldThoseBeforeThem() {
        Histogram times = metrics.times("answer_seconds", "Answers", "route").of("ping");
        times.observe(Duration.ofMillis(1).toNanos());
        times.observe(Duration.ofMillis(7).toNanos());
        times.observe(Duration.ofSeconds(9).toNanos());

        assertThat(Exposition.of(metrics))
                .contains("answer_seconds_bucket{route=\"ping\",le=\"0.001\"} 1\n")
                .contains("answer_seconds_bucket{route=\"ping\",le=\"0.005\"} 1\n")
                .contains("answer_seconds_bucket{route=\"ping\",le=\"0.01\"} 2\n")
                .contains("answer_seconds_bucket{route=\"ping\",le=\"5\"} 2\n")
                .contains("answer_seconds_bucket{route=\"ping\",le=\"+Inf\"} 3\n")
                .contains("answer_seconds_sum{route=\"ping\"} 9.008\n")
                .contains("answer_seconds_count{route=\"ping\"} 3\n");
    }

    @Test
    void valuesOfLabelsAreEscaped() {
        metrics.counters("odd_total", "Odd\nhelp", "what").of("a\"b\\c\nd").increment();

        assertThat(Exposition.of(metrics))
                .contains("# HELP odd_total Odd\\nhelp\n")
                .contains("odd_total{what=\"a\\\"b\\\\c\\nd\"} 1\n");
    }

    @Test
    void valuesBeyondTheBoundAreCountedTogether() {
        Series<Counter> many = metrics.counters("many_total", "Many", "what");
        for (int i = 0; i < Series.MOST + 20; i++) {
            many.of("value " + i).increment();
        }

        assertThat(many.members()).hasSize(Series.MOST + 1);
        assertThat(many.of("other").value()).isEqualTo(20);
    }

    @Test
    void whatCannotBeMeasuredLeavesTheRest() {
        metrics.gauge("broken", "Asks a database", () -> {
            throw new IllegalStateException("gone");
        });
        metrics.gauge("well", "Works", () -> 1);

        assertThat(Exposition.of(metrics)).doesNotContain("\nbroken").contains("well 1\n");
        assertThat(metrics.read()).containsExactly(new Reading("well", List.of(), 1));
    }

    @Test
    void aNameIsGivenOnce() {
        metrics.counter("mail_total", "All mail");

        assertThatThrownBy(() -> metrics.counter("mail_total", "Again")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> metrics.counter("Mail-Total", "Odd")).isInstanceOf(IllegalArgumentException.class);
    }
}
