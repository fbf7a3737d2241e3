// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.server;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.wire.MalformedMessageException;
import org.fumibako.dns.wire.MessageReader;
import org.fumibako.dns.wire.Wire;
import org.fumibako.net.BoundedReader;
import org.fumibako.net.Connection;
import org.fumibako.net.ConnectionHandler;
import org.fumibako.net.Output;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers over TCP, one message after another on the same connection (RFC 7766), and gives zones to secondaries. */
final class TcpService implements ConnectionHandler {
    /** How long a connection may be idle, or take to send one message (RFC 7766 §6.2.3: "a few seconds"). */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Octets of a request: one question, EDNS, TSIG and an SOA fit many times. */
    static final int MAX_REQUEST = 4096;

    private static final Logger LOG = LoggerFactory.getLogger(TcpService.class);

    private final ZoneTable zones;
    private final SignedService signed;
    private final LongSupplier nanoTime;
    private final DnsTally tally;

    TcpService(ZoneTable zones, SignedService signed, LongSupplier nanoTime, DnsTally tally) {
        this.zones = zones;
        this.signed = signed;
        this.nanoTime = nanoTime;
        this.tally = tally;
    }

    @Override
    public void serve(Connection connection) throws IOException {
        Request request = new Request();
        Responder responder = new Responder(zones);
        while (true) {
            byte[] message = read(connection);
            if (message.length < Wire.HEADER) {
                return;
            }
            Output out = connection.out();
            tally.message();
            switch (request.read(message, message.length)) {
                case NOTHING -> {
                    return;
                }
                case MALFORMED -> {
                    responder.malformed(request);
                    send(out, responder.message(), responder.length());
                }
                case READ -> answer(connection, request, responder);
            }
            if (!connection.in().buffered()) {
                out.flush();
            }
        }
    }

    private void answer(Connection connection, Request request, Responder responder) throws IOException {
        boolean transfer = request.type() == Wire.TYPE_AXFR || request.type() == Wire.TYPE_IXFR;
        if (request.tsig() < 0) {
            responder.respond(request, Wire.MAX_MESSAGE);
            send(connection.out(), responder.message(), responder.length());
        } else if (transfer && request.opcode() == Wire.QUERY) {
            transfer(connection, request);
        } else {
            byte[] reply = signed.answer(request, Wire.MAX_MESSAGE);
            send(connection.out(), reply, reply.length);
        }
    }

    private void transfer(Connection connection, Request request) throws IOException {
        TsigCheck.Verdict verdict;
        Optional<ServedZone> zone;
        try {
            verdict = signed.check(request);
            zone = zone(request);
        } catch (MalformedMessageException e) {
            verdict = null;
            zone = Optional.empty();
        }
        if (verdict instanceof TsigCheck.Verdict.Good good && zone.isPresent()) {
            LOG.info(
                    "dns: {} takes zone {} serial={} key={}",
                    connection.peer().getHostAddress(),
                    zone.get().zone().apex(),
                    zone.get().zone().serial(),
                    good.key());
            new Transfer(request, zone.get(), good.signer())
                    .send(message -> send(connection.out(), message, message.length));
        } else if (verdict instanceof TsigCheck.Verdict.Good good) {
            byte[] reply = good.signer().sign(SignedService.header(request, Wire.NOT_AUTH));
            send(connection.out(), reply, reply.length);
        } else {
            byte[] reply = signed.answer(request, Wire.MAX_MESSAGE);
            send(connection.out(), reply, reply.length);
        }
    }

    private Optional<ServedZone> zone(Request request) throws MalformedMessageException {
        MessageReader in = new MessageReader(request.message(), request.length());
        in.skip(Wire.HEADER);
        Optional<DnsName> apex = in.name();
        return request.questionClass() == Wire.CLASS_IN ? apex.flatMap(zones::at) : Optional.empty();
    }

    /** The next message; empty at the end of the stream, or when one is longer than any we answer. */
    private byte[] read(Connection connection) throws IOException {
        BoundedReader in = connection.in();
        long deadline = nanoTime.getAsLong() + PATIENCE.toNanos();
        byte[] length = new byte[2];
        if (!read(connection, in, length, deadline)) {
            return length;
        }
        int octets = (length[0] & 0xFF) << 8 | (length[1] & 0xFF);
        byte[] message = new byte[octets > MAX_REQUEST ? 0 : octets];
        return read(connection, in, message, deadline) ? message : length;
    }

    /** Fills the array before the deadline, however slowly the octets trickle; false at the end of the stream. */
    private boolean read(Connection connection, BoundedReader in, byte[] into, long deadline) throws IOException {
        int had = 0;
        while (had < into.length) {
            Duration left = Duration.ofNanos(deadline - nanoTime.getAsLong());
            if (left.toMillis() <= 0) {
                throw new SocketTimeoutException("a message takes too long");
            }
            connection.readTimeout(left);
            int count = in.read(into, had, into.length - had);
            if (count < 0) {
                return false;
            }
            had += count;
        }
        return true;
    }

    private static void send(Output out, byte[] message, int length) throws IOException {
        out.write(new byte[] {(byte) (length >> 8), (byte) length});
        out.write(message, 0, length);
    }
}
