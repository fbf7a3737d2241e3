// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.util.Base64;
import java.util.List;

/** An SMTP client that sends the envelope in one write when PIPELINING is offered, and the message in another (RFC 2920 §3.1). */
final class SmtpClient implements AutoCloseable {

    private static final byte[] PIPELINING = "250-PIPELINING".getBytes(US_ASCII);

    private final Wire wire;
    private final boolean pipelining;

    private SmtpClient(Wire wire, boolean pipelining) {
        this.wire = wire;
        this.pipelining = pipelining;
    }

    static SmtpClient connect(int port) throws IOException {
        Wire wire = Wire.connect(port, 4096);
        try {
            reply(wire, '2');
            wire.write("EHLO load.example.test\r\n");
            return new SmtpClient(wire, capabilities(wire));
        } catch (IOException failure) {
            wire.close();
            throw failure;
        }
    }

    /** Connects under TLS and signs in. */
    static SmtpClient submit(int port, Account account) throws IOException {
        Wire wire = Wire.connectTls(port, 4096);
        try {
            reply(wire, '2');
            wire.write("EHLO load.example.test\r\n");
            boolean pipelining = capabilities(wire);
            String login = "\0" + account.address() + "\0" + account.password();
            wire.write("AUTH PLAIN " + Base64.getEncoder().encodeToString(login.getBytes(US_ASCII)) + "\r\n");
            reply(wire, '2');
            return new SmtpClient(wire, pipelining);
        } catch (IOException failure) {
            wire.close();
            throw failure;
        }
    }

    /**
     * Delivers one message.
     *
     * @param envelope MAIL, RCPT.. and DATA, as one batch of lines
     * @param message the message, dot-stuffed, with the final dot
     * @return nanoseconds from the end of the message to the acknowledgement
     */
    long deliver(Envelope envelope, byte[] message) throws IOException {
        if (pipelining) {
            wire.write(envelope.batch());
            for (int i = 1; i < envelope.lines().size(); i++) {
                reply(wire, '2');
            }
        } else {
            for (byte[] line : envelope.lines().subList(0, envelope.lines().size() - 1)) {
                wire.write(line);
                reply(wire, '2');
            }
            wire.write(envelope.lines().getLast());
        }
        reply(wire, '3');
        wire.write(message);
        long sent = System.nanoTime();
        reply(wire, '2');
        return System.nanoTime() - sent;
    }

    @Override
    public void close() throws IOException {
        try (wire) {
            wire.write("QUIT\r\n");
            reply(wire, '2');
        }
    }

    private static boolean capabilities(Wire wire) throws IOException {
        boolean pipelining = false;
        do {
            wire.readLine();
            pipelining |= wire.startsWith(PIPELINING) || wire.line().equals("250 PIPELINING");
        } while (wire.at(3) == '-');
        return pipelining;
    }

    private static void reply(Wire wire, char firstDigit) throws IOException {
        do {
            wire.readLine();
        } while (wire.at(3) == '-');
        if (wire.at(0) != firstDigit) {
            throw new IOException("unexpected SMTP reply: " + wire.line());
        }
    }

    /** An envelope, prepared once and sent many times. */
    record Envelope(List<byte[]> lines, byte[] batch) {

        static Envelope to(List<Account> recipients) {
            return of(
                    "sender@elsewhere.test",
                    recipients.stream().map(Account::address).toList());
        }

        static Envelope of(String sender, List<String> recipients) {
            StringBuilder batch = new StringBuilder("MAIL FROM:<" + sender + ">\r\n");
            recipients.forEach(
                    recipient -> batch.append("RCPT TO:<").append(recipient).append(">\r\n"));
            batch.append("DATA\r\n");
            List<byte[]> lines = batch.toString()
                    .lines()
                    .map(line -> (line + "\r\n").getBytes(US_ASCII))
                    .toList();
            return new Envelope(lines, batch.toString().getBytes(US_ASCII));
        }
    }
}
