// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.abroad;

import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fumibako.api.abroad.CountryAttempts.CountryAttempt;
import org.fumibako.api.abroad.CountryAttempts.CountryOutcome;
import org.fumibako.journal.Journal;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.JournalRow;
import org.fumibako.journal.TraceQuery;
import org.fumibako.model.AccountId;
import org.fumibako.registry.Account;

/** Finds in the journal who came from abroad. */
final class AttemptReader {
    /** Rows that are looked at, which are held in memory: of a domain under attack the latest hours. */
    static final int ROWS = 5_000;

    private final Journal journal;
    private final Abroad abroad;

    AttemptReader(Journal journal, Abroad abroad) {
        this.journal = journal;
        this.abroad = abroad;
    }

    private record Key(AccountId account, InetAddress peer) {}

    CountryAttempts read(List<Account> accounts, Instant since) {
        Map<AccountId, String> names = new HashMap<>();
        accounts.forEach(account -> names.put(account.id(), account.address().toString()));
        journal.flush();
        List<JournalRow> rows = rows(List.copyOf(names.keySet()), since);
        Map<Key, List<JournalRow>> groups = new LinkedHashMap<>();
        for (JournalRow row : rows) {
            Optional<InetAddress> peer = row.origin().peer();
            if (row.account().isPresent() && peer.isPresent() && isAbroad(row.event(), peer.get())) {
                groups.computeIfAbsent(new Key(row.account().get(), peer.get()), first -> new ArrayList<>())
                        .add(row);
            }
        }
        List<CountryAttempt> items = groups.entrySet().stream()
                .map(group -> attempt(names.getOrDefault(group.getKey().account(), ""), group.getValue()))
                .toList();
        return new CountryAttempts(items, since, rows.size() >= ROWS);
    }

    /** A journal is asked about so many accounts at once. */
    private List<JournalRow> rows(List<AccountId> accounts, Instant since) {
        List<JournalRow> rows = new ArrayList<>();
        for (int from = 0; from < accounts.size(); from += TraceQuery.MAX_ACCOUNTS) {
            int to = Math.min(accounts.size(), from + TraceQuery.MAX_ACCOUNTS);
            rows.addAll(journal.signIns(Set.copyOf(accounts.subList(from, to)), since, ROWS));
        }
        rows.sort(Comparator.comparingLong(JournalRow::id).reversed());
        return rows.size() > ROWS ? rows.subList(0, ROWS) : rows;
    }

    private boolean isAbroad(JournalEvent event, InetAddress peer) {
        return event instanceof JournalEvent.RefusedAbroad
                || abroad.country(peer).isPresent();
    }

    private CountryAttempt attempt(String account, List<JournalRow> rows) {
        JournalRow latest = rows.getFirst();
        InetAddress peer = latest.origin().peer().orElseThrow();
        CountryOutcome outcome = rows.stream()
                .map(row -> outcome(row.event()))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return new CountryAttempt(
                account,
                peer.getHostAddress(),
                country(peer, rows),
                latest.origin().client(),
                latest.at(),
                rows.size(),
                outcome);
    }

    private static CountryOutcome outcome(JournalEvent event) {
        return switch (event) {
            case JournalEvent.RefusedAbroad _ -> CountryOutcome.REFUSED;
            case JournalEvent.SignedIn _ -> CountryOutcome.SIGNED_IN;
            default -> CountryOutcome.FAILED;
        };
    }

    /** As it was known when sending was refused, or as it is known now. */
    private String country(InetAddress peer, List<JournalRow> rows) {
        return rows.stream()
                .map(row -> row.event() instanceof JournalEvent.RefusedAbroad refused ? refused.country() : "")
                .filter(code -> !code.isEmpty())
                .findFirst()
                .or(() -> abroad.country(peer))
                .orElse("");
    }
}
