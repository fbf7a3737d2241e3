// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.spf;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.fumibako.dns.Answer;
import org.fumibako.dns.Budget;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.RecordType;
import org.fumibako.dns.Resolver;

/** The questions of one evaluation, and those among them that stayed without an answer. */
final class SpfLookups {
    private final Resolver resolver;
    private final Budget budget;
    private int voids;

    SpfLookups(Resolver resolver, Budget budget) {
        this.resolver = resolver;
        this.budget = budget;
    }

    /** The TXT records of a name; none when there is no such name. */
    List<String> texts(DnsName name) throws SpfError {
        Answer answer = resolver.resolve(name, RecordType.TXT, budget);
        refuseFailure(answer, name);
        return answer.all(RecordData.Txt.class).stream()
                .map(RecordData.Txt::joined)
                .toList();
    }

    /** What a term asks for. No answer is a void look-up, and too many of those a permanent error (RFC 7208 §4.6.4). */
    Answer ofTerm(DnsName name, RecordType type) throws SpfError {
        Answer answer = resolver.resolve(name, type, budget);
        refuseFailure(answer, name);
        if (!(answer instanceof Answer.Records) && ++voids > SpfLimits.VOIDS) {
            throw SpfError.permanent("more than " + SpfLimits.VOIDS + " look-ups found nothing, the last one " + name);
        }
        return answer;
    }

    /** Like {@link #ofTerm}, for a name that the domain's owner did not write himself. */
    Answer ofName(DnsName name, RecordType type) {
        return resolver.resolve(name, type, budget);
    }

    static void refuseFailure(Answer answer, DnsName name) throws SpfError {
        if (answer instanceof Answer.Failure failure) {
            throw SpfError.temporary("DNS did not answer for " + name + ": " + failure.reason());
        }
    }

    static List<InetAddress> addresses(Answer answer) {
        List<InetAddress> addresses = new ArrayList<>();
        answer.all(RecordData.A.class).forEach(a -> addresses.add(a.address()));
        answer.all(RecordData.Aaaa.class).forEach(aaaa -> addresses.add(aaaa.address()));
        return addresses;
    }
}
