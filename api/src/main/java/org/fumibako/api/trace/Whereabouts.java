// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.trace;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.JournalRow;
import org.fumibako.journal.OutgoingEvent;
import org.fumibako.journal.SortingEvent;
import org.fumibako.model.AccountId;

/** Where a message is after all that happened to it; {@code mailbox} is where it is kept, or empty. */
record Whereabouts(TraceState state, String mailbox) {
    /** In short; of several recipients the one that asks for something. */
    enum TraceState {
        KEPT,
        DELETED,
        PURGED,
        DISCARDED,
        REFUSED,
        WAITING,
        HELD,
        FAILED,
        CANCELLED,
        DELIVERED
    }

    private record Place(Optional<AccountId> account, String mailbox, long uid) {}

    /** {@code rows} in the order in which they happened. */
    static Whereabouts after(List<JournalRow> rows) {
        Story story = new Story();
        rows.forEach(story::add);
        return story.end();
    }

    /** What is known when some of the rows were read. */
    private static final class Story {
        private final Map<Place, Boolean> places = new LinkedHashMap<>();
        private final Map<String, TraceState> ways = new HashMap<>();
        private TraceState last = TraceState.REFUSED;

        void add(JournalRow row) {
            Optional<AccountId> account = row.account();
            switch (row.event()) {
                case JournalEvent.Filed filed -> places.put(new Place(account, filed.mailbox(), filed.uid()), true);
                case JournalEvent.Copied copied -> places.put(new Place(account, copied.to(), copied.toUid()), true);
                case JournalEvent.Moved moved -> {
                    places.remove(new Place(account, moved.from(), moved.fromUid()));
                    places.put(new Place(account, moved.to(), moved.toUid()), true);
                }
                case JournalEvent.Deleted gone -> leave(TraceState.DELETED, account, gone.mailbox(), gone.uid());
                case JournalEvent.Purged gone -> leave(TraceState.PURGED, account, gone.mailbox(), gone.uid());
                case SortingEvent.Discarded _ -> last = TraceState.DISCARDED;
                case OutgoingEvent outgoing ->
                    way(outgoing)
                            .ifPresent(state -> ways.put(outgoing.recipient().toString(), state));
                default -> {
                    // Says nothing of where it is.
                }
            }
        }

        private void leave(TraceState how, Optional<AccountId> account, String mailbox, long uid) {
            last = how;
            places.remove(new Place(account, mailbox, uid));
        }

        private static Optional<TraceState> way(OutgoingEvent event) {
            return switch (event) {
                case OutgoingEvent.Queued _, OutgoingEvent.Deferred _, OutgoingEvent.Released _ ->
                    Optional.of(TraceState.WAITING);
                case OutgoingEvent.Held _ -> Optional.of(TraceState.HELD);
                case OutgoingEvent.Delivered _ -> Optional.of(TraceState.DELIVERED);
                case OutgoingEvent.Bounced _, OutgoingEvent.Expired _ -> Optional.of(TraceState.FAILED);
                case OutgoingEvent.Cancelled _ -> Optional.of(TraceState.CANCELLED);
                case OutgoingEvent.NoticeDropped _ -> Optional.empty();
            };
        }

        Whereabouts end() {
            for (TraceState state : List.of(
                    TraceState.FAILED,
                    TraceState.HELD,
                    TraceState.WAITING,
                    TraceState.DELIVERED,
                    TraceState.CANCELLED)) {
                if (ways.containsValue(state)) {
                    return new Whereabouts(state, "");
                }
            }
            return places.keySet().stream()
                    .reduce((before, after) -> after)
                    .map(place -> new Whereabouts(TraceState.KEPT, place.mailbox()))
                    .orElseGet(() -> new Whereabouts(last, ""));
        }
    }
}
