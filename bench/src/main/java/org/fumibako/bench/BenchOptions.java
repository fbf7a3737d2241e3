// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param only the measures to run; empty for all
 * @param peers whether to run the peers, too
 * @param product whether to run Fumibako; without it the harness can be tried on the peers alone
 * @param quick a tenth of the load and one round: for trying out, nothing is written to the page
 * @param root the checkout, where the launcher is and {@code docs/performance.md} goes
 * @param work the directory that the work directory is made in
 */
record BenchOptions(Set<String> only, boolean peers, boolean product, boolean quick, Path root, Path work) {

    static final String USAGE = """
            usage: fumibako bench [MEASURE..] [--only MEASURE[,MEASURE..]] [--no-peers] [--peers-only] [--quick]
                                  [--home CHECKOUT] [--work DIR]
            measures: deliver, fanout, append, signin, list, messages, search, pop3, idle, latency, scale, submission,
                      backlog, dns""";

    private static final List<String> MEASURES =
            List.of(USAGE.substring(USAGE.indexOf("measures:") + 9).strip().split(",\\s+", -1));

    /** Reads the arguments; IllegalArgumentException with a sentence for what is wrong. */
    static BenchOptions parse(String... arguments) {
        Set<String> only = new LinkedHashSet<>();
        boolean peers = true;
        boolean product = true;
        boolean quick = false;
        Path root = Path.of("").toAbsolutePath();
        Path work = Path.of(System.getProperty("java.io.tmpdir"));
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--no-peers" -> peers = false;
                case "--peers-only" -> product = false;
                case "--quick" -> quick = true;
                case "--only" -> only.addAll(measures(value(arguments, ++i)));
                case "--home" -> root = Path.of(value(arguments, ++i)).toAbsolutePath();
                case "--work" -> work = Path.of(value(arguments, ++i)).toAbsolutePath();
                default -> only.addAll(measures(arguments[i]));
            }
        }
        if (!peers && !product) {
            throw new IllegalArgumentException("--no-peers and --peers-only leave nothing to measure");
        }
        return new BenchOptions(only, peers, product, quick, root, work);
    }

    boolean wants(Measure measure) {
        return only.isEmpty() || only.contains(measure.name());
    }

    /** Only the full load on all contenders may replace the published figures. */
    boolean publishes() {
        return peers && product && !quick;
    }

    private static List<String> measures(String names) {
        List<String> asked = List.of(names.split(",", -1));
        for (String name : asked) {
            if (!MEASURES.contains(name)) {
                throw new IllegalArgumentException("no measure or option '" + name + "'");
            }
        }
        return asked;
    }

    private static String value(String[] arguments, int index) {
        if (index >= arguments.length) {
            throw new IllegalArgumentException(arguments[index - 1] + " needs a value");
        }
        return arguments[index];
    }
}
