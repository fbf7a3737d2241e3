// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.dkim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fumibako.dns.Answer;
import org.fumibako.dns.Budget;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.RecordType;
import org.fumibako.dns.Resolver;
import org.fumibako.model.DomainName;
import org.fumibako.registry.dkim.SigningKey;

/** Answers for the records of one domain's keys, and for nothing else, from what we keep: whether or not DNS shows them yet. */
record OwnRecords(DomainName domain, List<SigningKey> keys) implements Resolver {
    @Override
    public Answer resolve(DnsName name, RecordType type, Budget budget) {
        if (!budget.spend()) {
            return new Answer.Failure(Answer.Reason.BUDGET_SPENT, "no questions left");
        }
        String wanted = name.text().toLowerCase(Locale.ROOT);
        for (SigningKey key : keys) {
            if (type == RecordType.TXT && wanted.equals(key.selector() + "._domainkey." + domain.ascii())) {
                return new Answer.Records(List.of(record(key.record())), Duration.ZERO, false);
            }
        }
        return new Answer.NoSuchName();
    }

    /** A text in as many strings as it needs (RFC 6376 §3.6.2.2). */
    static RecordData.Txt record(String text) {
        List<String> strings = new ArrayList<>(2);
        for (int i = 0; i < text.length(); i += RecordData.MAX_STRING) {
            strings.add(text.substring(i, Math.min(text.length(), i + RecordData.MAX_STRING)));
        }
        return new RecordData.Txt(strings);
    }
}
