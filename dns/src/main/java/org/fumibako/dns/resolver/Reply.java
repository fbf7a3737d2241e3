// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.resolver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.RecordType;
import org.fumibako.dns.wire.MalformedMessageException;
import org.fumibako.dns.wire.MessageReader;
import org.fumibako.dns.wire.RecordReader;
import org.fumibako.dns.wire.Wire;

/**
 * What an upstream says: the records of its answer section that we know how to read, and how long its "no" holds.
 *
 * @param negativeTtl the lesser of the SOA's TTL and its minimum (RFC 2308 §5); empty without an SOA
 */
record Reply(int flags, List<Entry> answers, Optional<Duration> negativeTtl) {
    /** Octets of an SOA's data behind its names, less the minimum. */
    private static final int BEFORE_MINIMUM = 16;

    /** A record of the answer section. */
    record Entry(DnsName owner, Duration ttl, RecordData data) {}

    int rcode() {
        return flags & Wire.RCODE_MASK;
    }

    boolean truncated() {
        return (flags & Wire.TC) != 0;
    }

    boolean authenticData() {
        return (flags & Wire.AD) != 0;
    }

    /** Reads a reply to {@code query}; a message that does not answer it is malformed. */
    static Reply read(Query query, byte[] message, int length) throws MalformedMessageException {
        MessageReader in = new MessageReader(message, length);
        if (in.u16() != query.id()) {
            throw new MalformedMessageException("another id");
        }
        int flags = in.u16();
        boolean response = (flags & Wire.QR) != 0 && (flags & Wire.OPCODE_MASK) == Wire.QUERY;
        int questions = in.u16();
        int answers = in.u16();
        int authorities = in.u16();
        in.u16();
        if (response && (flags & Wire.RCODE_MASK) != Wire.NO_ERROR && questions == 0) {
            // Servers that cannot read the question (RFC 1035 §4.1.1) do not repeat it; this only makes us try
            // otherwise.
            return new Reply(flags, List.of(), Optional.empty());
        }
        if (!response || questions != 1 || !query.isRepeatedBy(message, length)) {
            throw new MalformedMessageException("another question");
        }
        in.skip(query.questionEnd() - Wire.HEADER);
        if ((flags & Wire.TC) != 0) {
            return new Reply(flags, List.of(), Optional.empty());
        }
        return new Reply(flags, answers(in, answers), negativeTtl(in, authorities));
    }

    private static List<Entry> answers(MessageReader in, int count) throws MalformedMessageException {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Optional<DnsName> owner = in.name();
            Optional<RecordType> type = RecordType.of(in.u16());
            boolean internet = in.u16() == Wire.CLASS_IN;
            Duration ttl = RecordReader.ttl(in.u32());
            int length = in.u16();
            if (owner.isEmpty() || type.isEmpty() || !internet) {
                in.skip(length);
            } else {
                RecordReader.read(type.get(), in, length)
                        .ifPresent(data -> entries.add(new Entry(owner.get(), ttl, data)));
            }
        }
        return entries;
    }

    private static Optional<Duration> negativeTtl(MessageReader in, int count) throws MalformedMessageException {
        for (int i = 0; i < count; i++) {
            in.skipName();
            int type = in.u16();
            in.u16();
            Duration ttl = RecordReader.ttl(in.u32());
            int length = in.u16();
            if (type == RecordType.SOA.code()) {
                in.skipName();
                in.skipName();
                in.skip(BEFORE_MINIMUM);
                Duration minimum = RecordReader.ttl(in.u32());
                return Optional.of(ttl.compareTo(minimum) < 0 ? ttl : minimum);
            }
            in.skip(length);
        }
        return Optional.empty();
    }
}
