// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.trace;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fumibako.delivery.Countries;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.JournalRow;
import org.fumibako.journal.MessageLife;
import org.fumibako.journal.OutgoingEvent;
import org.fumibako.journal.SortingEvent;
import org.fumibako.model.AccountId;
import org.fumibako.model.EmailAddress;

/**
 * A message and all that is known of it.
 *
 * @param id of the row in which it begins
 * @param direction whether it came in, went out, or was put there by a program of the account's ({@code stored})
 * @param size octets; 0 when it was refused
 * @param state where it is now
 * @param mailbox where it is kept; empty when it is in none
 * @param events in the order in which they happened
 */
record TracedMessage(
        String id,
        Direction direction,
        String subject,
        String sender,
        List<String> recipients,
        String messageId,
        long size,
        Instant at,
        Whereabouts.TraceState state,
        String mailbox,
        List<TracedEvent> events) {

    /** Which way it went. */
    enum Direction {
        IN,
        OUT,
        STORED
    }

    /** What a message's first row says of it. */
    private record Beginning(
            Direction direction, String subject, Optional<EmailAddress> sender, String messageId, long size) {
        static Beginning of(JournalEvent event) {
            return switch (event) {
                case JournalEvent.Filed filed ->
                    new Beginning(
                            filed.recipient().isPresent() ? Direction.IN : Direction.STORED,
                            filed.subject(),
                            filed.sender(),
                            filed.messageId(),
                            filed.size());
                case OutgoingEvent.Queued queued ->
                    new Beginning(Direction.OUT, queued.subject(), queued.sender(), queued.messageId(), queued.size());
                case SortingEvent.Discarded gone ->
                    new Beginning(Direction.IN, gone.subject(), gone.sender(), gone.messageId(), 0);
                case JournalEvent.Refused refused ->
                    new Beginning(Direction.IN, "", EmailAddress.parse(refused.sender()), "", 0);
                default -> new Beginning(Direction.STORED, "", Optional.empty(), "", 0);
            };
        }
    }

    static TracedMessage of(MessageLife life, Map<AccountId, String> names, Countries countries) {
        JournalRow first = beginning(life);
        Beginning beginning = Beginning.of(first.event());
        Whereabouts now = Whereabouts.after(life.rows());
        return new TracedMessage(
                Long.toString(first.id()),
                beginning.direction(),
                beginning.subject(),
                beginning.sender().map(EmailAddress::toString).orElse(""),
                recipients(life),
                beginning.messageId(),
                beginning.size(),
                first.at(),
                now.state(),
                now.mailbox(),
                life.rows().stream()
                        .map(row -> TracedEvent.of(row, names, countries))
                        .toList());
    }

    private static JournalRow beginning(MessageLife life) {
        return life.rows().stream()
                .filter(row -> row.event() instanceof JournalEvent.Filed
                        || row.event() instanceof OutgoingEvent.Queued
                        || row.event() instanceof SortingEvent.Discarded
                        || row.event() instanceof JournalEvent.Refused)
                .findFirst()
                .orElse(life.rows().getFirst());
    }

    private static List<String> recipients(MessageLife life) {
        return life.rows().stream()
                .flatMap(row -> switch (row.event()) {
                    case JournalEvent.Filed filed -> filed.recipient().map(EmailAddress::toString).stream();
                    case OutgoingEvent.Queued queued ->
                        Optional.of(queued.recipient().toString()).stream();
                    case JournalEvent.Refused refused -> Optional.of(refused.recipient()).stream();
                    default -> Optional.<String>empty().stream();
                })
                .map(text -> text.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }
}
