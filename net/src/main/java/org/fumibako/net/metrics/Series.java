// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net.metrics;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * One thing told apart by the values of labels: sign-ins by protocol and outcome. Safe for any number of threads.
 *
 * @param <T> {@link Counter} or {@link Histogram}
 */
public final class Series<T> {
    /** Values that are told apart; a mistake in a label must not fill the memory. What comes later is counted as "other". */
    public static final int MOST = 500;

    private static final String OTHER = "other";

    private final List<String> labels;
    private final Supplier<T> fresh;
    private final Map<List<String>, T> members = new ConcurrentHashMap<>();

    Series(List<String> labels, Supplier<T> fresh) {
        this.labels = labels;
        this.fresh = fresh;
    }

    /** The one with these values, in the order of the labels. */
    public T of(String... values) {
        if (values.length != labels.size()) {
            throw new IllegalArgumentException("values for " + labels + " are missing");
        }
        List<String> key = List.of(values);
        T known = members.get(key);
        if (known != null) {
            return known;
        }
        List<String> room =
                members.size() < MOST ? key : key.stream().map(_ -> OTHER).toList();
        return members.computeIfAbsent(room, _ -> fresh.get());
    }

    List<String> labels() {
        return labels;
    }

    Map<List<String>, T> members() {
        return members;
    }
}
