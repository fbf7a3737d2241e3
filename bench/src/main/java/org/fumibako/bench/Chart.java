// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import java.util.List;
import java.util.Locale;

/**
 * A chart of one measure as an SVG image: a bar a row, as long as the logarithm of the ratio, to the right of the line where
 * both are equal when Fumibako is better, to the left when it is not.
 */
final class Chart {

    private static final int WIDTH = 860;
    private static final int LABELS = 420;
    private static final int ROW = 24;
    private static final int BAR = 16;

    /** What is farther from equal than this is drawn no longer. */
    private static final double MOST = 100;

    private final String title;
    private final List<Row> rows;

    /**
     * What one bar shows.
     *
     * @param ratio how many times better Fumibako is; above 0
     */
    record Row(String label, double ratio) {}

    Chart(String title, List<Row> rows) {
        this.title = title;
        this.rows = List.copyOf(rows);
    }

    String svg() {
        int height = ROW * (rows.size() + 2);
        StringBuilder svg = new StringBuilder();
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"13\">\n"
                        .formatted(WIDTH, height));
        svg.append("<title>%s</title>\n<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>\n"
                .formatted(escaped(title)));
        svg.append("<text x=\"8\" y=\"17\" font-weight=\"bold\">%s</text>\n".formatted(escaped(title)));
        for (int i = 0; i < rows.size(); i++) {
            svg.append(bar(rows.get(i), ROW * (i + 1)));
        }
        int equal = LABELS + half();
        svg.append("<line x1=\"%1$d\" y1=\"%2$d\" x2=\"%1$d\" y2=\"%3$d\" stroke=\"#555\"/>\n"
                .formatted(equal, ROW, height - ROW));
        svg.append("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" fill=\"#555\">equal</text>\n"
                .formatted(equal, height - 7));
        return svg.append("</svg>\n").toString();
    }

    private static int half() {
        return (WIDTH - LABELS) / 2 - 40;
    }

    private static String bar(Row row, int top) {
        double bounded = Math.clamp(row.ratio(), 1 / MOST, MOST);
        int length = (int) Math.round(half() * Math.abs(Math.log(bounded)) / Math.log(MOST));
        boolean better = bounded >= 1;
        int equal = LABELS + half();
        return """
                <text x="%d" y="%d" text-anchor="end">%s</text>
                <rect x="%d" y="%d" width="%d" height="%d" fill="%s"/>
                <text x="%d" y="%d" text-anchor="%s">x %s</text>
                """.formatted(
                        LABELS - 8,
                        top + 17,
                        escaped(row.label()),
                        better ? equal : equal - length,
                        top + 4,
                        length,
                        BAR,
                        better ? "#2a7f62" : "#b5533c",
                        better ? equal + length + 4 : equal - length - 4,
                        top + 17,
                        better ? "start" : "end",
                        number(row.ratio()));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 10 ? "%,.0f" : "%.2f", value);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
