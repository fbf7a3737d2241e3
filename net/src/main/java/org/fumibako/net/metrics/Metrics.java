// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.fumibako.net.metrics.Family.Sample;

/**
 * The metrics of one process. Names are Prometheus's: lower case, a unit at the end, {@code _total} for what only grows. Safe for
 * any number of threads.
 */
public final class Metrics {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private final List<Family> families = new CopyOnWriteArrayList<>();

    public Counter counter(String name, String help) {
        return counters(name, help).of();
    }

    /** Counters told apart by labels. */
    public Series<Counter> counters(String name, String help, String... labels) {
        Series<Counter> series = new Series<>(List.of(labels), Counter::new);
        add(new Family(name, Family.Type.COUNTER, help, () -> counted(series)));
        return series;
    }

    /** Times told apart by labels; the name ends in {@code _seconds}. */
    public Series<Histogram> times(String name, String help, String... labels) {
        Series<Histogram> series = new Series<>(List.of(labels), Histogram::new);
        add(new Family(name, Family.Type.HISTOGRAM, help, () -> timed(series)));
        return series;
    }

    /** What is measured when somebody asks. */
    public void gauge(String name, String help, DoubleSupplier now) {
        add(new Family(name, Family.Type.GAUGE, help, () -> List.of(new Sample("", List.of(), now.getAsDouble()))));
    }

    /** What is measured when somebody asks, told apart by the values of one label. */
    public void gauges(String name, String help, String label, Supplier<Map<String, Double>> now) {
        add(new Family(name, Family.Type.GAUGE, help, () -> samples(label, now.get())));
    }

    /** What others count already, told apart by the values of one label. */
    public void totals(String name, String help, String label, Supplier<Map<String, Double>> now) {
        add(new Family(name, Family.Type.COUNTER, help, () -> samples(label, now.get())));
    }

    private static List<Sample> samples(String label, Map<String, Double> values) {
        return values.entrySet().stream()
                .map(one -> new Sample("", List.of(label, one.getKey()), one.getValue()))
                .toList();
    }

    /** All values of now; what cannot be measured now is left out. */
    public List<Reading> read() {
        List<Reading> readings = new ArrayList<>();
        for (Family family : families) {
            for (Sample sample : family.now()) {
                readings.add(new Reading(family.name() + sample.suffix(), sample.labels(), sample.value()));
            }
        }
        return readings;
    }

    List<Family> families() {
        return List.copyOf(families);
    }

    /** @throws IllegalArgumentException when the name is none, or taken */
    private void add(Family family) {
        boolean taken = families.stream().anyMatch(other -> other.name().equals(family.name()));
        if (taken || !NAME.matcher(family.name()).matches()) {
            throw new IllegalArgumentException("no name for a metric: " + family.name());
        }
        families.add(family);
    }

    private static List<Sample> counted(Series<Counter> series) {
        List<Sample> samples = new ArrayList<>();
        series.members()
                .forEach((values, counter) ->
                        samples.add(new Sample("", pairs(series.labels(), values), counter.value())));
        return samples;
    }

    private static List<Sample> timed(Series<Histogram> series) {
        List<Sample> samples = new ArrayList<>();
        series.members().forEach((values, times) -> buckets(pairs(series.labels(), values), times, samples));
        return samples;
    }

    /** Buckets hold all that is not above their bound, so each has those before it too. */
    private static void buckets(List<String> labels, Histogram times, List<Sample> samples) {
        long sum = 0;
        for (int i = 0; i <= Histogram.BOUNDS.size(); i++) {
            sum += times.in(i);
            String bound = i < Histogram.BOUNDS.size()
                    ? Exposition.number(Histogram.BOUNDS.get(i).toNanos() / 1e9)
                    : "+Inf";
            List<String> all = new ArrayList<>(labels);
            all.addAll(List.of("le", bound));
            samples.add(new Sample("_bucket", all, sum));
        }
        samples.add(new Sample("_sum", labels, times.seconds()));
        samples.add(new Sample("_count", labels, sum));
    }

    private static List<String> pairs(List<String> labels, List<String> values) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            pairs.add(labels.get(i));
            pairs.add(values.get(i));
        }
        return pairs;
    }
}
