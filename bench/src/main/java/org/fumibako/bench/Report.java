// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Collects figures and prints the median of each, contender beside contender, with the ratio. */
final class Report {

    private final List<String> contenders;
    private final Map<String, Map<String, List<Figure>>> rows = new LinkedHashMap<>();

    /** The first contender is the one that the ratios are of. */
    Report(List<String> contenders) {
        this.contenders = List.copyOf(contenders);
    }

    void add(String contender, List<Figure> figures) {
        for (Figure figure : figures) {
            rows.computeIfAbsent(figure.label(), label -> new LinkedHashMap<>())
                    .computeIfAbsent(contender, name -> new ArrayList<>())
                    .add(figure);
        }
    }

    /** A Markdown table; the ratio is how many times better the first contender is. */
    String table() {
        StringBuilder table = new StringBuilder("| measure | unit |");
        contenders.forEach(name -> table.append(' ').append(name).append(" |"));
        contenders.stream()
                .skip(1)
                .forEach(name -> table.append(" against ").append(name).append(" |"));
        table.append("\n|---|---|").append("---:|".repeat(2 * contenders.size() - 1));
        rows.forEach((label, columns) -> table.append('\n').append(row(label, columns)));
        return table.append('\n').toString();
    }

    /** How many times better the first contender is than the second, of each row that both have. */
    List<Chart.Row> ratios() {
        List<Chart.Row> ratios = new ArrayList<>();
        rows.forEach((label, columns) -> {
            List<Figure> ours = columns.getOrDefault(contenders.getFirst(), List.of());
            List<Figure> theirs = columns.getOrDefault(contenders.getLast(), List.of());
            if (contenders.size() > 1 && !ours.isEmpty() && !theirs.isEmpty()) {
                ratios.add(new Chart.Row(label, quotient(ours, theirs)));
            }
        });
        return ratios;
    }

    private String row(String label, Map<String, List<Figure>> columns) {
        Figure any = columns.values().iterator().next().getFirst();
        StringBuilder row = new StringBuilder("| " + label + " | " + any.unit() + " |");
        for (String contender : contenders) {
            List<Figure> series = columns.getOrDefault(contender, List.of());
            row.append(' ')
                    .append(series.isEmpty() ? "" : number(median(values(series))))
                    .append(" |");
        }
        for (String peer : contenders.subList(1, contenders.size())) {
            row.append(' ').append(ratio(columns, peer)).append(" |");
        }
        return row.toString();
    }

    private String ratio(Map<String, List<Figure>> columns, String peer) {
        List<Figure> ours = columns.getOrDefault(contenders.getFirst(), List.of());
        List<Figure> theirs = columns.getOrDefault(peer, List.of());
        if (ours.isEmpty() || theirs.isEmpty()) {
            return "";
        }
        return "x " + number(quotient(ours, theirs));
    }

    private static double quotient(List<Figure> ours, List<Figure> theirs) {
        double quotient = median(values(ours)) / median(values(theirs));
        return ours.getFirst().better() == Figure.Better.HIGHER ? quotient : 1 / quotient;
    }

    private static List<Double> values(List<Figure> series) {
        return series.stream().map(Figure::value).toList();
    }

    /** The middle value; of an even count, the lower of the two in the middle. */
    static double median(List<Double> values) {
        return values.stream().sorted().toList().get((values.size() - 1) / 2);
    }

    private static String number(double value) {
        double size = Math.abs(value);
        String format = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }
}
