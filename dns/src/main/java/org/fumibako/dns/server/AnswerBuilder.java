// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.server;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.RecordType;
import org.fumibako.dns.wire.MessageWriter;
import org.fumibako.dns.wire.RecordWriter;
import org.fumibako.dns.wire.Wire;
import org.jspecify.annotations.Nullable;

/** Writes the sections of a {@link PreparedAnswer}; first the answers, then authorities, then extras. */
final class AnswerBuilder {
    private static final int POINTER_TO_QUESTION = 0xC000 | Wire.HEADER;

    private final MessageWriter out;
    private final int begin;
    private int answers;
    private int authorities;
    private int extraBegin = -1;
    private int extras;
    private int extraHosts;

    private AnswerBuilder(MessageWriter out) {
        this.out = out;
        this.begin = out.position();
    }

    /** For the question of exactly this name: names are compressed against it. */
    static AnswerBuilder behind(DnsName question) {
        MessageWriter out = new MessageWriter().octets(new byte[Wire.HEADER]);
        return new AnswerBuilder(out.name(question).u32(0));
    }

    /** For questions of any length: every name but the question's own is written in full. */
    static AnswerBuilder anywhere() {
        return new AnswerBuilder(MessageWriter.plain());
    }

    /** Answers that belong to the name asked for, or to {@code owner}. */
    void answer(Optional<DnsName> owner, RecordSet set) {
        for (RecordData data : set.data()) {
            if (owner.isPresent()) {
                RecordWriter.write(out, owner.get(), set.ttl(), data);
            } else {
                out.u16(POINTER_TO_QUESTION);
                RecordWriter.body(out, set.ttl(), data);
            }
            answers++;
        }
    }

    void authority(DnsName owner, Duration ttl, RecordData data) {
        RecordWriter.write(out, owner, ttl, data);
        authorities++;
    }

    /** The addresses of a host. */
    void extra(DnsName host, Node node) {
        if (extraBegin < 0) {
            extraBegin = out.position();
        }
        extraHosts++;
        extra(host, node.set(RecordType.A));
        extra(host, node.set(RecordType.AAAA));
    }

    int extraHosts() {
        return extraHosts;
    }

    PreparedAnswer build(int flags, boolean extraMatters) {
        byte[] all = out.message();
        int bodyEnd = extraBegin < 0 ? all.length : extraBegin;
        return new PreparedAnswer(
                flags,
                Arrays.copyOfRange(all, begin, bodyEnd),
                answers,
                authorities,
                Arrays.copyOfRange(all, bodyEnd, all.length),
                extras,
                extraMatters);
    }

    private void extra(DnsName host, @Nullable RecordSet addresses) {
        if (addresses != null) {
            for (RecordData data : addresses.data()) {
                RecordWriter.write(out, host, addresses.ttl(), data);
                extras++;
            }
        }
    }
}
