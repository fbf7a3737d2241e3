// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs dnsperf and reads what it found. */
final class Dnsperf {

    private static final Pattern COMPLETED = Pattern.compile("Queries completed:\\s+([0-9]+)");
    private static final Pattern LOST = Pattern.compile("Queries lost:\\s+([0-9]+)");
    private static final Pattern RATE = Pattern.compile("Queries per second:\\s+([0-9.]+)");
    private static final int REPLY_MILLIS = 200;

    private final Path work;

    Dnsperf(Path work) {
        this.work = work;
    }

    /**
     * What one run found.
     *
     * @param completed queries that were answered
     * @param lost queries that were not
     * @param perSecond answers a second
     */
    record Result(double completed, double lost, double perSecond) {

        /** Reads the statistics that dnsperf prints at its end. */
        static Result of(String printed) throws IOException {
            return new Result(number(COMPLETED, printed), number(LOST, printed), number(RATE, printed));
        }
    }

    /** Asks what {@code queries} lists, a name and a type a line, over and over, with 20 clients that keep 100 questions open. */
    Result run(Path queries, int port, Duration period) throws IOException, InterruptedException {
        Path out = Files.createTempFile(work, "dnsperf", ".txt");
        Process dnsperf = new Commands(out)
                .start(
                        Map.of(),
                        List.of(
                                "dnsperf",
                                "-s",
                                "127.0.0.1",
                                "-p",
                                String.valueOf(port),
                                "-d",
                                queries.toString(),
                                "-c",
                                "20",
                                "-q",
                                "100",
                                "-l",
                                String.valueOf(period.toSeconds())));
        if (!dnsperf.waitFor(period.toSeconds() + 30, TimeUnit.SECONDS)) {
            dnsperf.destroyForcibly();
            throw new IOException("dnsperf did not end");
        }
        return Result.of(Files.readString(out));
    }

    /** Waits until the server answers for the SOA of a zone. */
    static void untilAnswers(int port, String apex, Duration limit) throws IOException {
        Waiting.until("an answer on port " + port, limit, Duration.ofMillis(20), () -> answers(port, apex));
    }

    private static boolean answers(int port, String apex) {
        byte[] query = query(apex);
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(REPLY_MILLIS);
            socket.connect(InetAddress.getLoopbackAddress(), port);
            socket.send(new DatagramPacket(query, query.length));
            DatagramPacket reply = new DatagramPacket(new byte[512], 512);
            socket.receive(reply);
            // NOERROR with an answer.
            return (reply.getData()[3] & 0x0f) == 0 && reply.getData()[7] > 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** The header and one question for an SOA record (RFC 1035 §4.1). */
    private static byte[] query(String apex) {
        StringBuilder text = new StringBuilder("ID\0\0\0\u0001\0\0\0\0\0\0");
        for (String label : apex.split("\\.", -1)) {
            text.append((char) label.length()).append(label);
        }
        return text.append("\0\0\u0006\0\u0001").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static double number(Pattern pattern, String text) throws IOException {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IOException("dnsperf said something else:\n" + text);
        }
        return Double.parseDouble(matcher.group(1));
    }
}
