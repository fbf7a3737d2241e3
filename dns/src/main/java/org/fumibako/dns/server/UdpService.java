// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.server;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.function.LongSupplier;
import org.fumibako.dns.wire.Wire;

/** What one UDP worker does with a datagram. For one thread. */
final class UdpService {
    /** Checking signatures is work, so requests that have one are one kind of answer. */
    private static final int SIGNED = 1;

    private final Request request = new Request();
    private final Responder responder;
    private final SignedService signed;
    private final RateLimiter limiter;
    private final DnsServerConfig.RateLimit rate;
    private final LongSupplier nanoTime;
    private final DnsTally tally;
    private byte[] octets = new byte[Wire.SAFE_UDP];
    private int limited;

    UdpService(
            ZoneTable zones,
            SignedService signed,
            RateLimiter limiter,
            DnsServerConfig.RateLimit rate,
            LongSupplier nanoTime,
            DnsTally tally) {
        this.responder = new Responder(zones);
        this.signed = signed;
        this.limiter = limiter;
        this.rate = rate;
        this.nanoTime = nanoTime;
        this.tally = tally;
    }

    /** Puts the answer to the datagram in {@code buffer} in its place; false when none is to be sent. */
    boolean answer(ByteBuffer buffer, InetSocketAddress client) {
        boolean answered = tryAnswer(buffer, client);
        tally.datagram(answered);
        return answered;
    }

    private boolean tryAnswer(ByteBuffer buffer, InetSocketAddress client) {
        int length = buffer.remaining();
        if (length > octets.length) {
            octets = new byte[buffer.capacity()];
        }
        buffer.get(octets, 0, length);
        switch (request.read(octets, length)) {
            case NOTHING -> {
                return false;
            }
            case MALFORMED -> responder.malformed(request);
            case READ -> {
                int limit = Math.min(Wire.SAFE_UDP, request.udpSize());
                if (request.tsig() >= 0) {
                    return allows(client, SIGNED) && put(buffer, signed.answer(request, limit));
                }
                responder.respond(request, limit);
            }
        }
        if (!allows(client, System.identityHashCode(responder.answer()))) {
            if (!slips()) {
                return false;
            }
            responder.truncated(request);
        }
        return put(buffer, responder.message(), responder.length());
    }

    /** Every so often one goes out, as short as can be, so that a victim who really asks learns to use TCP. */
    private boolean slips() {
        return rate.slip() > 0 && ++limited % rate.slip() == 0;
    }

    /** Names that do not exist share one answer in each zone; those that do have one for each type. */
    private boolean allows(InetSocketAddress client, int answer) {
        return limiter.allows(client.getAddress().getAddress(), answer, nanoTime.getAsLong());
    }

    private static boolean put(ByteBuffer buffer, byte[] message) {
        return put(buffer, message, message.length);
    }

    private static boolean put(ByteBuffer buffer, byte[] message, int length) {
        buffer.clear();
        buffer.put(message, 0, length);
        buffer.flip();
        return true;
    }
}
