// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dkim;

import java.util.ArrayList;
import java.util.List;
import org.fumibako.dns.Answer;
import org.fumibako.dns.Budget;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.Resolver;

/** Asks DNS for public keys (RFC 6376 §6.1.2). Without state. */
public final class KeyLookup {
    /**
     * Key records at one name that are tried. More than one is undefined, but happens while keys are exchanged; each costs a
     * verification.
     */
    public static final int MAX_RECORDS = 3;

    private final Resolver resolver;

    public KeyLookup(Resolver resolver) {
        this.resolver = resolver;
    }

    /**
     * The texts of the key records at a name, at least one and at most {@link #MAX_RECORDS}; costs one question.
     *
     * @throws SignatureFault when there is none, or no answer
     */
    public List<String> ask(DnsName name, Budget budget) throws SignatureFault {
        return switch (resolver.txt(name, budget)) {
            case Answer.Records records -> keys(records);
            case Answer.NoData none -> throw new SignatureFault(DkimReason.NO_KEY);
            case Answer.NoSuchName none -> throw new SignatureFault(DkimReason.NO_KEY);
            case Answer.Failure failure -> throw new SignatureFault(DkimReason.DNS_FAILED);
        };
    }

    private static List<String> keys(Answer.Records records) throws SignatureFault {
        List<String> all = records.all(RecordData.Txt.class).stream()
                .map(RecordData.Txt::joined)
                .toList();
        List<String> meant = new ArrayList<>(1);
        for (String text : all) {
            if (meant.size() < MAX_RECORDS && KeyRecord.isMeant(text)) {
                meant.add(text);
            }
        }
        if (meant.isEmpty()) {
            throw new SignatureFault(all.isEmpty() ? DkimReason.NO_KEY : DkimReason.KEY_SYNTAX);
        }
        return meant;
    }
}
