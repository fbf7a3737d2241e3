// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dkim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fumibako.dns.Answer;
import org.fumibako.dns.Budget;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.RecordType;
import org.fumibako.dns.Resolver;

/** A resolver that knows TXT records; everything else does not exist. */
public final class KeyZone implements Resolver {
    private final Map<DnsName, List<RecordData>> records = new HashMap<>();
    private final Map<DnsName, Answer> answers = new HashMap<>();
    private int questions;

    /** Adds a record; text that is too long for one string becomes several. */
    public KeyZone txt(String name, String text) {
        List<String> strings = new ArrayList<>();
        for (int i = 0; i == 0 || i < text.length(); i += RecordData.MAX_STRING) {
            strings.add(text.substring(i, Math.min(text.length(), i + RecordData.MAX_STRING)));
        }
        records.computeIfAbsent(DnsName.of(name), any -> new ArrayList<>()).add(new RecordData.Txt(strings));
        return this;
    }

    public KeyZone answer(String name, Answer answer) {
        answers.put(DnsName.of(name), answer);
        return this;
    }

    public int questions() {
        return questions;
    }

    /** Enough for any test. */
    public static Budget budget() {
        return Budget.of(1_000, Duration.ofMinutes(1), System::nanoTime);
    }

    @Override
    public Answer resolve(DnsName name, RecordType type, Budget budget) {
        questions++;
        if (!budget.spend()) {
            return new Answer.Failure(Answer.Reason.BUDGET_SPENT, "no questions left");
        }
        if (answers.containsKey(name)) {
            return answers.get(name);
        }
        List<RecordData> found = records.get(name);
        return found == null || type != RecordType.TXT
                ? new Answer.NoSuchName()
                : new Answer.Records(found, Duration.ofHours(1), false);
    }
}
