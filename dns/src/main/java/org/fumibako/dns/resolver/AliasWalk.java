// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.resolver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fumibako.dns.Answer;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.Question;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.RecordType;
import org.fumibako.dns.wire.Wire;

/**
 * Makes an answer of one or more replies by following aliases from the name asked for (RFC 1034 §3.6.2). Records of names that are
 * not on the way count for nothing. For one thread, for one question.
 */
final class AliasWalk {
    private final Question question;
    private final Set<DnsName> seen = new HashSet<>();
    private DnsName at;
    private Duration ttl = ResolverLimits.MAX_TTL;
    private boolean authenticated = true;

    AliasWalk(Question question) {
        this.question = question;
        this.at = question.name();
    }

    /** What is to be asked next. */
    Question next() {
        return new Question(at, question.type());
    }

    /** Goes as far as a reply leads; empty when it ends at an alias whose target it does not know, and {@link #next} is to be asked. */
    Optional<Outcome> follow(Reply reply, boolean trusted) {
        authenticated &= trusted && reply.authenticData();
        DnsName began = at;
        while (true) {
            List<RecordData> found = records(reply, question.type());
            if (!found.isEmpty()) {
                return Optional.of(new Outcome(new Answer.Records(found, ttl, authenticated), ttl));
            }
            List<RecordData> alias = records(reply, RecordType.CNAME);
            if (alias.isEmpty()) {
                return at.equals(began)
                                || reply.rcode() == Wire.NAME_ERROR
                                || reply.negativeTtl().isPresent()
                        ? Optional.of(negative(reply))
                        : Optional.empty();
            }
            seen.add(at);
            at = ((RecordData.Cname) alias.getFirst()).target();
            if (alias.size() > 1 || seen.contains(at) || seen.size() > ResolverLimits.MAX_ALIASES) {
                return Optional.of(Outcome.failure(
                        Answer.Reason.MALFORMED,
                        "aliases go in circles, apart or on for too long: " + question.name()));
            }
        }
    }

    private List<RecordData> records(Reply reply, RecordType type) {
        List<RecordData> found = new ArrayList<>();
        for (Reply.Entry entry : reply.answers()) {
            if (entry.data().type() == type && entry.owner().equals(at) && !found.contains(entry.data())) {
                found.add(entry.data());
                ttl = shorter(ttl, entry.ttl());
            }
        }
        return found;
    }

    /** Without an SOA nothing says how long to remember it (RFC 2308 §5). */
    private Outcome negative(Reply reply) {
        Duration said = shorter(reply.negativeTtl().orElse(Duration.ZERO), ResolverLimits.MAX_NEGATIVE_TTL);
        Answer answer = reply.rcode() == Wire.NAME_ERROR ? new Answer.NoSuchName() : new Answer.NoData();
        return new Outcome(answer, shorter(said, ttl));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
