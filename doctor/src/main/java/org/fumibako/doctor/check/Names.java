// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.fumibako.dns.Answer;
import org.fumibako.dns.Budget;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.Resolver;

/** Questions to DNS as the world would ask them, with a bound for each check. */
public final class Names {
    /** An SPF record with all that it includes is the most that a check follows. */
    private static final int QUESTIONS = 60;

    private static final Duration TIME = Duration.ofSeconds(10);

    private final Resolver resolver;

    public Names(Resolver resolver) {
        this.resolver = resolver;
    }

    Resolver resolver() {
        return resolver;
    }

    static Budget budget() {
        return Budget.of(QUESTIONS, TIME, System::nanoTime);
    }

    Answer mx(DnsName name) {
        return resolver.mx(name, budget());
    }

    Answer txt(DnsName name) {
        return resolver.txt(name, budget());
    }

    /** Where a name leads; empty when it leads nowhere or nobody says. */
    List<InetAddress> addresses(DnsName name) {
        Answer answer = resolver.addresses(name, budget());
        List<InetAddress> all = new ArrayList<>();
        answer.all(RecordData.A.class).forEach(a -> all.add(a.address()));
        answer.all(RecordData.Aaaa.class).forEach(a -> all.add(a.address()));
        return all;
    }

    /** How an address is named. */
    List<RecordData.Ptr> pointers(InetAddress address) {
        return resolver.ptr(address, budget()).all(RecordData.Ptr.class);
    }

    /** The texts of an answer that begin with {@code version}, in any case. */
    static List<String> texts(Answer answer, String version) {
        return answer.all(RecordData.Txt.class).stream()
                .map(RecordData.Txt::joined)
                .filter(text -> text.regionMatches(true, 0, version, 0, version.length()))
                .toList();
    }
}
