// SPDX-License-Identifier: Apache-2.0
package org.fumibako.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.fumibako.dns.Answer;
import org.fumibako.dns.Budget;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.Question;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.RecordText;
import org.fumibako.dns.RecordType;
import org.fumibako.dns.Resolver;

/** A resolver that knows what a test told it, fails where it was told to, and remembers what it was asked. Thread-safe. */
public final class FakeDns implements Resolver {
    /** How long every answer is said to stay true. */
    public static final Duration TTL = Duration.ofHours(1);

    private static final int MAX_ALIASES = 8;

    private final Map<DnsName, List<RecordData>> zone = new ConcurrentHashMap<>();
    private final Map<DnsName, Answer.Reason> failures = new ConcurrentHashMap<>();
    private final Set<DnsName> secure = ConcurrentHashMap.newKeySet();
    private final List<Question> asked = new CopyOnWriteArrayList<>();

    /** A world of lines such as {@code example.jp MX 10 mx.example.jp}; empty lines and those that begin with {@code ;} say nothing. */
    public static FakeDns of(String lines) {
        FakeDns dns = new FakeDns();
        lines.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith(";"))
                .forEach(line -> {
                    String[] words = line.split("\\s+", 3);
                    dns.add(words[0], RecordText.parse(RecordType.valueOf(words[1]), words[2]));
                });
        return dns;
    }

    /** Adds records at a name. */
    public FakeDns add(String name, RecordData... records) {
        zone.computeIfAbsent(DnsName.of(name), _ -> new CopyOnWriteArrayList<>())
                .addAll(List.of(records));
        return this;
    }

    /** Takes everything at a name away, a failure too. */
    public FakeDns remove(String name) {
        zone.remove(DnsName.of(name));
        failures.remove(DnsName.of(name));
        return this;
    }

    /** Makes every question about a name fail. */
    public FakeDns fail(String name, Answer.Reason reason) {
        failures.put(DnsName.of(name), reason);
        return this;
    }

    /** Lets records at a name count as proven by DNSSEC. */
    public FakeDns secure(String name) {
        secure.add(DnsName.of(name));
        return this;
    }

    /** What was asked, in order; questions that the budget refused are not in it. */
    public List<Question> asked() {
        return List.copyOf(asked);
    }

    /** How many questions were asked. */
    public int questions() {
        return asked.size();
    }

    @Override
    public Answer resolve(DnsName name, RecordType type, Budget budget) {
        if (!budget.spend()) {
            return new Answer.Failure(Answer.Reason.BUDGET_SPENT, "asking for " + name);
        }
        asked.add(new Question(name, type));
        boolean proven = true;
        DnsName at = name;
        for (int aliases = 0; aliases <= MAX_ALIASES; aliases++) {
            Answer.Reason failure = failures.get(at);
            if (failure != null) {
                return new Answer.Failure(failure, "as the test wants it for " + at);
            }
            proven &= secure.contains(at);
            List<RecordData> here = zone.getOrDefault(at, List.of());
            List<RecordData> found =
                    here.stream().filter(data -> data.type() == type).toList();
            if (!found.isEmpty()) {
                return new Answer.Records(found, TTL, proven);
            }
            List<RecordData> alias = new ArrayList<>(here);
            alias.removeIf(data -> !(data instanceof RecordData.Cname));
            if (alias.isEmpty()) {
                return exists(at) ? new Answer.NoData() : new Answer.NoSuchName();
            }
            at = ((RecordData.Cname) alias.getFirst()).target();
        }
        return new Answer.Failure(Answer.Reason.MALFORMED, "too many aliases from " + name);
    }

    private boolean exists(DnsName name) {
        return zone.keySet().stream().anyMatch(known -> known.isUnder(name));
    }
}
