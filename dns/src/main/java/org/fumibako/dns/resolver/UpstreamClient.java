// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.resolver;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.fumibako.dns.Answer;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.Question;
import org.fumibako.dns.wire.MalformedMessageException;
import org.fumibako.dns.wire.Wire;

/** Gets a reply to one question from a list of upstreams: in rounds, each more patient, until one says something useful. */
final class UpstreamClient {
    private final Transport transport;
    private final RandomGenerator random;
    private final LongSupplier nanoTime;
    private final Duration patience;

    /** The upstream of each list that answered last. Lists are configuration, so few. */
    private final Map<List<Upstream>, Upstream> preferred = new ConcurrentHashMap<>();

    UpstreamClient(Duration patience, RandomGenerator random, LongSupplier nanoTime) {
        this.transport = new Transport(nanoTime);
        this.patience = patience;
        this.random = random;
        this.nanoTime = nanoTime;
    }

    /** A reply, and whether its word on DNSSEC counts; or why there is none. */
    sealed interface Result {
        record Replied(Reply reply, boolean trusted) implements Result {}

        record Failed(Answer.Reason reason, String detail) implements Result {}
    }

    Result ask(Question question, List<Upstream> upstreams, long deadline) {
        Result.Failed last = new Result.Failed(Answer.Reason.TIMEOUT, "no time left to ask for " + question.name());
        int first = Math.max(0, upstreams.indexOf(preferred.getOrDefault(upstreams, upstreams.getFirst())));
        for (int round = 1; round <= ResolverLimits.ROUNDS; round++) {
            for (int i = 0; i < upstreams.size(); i++) {
                Upstream upstream = upstreams.get((first + i) % upstreams.size());
                Duration wait =
                        shorter(patience.multipliedBy(round), Duration.ofNanos(deadline - nanoTime.getAsLong()));
                if (!wait.isPositive()) {
                    return last;
                }
                switch (askOne(question, upstream, wait)) {
                    case Result.Replied replied -> {
                        preferred.put(upstreams, upstream);
                        return replied;
                    }
                    case Result.Failed failed -> last = failed;
                }
            }
            if (last.reason() != Answer.Reason.TIMEOUT && last.reason() != Answer.Reason.MALFORMED) {
                // Everybody was reached and refused: asking again at once changes nothing.
                return last;
            }
        }
        return last;
    }

    private Result askOne(Question question, Upstream upstream, Duration wait) {
        InetSocketAddress address = upstream.address();
        try {
            Reply reply = exchange(question, address, wait);
            return switch (reply.rcode()) {
                case Wire.NO_ERROR, Wire.NAME_ERROR -> new Result.Replied(reply, upstream.trusted());
                case Wire.REFUSED -> failed(Answer.Reason.REFUSED, address, question.name(), "REFUSED");
                default -> failed(Answer.Reason.SERVER_FAILURE, address, question.name(), "RCODE " + reply.rcode());
            };
        } catch (SocketTimeoutException e) {
            return failed(Answer.Reason.TIMEOUT, address, question.name(), "no reply in time");
        } catch (MalformedMessageException e) {
            return failed(Answer.Reason.MALFORMED, address, question.name(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return failed(Answer.Reason.TIMEOUT, address, question.name(), e.toString());
        }
    }

    /** UDP first; TCP when the reply was cut or strays keep it from us; without EDNS where it is not known (RFC 6891 §6.2.2). */
    private Reply exchange(Question question, InetSocketAddress address, Duration wait) throws IOException {
        long end = nanoTime.getAsLong() + wait.toNanos();
        Query query = Query.of(question, true, random);
        try {
            Reply reply = transport.udp(query, address, wait);
            if (reply.rcode() == Wire.FORMAT_ERROR || reply.rcode() == Wire.NOT_IMPLEMENTED) {
                query = Query.of(question, false, random);
                reply = transport.udp(query, address, left(end));
            }
            return reply.truncated() ? transport.tcp(query, address, left(end)) : reply;
        } catch (MalformedMessageException strays) {
            return transport.tcp(Query.of(question, true, random), address, wait);
        }
    }

    private Duration left(long end) {
        return Duration.ofNanos(Math.max(0, end - nanoTime.getAsLong()));
    }

    private static Result.Failed failed(Answer.Reason reason, InetSocketAddress address, DnsName name, String detail) {
        return new Result.Failed(reason, address.getHostString() + " about " + name + ": " + detail);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
