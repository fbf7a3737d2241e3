// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.Origin;
import org.fumibako.journal.OutgoingEvent;
import org.fumibako.model.AccountId;
import org.fumibako.model.EmailAddress;
import org.fumibako.store.pack.LogEvent;
import org.fumibako.store.queue.QueueAttempt;
import org.fumibako.store.queue.QueuedMessage;
import org.fumibako.store.queue.Settlement;

/** Notes what came of attempts, together with the notifications of it. */
final class SettleChange implements Change<Boolean> {
    static final Origin ORIGIN = Origin.system("queue");

    private final List<Settlement> settlements;
    private final AppendChange notices;
    private final List<PreparedAppend> prepared;

    SettleChange(List<Settlement> settlements, AppendChange notices, List<PreparedAppend> prepared) {
        this.settlements = settlements;
        this.notices = notices;
        this.prepared = prepared;
    }

    @Override
    public Collection<AccountId> accounts() {
        return notices.accounts();
    }

    @Override
    public long weight() {
        return notices.weight() + 64L * settlements.size();
    }

    @Override
    public Boolean apply(Group group) throws SQLException {
        Map<QueuedMessage, List<Settlement>> closed = new LinkedHashMap<>();
        for (Settlement settlement : settlements) {
            group.queue().settle(settlement);
            group.journal(settlement.message().owner().account(), ORIGIN, event(settlement));
            if (settlement.closes()) {
                closed.computeIfAbsent(settlement.message(), _ -> new ArrayList<>())
                        .add(settlement);
            }
        }
        closed.forEach((message, ofOne) -> record(group, message, ofOne));
        List<List<Append.Outcome>> outcomes = notices.apply(group);
        for (int i = 0; i < outcomes.size(); i++) {
            dropped(group, prepared.get(i), outcomes.get(i));
        }
        return true;
    }

    private static void record(Group group, QueuedMessage message, List<Settlement> closed) {
        List<Settlement> rest = new ArrayList<>(closed);
        while (!rest.isEmpty()) {
            var state = rest.getFirst().state();
            List<Integer> positions = rest.stream()
                    .filter(settlement -> settlement.state() == state)
                    .map(settlement -> settlement.recipient().position())
                    .toList();
            group.record(new LogEvent.QueueChanged(message.queueId(), positions, state));
            rest.removeIf(settlement -> settlement.state() == state);
        }
    }

    private static OutgoingEvent event(Settlement settlement) {
        long id = settlement.message().queueId();
        EmailAddress recipient = settlement.recipient().addressee().address();
        QueueAttempt attempt = settlement.attempt();
        return switch (settlement.result()) {
            case Settlement.Result.Delivered _ ->
                new OutgoingEvent.Delivered(id, recipient, attempt.server(), attempt.tls(), attempt.outcome());
            case Settlement.Result.Deferred deferred ->
                new OutgoingEvent.Deferred(id, recipient, attempt.server(), attempt.outcome(), deferred.next());
            case Settlement.Result.Failed _ ->
                new OutgoingEvent.Bounced(id, recipient, attempt.server(), attempt.outcome());
            case Settlement.Result.Expired _ ->
                new OutgoingEvent.Expired(id, recipient, attempt.server(), attempt.outcome());
        };
    }

    /** Nobody is told of a notification that could not be delivered; the journal is. */
    private void dropped(Group group, PreparedAppend notice, List<Append.Outcome> outcomes) {
        for (int i = 0; i < outcomes.size(); i++) {
            Append.Filing filing = notice.append().filings().get(i);
            if (!(outcomes.get(i) instanceof Append.Outcome.Filed)
                    && filing.recipient().isPresent()) {
                JournalEvent event = new OutgoingEvent.NoticeDropped(
                        settlements.getFirst().message().queueId(),
                        filing.recipient().get(),
                        outcomes.get(i) instanceof Append.Outcome.OverQuota
                                ? "the mailbox is full"
                                : "no such mailbox");
                group.journal(filing.account(), ORIGIN, event);
            }
        }
    }
}
