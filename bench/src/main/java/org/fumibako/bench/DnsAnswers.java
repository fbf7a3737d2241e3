// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Answers of the name server over UDP: dnsperf asks for the records that a hosted domain has, and for names that it has not. The peer is
 * NSD on the same zone.
 */
final class DnsAnswers implements Measure {

    private static final String APEX = "bench.test";
    private static final int HOSTS = 1_000;
    private static final int PORT = 32_053;
    private static final String LABEL = "DNS over UDP (the peer is NSD)";

    private final Path work;
    private final Duration period;

    /** @param work where zone and questions are written */
    DnsAnswers(Path work, Load load) {
        this.work = work;
        this.period = load.period().multipliedBy(2);
    }

    @Override
    public String name() {
        return "dns";
    }

    @Override
    public List<Figure> run(Contender contender) throws IOException, InterruptedException {
        Files.createDirectories(work);
        Path zone = Files.writeString(work.resolve("bench.zone"), zone());
        Path queries = Files.writeString(work.resolve("queries"), queries());
        NameServer server = contender.nameServer();
        try {
            server.start(zone, APEX, PORT);
            Dnsperf dnsperf = new Dnsperf(work);
            dnsperf.run(queries, PORT, period);
            double cpu = server.processes().cpuSeconds();
            Dnsperf.Result result = dnsperf.run(queries, PORT, period);
            double seconds = server.processes().cpuSeconds() - cpu;
            return List.of(
                    Figure.rate(LABEL + ": answers", result.perSecond(), "answers/s"),
                    Figure.rate(LABEL + ": answers a second of server CPU", result.completed() / seconds, "answers/s"),
                    Figure.rate(
                            LABEL + ": questions answered",
                            100 * result.completed() / (result.completed() + result.lost()),
                            "%"));
        } finally {
            server.stop();
        }
    }

    private static String zone() {
        StringBuilder zone =
                new StringBuilder(line("", "SOA ns.bench.test. hostmaster.bench.test. 1 7200 900 1209600 300"));
        zone.append(line("", "NS ns.bench.test.")).append(line("ns.", "A 192.0.2.53"));
        zone.append(line("", "MX 10 mx.bench.test.")).append(line("mx.", "A 192.0.2.25"));
        zone.append(line("", "TXT \"v=spf1 +a:mx.bench.test +mx ~all\""));
        zone.append(line("_dmarc.", "TXT \"v=DMARC1; p=none\""));
        zone.append(line("*.wild.", "A 192.0.2.99"));
        for (int i = 0; i < HOSTS; i++) {
            zone.append(line("h" + i + ".", "A 192.0.2." + i % 250));
            zone.append(line("h" + i + ".", "AAAA 2001:db8::" + Integer.toHexString(i)));
            zone.append(line("www" + i + ".", "CNAME h" + i + ".bench.test."));
        }
        return zone.toString();
    }

    private static String queries() {
        StringBuilder queries = new StringBuilder();
        for (int i = 0; i < HOSTS; i++) {
            queries.append("bench.test MX\nbench.test TXT\n_dmarc.bench.test TXT\nmx.bench.test A\n");
            queries.append("h%1$d.bench.test A\nh%1$d.bench.test AAAA\nwww%1$d.bench.test A\n".formatted(i));
            queries.append("x%1$d.wild.bench.test A\nnone%1$d.bench.test A\nh%1$d.bench.test TXT\n".formatted(i));
        }
        return queries.toString();
    }

    private static String line(String label, String data) {
        return label + APEX + ". 3600 IN " + data + "\n";
    }
}
