// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fumibako.dns.Answer;
import org.fumibako.dns.Budget;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.RecordText;
import org.fumibako.dns.RecordType;
import org.fumibako.dns.Resolver;

/** A small world of names for tests of this floor. A name that hangs answers what it has, and fails for other types. */
public final class Zone implements Resolver {
    private static final int MAX_ALIASES = 8;

    private final Map<DnsName, List<RecordData>> records = new HashMap<>();
    private final Set<DnsName> hanging = new HashSet<>();
    private int questions;

    /** Lines such as {@code example.jp TXT "v=spf1 -all"}. */
    public static Zone of(String lines) {
        Zone zone = new Zone();
        lines.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            String[] words = line.split("\\s+", 3);
            zone.add(words[0], RecordText.parse(RecordType.valueOf(words[1]), words[2]));
        });
        return zone;
    }

    public Zone add(String name, RecordData data) {
        records.computeIfAbsent(DnsName.of(name), _ -> new ArrayList<>()).add(data);
        return this;
    }

    /** A TXT record of any length. */
    public Zone txt(String name, String text) {
        List<String> strings = new ArrayList<>();
        for (int i = 0; i < text.length(); i += RecordData.MAX_STRING) {
            strings.add(text.substring(i, Math.min(text.length(), i + RecordData.MAX_STRING)));
        }
        return add(name, new RecordData.Txt(strings));
    }

    public Zone hang(String name) {
        hanging.add(DnsName.of(name));
        return this;
    }

    public int questions() {
        return questions;
    }

    /** More than any test needs. */
    public static Budget plenty() {
        return Budget.of(10_000, Duration.ofHours(1), () -> 0);
    }

    @Override
    public Answer resolve(DnsName name, RecordType type, Budget budget) {
        if (!budget.spend()) {
            return new Answer.Failure(Answer.Reason.BUDGET_SPENT, "for " + name);
        }
        questions++;
        DnsName at = name;
        for (int aliases = 0; aliases < MAX_ALIASES; aliases++) {
            List<RecordData> here = records.getOrDefault(at, List.of());
            List<RecordData> found =
                    here.stream().filter(data -> data.type() == type).toList();
            if (!found.isEmpty()) {
                return new Answer.Records(found, Duration.ofHours(1), false);
            }
            if (hanging.contains(at)) {
                return new Answer.Failure(Answer.Reason.TIMEOUT, at.text());
            }
            if (!(here.stream()
                            .filter(RecordData.Cname.class::isInstance)
                            .findFirst()
                            .orElse(null)
                    instanceof RecordData.Cname alias)) {
                return exists(at) ? new Answer.NoData() : new Answer.NoSuchName();
            }
            at = alias.target();
        }
        return new Answer.Failure(Answer.Reason.MALFORMED, "aliases go on and on from " + name);
    }

    private boolean exists(DnsName name) {
        return records.keySet().stream().anyMatch(known -> known.isUnder(name));
    }
}
