// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fumibako.journal.Origin;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.Content;
import org.fumibako.model.Flags;
import org.fumibako.model.MailboxId;
import org.fumibako.model.Quota;
import org.fumibako.store.Append;

/** Prints how long listings of 20,000 messages take over loopback, client included: {@code java ... ListingBenchmark}. */
final class ListingBenchmark {
    private static final int MESSAGES = 20_000;
    private static final int ROUNDS = 40;

    private ListingBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        try (TestServer server = TestServer.start()) {
            fill(server);
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
            run(socket, "LOGIN " + FewAccounts.ADDRESS + " \"" + FewAccounts.PASSWORD + "\"");
            measure(socket, "SELECT INBOX");
            measure(socket, "FETCH 1:* (FLAGS)");
            measure(socket, "FETCH 1:* (UID FLAGS INTERNALDATE RFC822.SIZE ENVELOPE)");
            measure(socket, "FETCH 1:* (BODYSTRUCTURE)");
            measure(socket, "UID SEARCH UNSEEN");
            measure(socket, "UID SEARCH SUBJECT number");
            measure(socket, "NOOP");
            measure(socket, "STORE 1 +FLAGS.SILENT (\\Seen)");
            socket.close();
        }
    }

    private static void fill(TestServer server) throws IOException {
        MailboxId inbox = server.mailbox("INBOX").id();
        for (int first = 0; first < MESSAGES; first += 500) {
            List<Append> batch = new ArrayList<>();
            for (int i = first; i < first + 500; i++) {
                batch.add(append(server, inbox, i));
            }
            server.store().append(batch, false);
        }
    }

    private static Append append(TestServer server, MailboxId inbox, int number) throws IOException {
        String text = "Date: Wed, 25 Nov 2026 09:00:00 +0900\r\nFrom: Sender " + number + " <sender" + number
                + "@example.jp>\r\nTo: Taro <taro@example.test>\r\nSubject: message number " + number
                + "\r\nMessage-ID: <" + number + "@example.jp>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nhello "
                + number + "\r\n";
        Content content = Content.of(text.getBytes(StandardCharsets.US_ASCII));
        Append.Filing filing = new Append.Filing(
                server.account(),
                inbox,
                Flags.of(number % 3 == 0 ? List.of("\\Seen") : List.of()),
                Instant.ofEpochSecond(1_700_000_000L + 60L * number),
                Quota.DEFAULT.size(),
                Optional.empty());
        return new Append(
                content, MessageSummary.of(content), List.of(filing), Optional.empty(), Origin.system("benchmark"));
    }

    private static void measure(Socket socket, String command) throws IOException {
        double[] millis = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long begin = System.nanoTime();
            run(socket, command);
            millis[i] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(millis);
        System.out.printf("%-60s best %6.1f ms, median %6.1f ms%n", command, millis[0], millis[ROUNDS / 2]);
    }

    /** Reads up to the tagged answer, which is the last line and short. */
    private static void run(Socket socket, String command) throws IOException {
        socket.getOutputStream().write(("t " + command + "\r\n").getBytes(StandardCharsets.US_ASCII));
        InputStream in = socket.getInputStream();
        byte[] chunk = new byte[1 << 16];
        String end = "\r\n";
        while (!end.contains("\r\nt ") || !end.endsWith("\r\n")) {
            int count = in.read(chunk);
            if (count < 0) {
                throw new EOFException();
            }
            int kept = Math.min(count, 400);
            String last = end + new String(chunk, count - kept, kept, StandardCharsets.ISO_8859_1);
            end = last.substring(Math.max(0, last.length() - 400));
        }
    }
}
