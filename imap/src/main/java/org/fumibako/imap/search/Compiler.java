// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongPredicate;
import org.fumibako.imap.search.Criterion.Cost;
import org.fumibako.imap.selected.ClientView;
import org.fumibako.imap.selected.MessageNumbers;
import org.fumibako.imap.wire.ObjectId;
import org.fumibako.imap.wire.SearchKey;
import org.fumibako.imap.wire.SearchKey.Comparison;
import org.fumibako.imap.wire.SequenceSet;
import org.fumibako.model.UidSet;

/** Makes criteria of keys (RFC 9051 §6.4.4). Days are days in UTC, as INTERNALDATE is told. */
final class Compiler {
    private static final long MILLIS_A_DAY = 86_400_000;

    private final ClientView view;
    private final Instant now;
    private final Words words;

    Compiler(ClientView view, Instant now, Words words) {
        this.view = view;
        this.now = now;
        this.words = words;
    }

    Criterion compile(SearchKey key) {
        return switch (key) {
            case SearchKey.All() -> new SnapshotCriterion((snapshot, at) -> true);
            case SearchKey.And(List<SearchKey> keys) -> Combination.all(compile(keys));
            case SearchKey.Or(SearchKey first, SearchKey second) -> Combination.any(compile(List.of(first, second)));
            case SearchKey.Not(SearchKey not) -> new Negation(compile(not));
            case SearchKey.SystemFlag(int bit) ->
                new SnapshotCriterion((snapshot, at) -> snapshot.flags(at).has(bit));
            case SearchKey.Keyword(String keyword) -> keyword(keyword);
            case SearchKey.Header(String field, String text) -> words.header(field, text);
            case SearchKey.Body(String text) -> words.body(text);
            case SearchKey.Text(String text) -> words.text(text);
            case SearchKey.InternalDate(Comparison comparison, LocalDate date) -> {
                LongPredicate days = days(comparison, date);
                yield new SnapshotCriterion((snapshot, at) -> days.test(snapshot.internalDate(at)));
            }
            case SearchKey.SavedDate(Comparison comparison, LocalDate date) -> {
                LongPredicate days = days(comparison, date);
                yield new SnapshotCriterion((snapshot, at) -> days.test(snapshot.savedDate(at)));
            }
            case SearchKey.SentDate(Comparison comparison, LocalDate date) -> sent(comparison, date);
            case SearchKey.Larger(long octets) ->
                new SnapshotCriterion((snapshot, at) -> snapshot.messageSize(at) > octets);
            case SearchKey.Smaller(long octets) ->
                new SnapshotCriterion((snapshot, at) -> snapshot.messageSize(at) < octets);
            case SearchKey.Younger(long seconds) -> {
                long earliest = now.toEpochMilli() - 1000 * seconds;
                yield new SnapshotCriterion((snapshot, at) -> snapshot.internalDate(at) >= earliest);
            }
            case SearchKey.Older(long seconds) -> {
                long latest = now.toEpochMilli() - 1000 * seconds;
                yield new SnapshotCriterion((snapshot, at) -> snapshot.internalDate(at) <= latest);
            }
            case SearchKey.Numbers(SequenceSet set) -> uids(MessageNumbers.uidsOfNumbers(view, set));
            case SearchKey.Uids(SequenceSet set) -> uids(MessageNumbers.uids(view, set));
            case SearchKey.ModSeq(long modSeq) ->
                new SnapshotCriterion((snapshot, at) -> snapshot.modSeq(at) >= modSeq);
            case SearchKey.EmailId(String id) ->
                new SnapshotCriterion(
                        (snapshot, at) -> ObjectId.email(snapshot.contentId(at)).equals(id));
            case SearchKey.ThreadId(String id) ->
                new SnapshotCriterion(
                        (snapshot, at) -> ObjectId.thread(snapshot.threadId(at)).equals(id));
        };
    }

    private List<Criterion> compile(List<SearchKey> keys) {
        List<Criterion> criteria = new ArrayList<>(keys.size());
        for (SearchKey key : keys) {
            criteria.add(compile(key));
        }
        return criteria;
    }

    private static Criterion keyword(String keyword) {
        String lower = keyword.toLowerCase(Locale.ROOT);
        return new SnapshotCriterion(
                (snapshot, at) -> snapshot.flags(at).keywords().contains(lower));
    }

    private static Criterion uids(UidSet uids) {
        return new SnapshotCriterion((snapshot, at) -> uids.contains(snapshot.uid(at)));
    }

    private static Criterion sent(Comparison comparison, LocalDate date) {
        return new MessageCriterion(
                Cost.ENVELOPE,
                message -> message.envelope()
                        .field("Date")
                        .flatMap(SentDate::parse)
                        .filter(day -> compare(comparison, day.toEpochDay(), date.toEpochDay()))
                        .isPresent());
    }

    private static LongPredicate days(Comparison comparison, LocalDate date) {
        long day = date.toEpochDay();
        return millis -> compare(comparison, Math.floorDiv(millis, MILLIS_A_DAY), day);
    }

    private static boolean compare(Comparison comparison, long day, long limit) {
        return switch (comparison) {
            case BEFORE -> day < limit;
            case ON -> day == limit;
            case SINCE -> day >= limit;
        };
    }
}
