// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.dsn;

import java.util.Optional;
import java.util.Set;
import org.fumibako.model.DsnNotify;
import org.fumibako.store.queue.Settlement;

/** What happened to a recipient, as a notification says it (RFC 3464 §2.3.3). */
enum Action {
    FAILED("failed", DsnNotify.FAILURE),
    DELAYED("delayed", DsnNotify.DELAY),
    /** Handed to a server that does not know of notifications, so that nothing more will be heard. */
    RELAYED("relayed", DsnNotify.SUCCESS),
    DELIVERED("delivered", DsnNotify.SUCCESS);

    private final String field;
    private final DsnNotify occasion;

    Action(String field, DsnNotify occasion) {
        this.field = field;
        this.occasion = occasion;
    }

    /** The value of the Action field. */
    String field() {
        return field;
    }

    /** Whether a sender that asked for this wants to hear of it; one that did not ask hears of what goes wrong. */
    boolean wanted(Set<DsnNotify> notifyOn) {
        return notifyOn.isEmpty() ? this == FAILED || this == DELAYED : notifyOn.contains(occasion);
    }

    /** Empty when there is nothing to tell: another server tells, or the sender knows already. */
    static Optional<Action> of(Settlement settlement) {
        return switch (settlement.result()) {
            case Settlement.Result.Failed _, Settlement.Result.Expired _ -> Optional.of(FAILED);
            case Settlement.Result.Deferred deferred ->
                deferred.delayTold() && !settlement.recipient().delayTold() ? Optional.of(DELAYED) : Optional.empty();
            case Settlement.Result.Delivered delivered ->
                delivered.notifiesOn() ? Optional.empty() : Optional.of(RELAYED);
        };
    }
}
