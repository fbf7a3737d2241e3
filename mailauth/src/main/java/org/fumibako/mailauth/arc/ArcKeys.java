// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.arc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fumibako.dns.Budget;
import org.fumibako.dns.DnsName;
import org.fumibako.mailauth.dkim.DkimReason;
import org.fumibako.mailauth.dkim.KeyLookup;
import org.fumibako.mailauth.dkim.KeyRecord;
import org.fumibako.mailauth.dkim.SignatureAlgorithm;
import org.fumibako.mailauth.dkim.SignatureFault;
import org.fumibako.mailauth.dkim.SignatureTags;
import org.fumibako.mailauth.message.OctetBuffer;

/** The keys of one chain, each asked for once. For one thread. */
final class ArcKeys {
    private final KeyLookup lookup;
    private final Budget budget;
    private final Map<DnsName, List<String>> known = new HashMap<>();

    ArcKeys(KeyLookup lookup, Budget budget) {
        this.lookup = lookup;
        this.budget = budget;
    }

    /** Refuses the signature in {@code tags} unless it is over {@code input}, by a key that its domain publishes. */
    void check(SignatureTags tags, OctetBuffer input) throws SignatureFault {
        SignatureAlgorithm algorithm = tags.algorithm();
        byte[] signature = tags.signature();
        SignatureFault first = null;
        for (String text : records(tags.keyName())) {
            try {
                KeyRecord record = KeyRecord.parse(text);
                record.check(algorithm);
                if (algorithm.verifies(record.key(), input, signature)) {
                    return;
                }
                throw new SignatureFault(DkimReason.HEADER_CHANGED);
            } catch (SignatureFault fault) {
                first = first == null ? fault : first;
            }
        }
        throw first == null ? new SignatureFault(DkimReason.NO_KEY) : first;
    }

    private List<String> records(DnsName name) throws SignatureFault {
        List<String> records = known.get(name);
        if (records == null) {
            records = lookup.ask(name, budget);
            known.put(name, records);
        }
        return records;
    }
}
