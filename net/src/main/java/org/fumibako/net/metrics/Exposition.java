// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net.metrics;

import java.util.List;
import org.fumibako.net.metrics.Family.Sample;

/** Metrics as Prometheus reads them: its text format, version 0.0.4. */
public final class Exposition {
    public static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private Exposition() {}

    /** All of it; a value that cannot be had now (a database that does not answer) is left out, the others stay. */
    public static String of(Metrics metrics) {
        StringBuilder text = new StringBuilder(4_096);
        for (Family family : metrics.families()) {
            append(text, family);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Family family) {
        text.append("# HELP ")
                .append(family.name())
                .append(' ')
                .append(line(family.help()))
                .append('\n');
        text.append("# TYPE ")
                .append(family.name())
                .append(' ')
                .append(family.type().word())
                .append('\n');
        for (Sample sample : family.now()) {
            text.append(family.name()).append(sample.suffix());
            labels(text, sample.labels());
            text.append(' ').append(number(sample.value())).append('\n');
        }
    }

    private static void labels(StringBuilder text, List<String> pairs) {
        for (int i = 0; i < pairs.size(); i += 2) {
            text.append(i == 0 ? '{' : ',').append(pairs.get(i)).append("=\"");
            text.append(line(pairs.get(i + 1)).replace("\"", "\\\"")).append('"');
        }
        text.append(pairs.isEmpty() ? "" : "}");
    }

    private static String line(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n");
    }

    /** Whole numbers without a point. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }
}
