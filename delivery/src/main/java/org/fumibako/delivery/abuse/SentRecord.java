// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.abuse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fumibako.journal.Journal;
import org.fumibako.journal.JournalRow;
import org.fumibako.journal.OutgoingEvent;
import org.fumibako.model.AccountId;
import org.fumibako.model.EmailAddress;

/**
 * What accounts have sent to other servers, by the journal: message ids and recipients. Its rows are on disk before a message leaves. Read once for an account that gets errors, and
 * from then on only what is new, so that a flood of them costs little. Safe for any number of threads.
 */
public final class SentRecord {
    /** Rows of one account that are read; whoever sends more in the journal's ninety days is not judged by what is not found. */
    static final int MAX_ROWS = 20_000;

    /** Words in memory over all accounts, some 50 octets each. */
    private static final long MAX_HELD = 500_000;

    /** Rows behind the youngest one that are read again: another process may have written them in another order. */
    private static final long SLACK = 1_000;

    private static final Duration HELD_FOR = Duration.ofMinutes(10);

    private final Journal journal;
    private final Cache<AccountId, Known> held = Caffeine.newBuilder()
            .expireAfterAccess(HELD_FOR)
            .maximumWeight(MAX_HELD)
            .weigher((AccountId account, Known known) -> known.words().size() + 1)
            .build();

    public SentRecord(Journal journal) {
        this.journal = journal;
    }

    /** What is known of one account: hashes of ids and of recipients' keys. */
    private record Known(long youngest, boolean complete, Set<Long> words) {
        static final Known NOTHING = new Known(0, true, Set.of());
    }

    /** What the record says. */
    enum Answer {
        SENT,
        NOT_SENT,
        /** The account has sent more than is read. */
        UNKNOWN
    }

    /** Whether the account has sent a message with one of these ids, or to one of these recipients. */
    Answer ask(AccountId account, Collection<String> messageIds, Collection<String> recipients) {
        Known known = refreshed(account);
        boolean sent = messageIds.stream().anyMatch(id -> known.words().contains(word('m', id)))
                || recipients.stream().anyMatch(key -> known.words().contains(word('r', key)));
        if (sent) {
            return Answer.SENT;
        }
        return known.complete() ? Answer.NOT_SENT : Answer.UNKNOWN;
    }

    /** Whether the account has sent something to that address; false in doubt. */
    public boolean hasSentTo(AccountId account, EmailAddress recipient) {
        return ask(account, List.of(), List.of(recipient.key())) == Answer.SENT;
    }

    private Known refreshed(AccountId account) {
        Known known = held.get(account, _ -> Known.NOTHING);
        List<JournalRow> rows = journal.queued(account, Math.max(0, known.youngest() - SLACK), MAX_ROWS);
        if (rows.isEmpty() || rows.getFirst().id() == known.youngest()) {
            return known;
        }
        Set<Long> words = new HashSet<>(known.words());
        for (JournalRow row : rows) {
            if (row.event() instanceof OutgoingEvent.Queued queued) {
                words.add(word('m', queued.messageId()));
                words.add(word('r', queued.recipient().key()));
            }
        }
        Known newer = new Known(rows.getFirst().id(), known.complete() && rows.size() < MAX_ROWS, words);
        held.put(account, newer);
        return newer;
    }

    /** 64 bits of a text (FNV-1a); two of a million that are alike would file one error where it need not be. */
    private static long word(char kind, String text) {
        long hash = 0xcbf29ce484222325L ^ kind;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
