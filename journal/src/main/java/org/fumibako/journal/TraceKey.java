// SPDX-License-Identifier: Apache-2.0
package org.fumibako.journal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * The number under which the row of a message's beginning is found: the day it happened (UTC) above 40 bits of the text's hash. Two texts
 * may have the same number, so what is found is compared.
 */
final class TraceKey {
    /** Days that one question covers, more than rows are kept. */
    static final int MAX_DAYS = 400;

    private static final int HASH_BITS = 40;
    private static final long DAY = Duration.ofDays(1).toMillis();

    /** FNV-1a with 64 bits: spreads well and needs no table. */
    private static final long BASIS = 0xcbf29ce484222325L;

    private static final long PRIME = 0x100000001b3L;

    private TraceKey() {}

    /** Of the message that begins with {@code event}; empty when none does, or when it says no Message-ID. */
    static OptionalLong ofMessage(long at, JournalEvent event) {
        return switch (event) {
            case JournalEvent.Filed filed -> key(at, filed.messageId());
            case OutgoingEvent.Queued queued -> key(at, queued.messageId());
            case SortingEvent.Discarded discarded -> key(at, discarded.messageId());
            default -> OptionalLong.empty();
        };
    }

    /** Of the sender of the message that begins with {@code event}; empty when none does, and for the null sender. */
    static OptionalLong ofSender(long at, JournalEvent event) {
        return switch (event) {
            case JournalEvent.Filed filed ->
                key(at, filed.sender().map(Object::toString).orElse(""));
            case OutgoingEvent.Queued queued ->
                key(at, queued.sender().map(Object::toString).orElse(""));
            case SortingEvent.Discarded discarded ->
                key(at, discarded.sender().map(Object::toString).orElse(""));
            case JournalEvent.Refused refused -> key(at, refused.sender());
            default -> OptionalLong.empty();
        };
    }

    /** Every number that a text may have between two times (milliseconds since 1970), {@link #MAX_DAYS} of them at most, the latest. */
    static List<Long> between(long since, long until, String text) {
        long last = Math.floorDiv(until, DAY);
        long first = Math.max(Math.floorDiv(since, DAY), last - MAX_DAYS + 1);
        return LongStream.rangeClosed(first, last)
                .map(day -> of(day, text))
                .boxed()
                .toList();
    }

    private static OptionalLong key(long at, String text) {
        return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(of(Math.floorDiv(at, DAY), text));
    }

    private static long of(long day, String text) {
        long hash = BASIS;
        for (byte octet : text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (octet & 0xff)) * PRIME;
        }
        return (day << HASH_BITS) | ((hash ^ (hash >>> HASH_BITS)) & ((1L << HASH_BITS) - 1));
    }
}
