// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The main class of {@code ./fumibako bench}. */
public final class Bench {

    private static final int FULL_ROUNDS = 3;
    private static final int PRODUCT_PORT_BASE = 31_000;
    private static final int PEER_PORT_BASE = 30_000;

    private final BenchOptions options;
    private final PrintStream out;

    private Bench(BenchOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Runs the benchmark; status 2 for a wrong command line, 1 for a run that failed. */
    public static void main(String... arguments) throws InterruptedException {
        try {
            new Bench(BenchOptions.parse(arguments), System.out).run();
        } catch (IllegalArgumentException wrong) {
            System.err.println("fumibako bench: " + wrong.getMessage() + "\n" + BenchOptions.USAGE);
            System.exit(2);
        } catch (IOException failure) {
            System.err.println("fumibako bench: " + failure.getMessage());
            System.exit(1);
        }
    }

    private void run() throws IOException, InterruptedException {
        Path work = Files.createTempDirectory(options.work(), "fumibako-bench-");
        // The peers' own users must reach their files below.
        Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwxr-xr-x"));
        Sink sink = new Sink();
        List<Contender> contenders = contenders(work, sink.port());
        Thread onSignal = new Thread(() -> stopAll(contenders));
        Runtime.getRuntime().addShutdownHook(onSignal);
        try {
            measure(contenders, sink, work);
        } catch (IOException failure) {
            out.println("The logs of the failed run are in " + work);
            throw failure;
        }
        stopAll(contenders);
        sink.close();
        Runtime.getRuntime().removeShutdownHook(onSignal);
        delete(work);
    }

    private void measure(List<Contender> contenders, Sink sink, Path work) throws IOException, InterruptedException {
        for (Contender contender : contenders) {
            out.println("starting " + contender.name());
            contender.open();
        }
        Load load = options.quick() ? Load.quick() : Load.full();
        for (Measure measure : measures(load, sink, work)) {
            Report report = measure(measure, contenders);
            out.println();
            out.println(report.table());
            if (options.publishes()) {
                publish(measure.name(), report);
            }
        }
    }

    private void publish(String measure, Report report) throws IOException {
        Path docs = options.root().resolve("docs");
        String image = "images/bench-" + measure + ".svg";
        Files.createDirectories(docs.resolve("images"));
        Files.writeString(docs.resolve(image), new Chart(measure, report.ratios()).svg());
        String chart = "\n![How many times better than the peer](" + image + ")\n";
        new PerformancePage(docs.resolve("performance.md"), Clock.systemUTC()).replace(measure, report.table() + chart);
    }

    private Report measure(Measure measure, List<Contender> contenders) throws IOException, InterruptedException {
        Report report = new Report(contenders.stream().map(Contender::name).toList());
        for (Contender contender : contenders) {
            measure.prepare(contender);
        }
        for (int round = 1; round <= (options.quick() ? 1 : FULL_ROUNDS); round++) {
            for (Contender contender : contenders) {
                List<Figure> figures = measure.run(contender);
                report.add(contender.name(), figures);
                figures.forEach(figure -> out.printf(
                        "%s | %s | %.3f %s%n", contender.name(), figure.label(), figure.value(), figure.unit()));
            }
        }
        return report;
    }

    private List<Measure> measures(Load load, Sink sink, Path work) {
        return Stream.of(
                        new Deliver(load),
                        new FanOut(load),
                        new Append(load),
                        new SignIn(load),
                        new Listing(load),
                        new Mailboxful(load),
                        new Search(load),
                        new Retrieve(load),
                        new Idle(load),
                        new Latency(load),
                        new Scale(load),
                        new Submission(load, sink),
                        new Backlog(load, sink),
                        new DnsAnswers(work.resolve("dns"), load))
                .filter(options::wants)
                .map(Measure.class::cast)
                .toList();
    }

    private List<Contender> contenders(Path work, int sink) throws IOException, InterruptedException {
        List<Account> accounts = Account.numbered(FanOut.RECIPIENTS);
        List<Contender> contenders = new ArrayList<>();
        if (options.product()) {
            contenders.add(new Fumibako(
                    options.root().resolve("fumibako"), work.resolve("fumibako"), PRODUCT_PORT_BASE, sink, accounts));
        }
        out.println("installing what is missing");
        new DebianPackages(new Commands(work.resolve("packages.log"))).install(options.peers());
        if (options.peers()) {
            contenders.add(new PostfixDovecot(work.resolve("peer"), Ports.at(PEER_PORT_BASE), sink, accounts));
        }
        return contenders;
    }

    private static void stopAll(List<Contender> contenders) {
        for (Contender contender : contenders) {
            try {
                contender.stop();
            } catch (IOException | InterruptedException failure) {
                System.err.println("could not stop " + contender.name() + ": " + failure.getMessage());
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> tree = Files.walk(directory)) {
            tree.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        }
    }
}
