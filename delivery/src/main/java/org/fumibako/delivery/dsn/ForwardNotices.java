// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.dsn;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.fumibako.delivery.Inboxes;
import org.fumibako.delivery.forward.Mark;
import org.fumibako.delivery.forward.TargetHealth;
import org.fumibako.journal.ForwardEvent;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.Origin;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.ByteSize;
import org.fumibako.model.Content;
import org.fumibako.model.EnhancedStatus;
import org.fumibako.model.Flags;
import org.fumibako.registry.Account;
import org.fumibako.registry.Directory;
import org.fumibako.registry.ForwardRules.Owned;
import org.fumibako.store.Append;
import org.fumibako.store.queue.Consignment;
import org.fumibako.store.queue.Settlement;

/**
 * What the owner of an account is told of mail that it forwarded; whoever wrote the message is told nothing. A message that the
 * target will not have and that nobody else has is put back into the mailbox.
 */
public final class ForwardNotices {
    private static final Origin ORIGIN = Origin.system("queue");

    /** What came for the owner is the owner's, full or not. */
    private static final ByteSize NO_LIMIT = new ByteSize(Long.MAX_VALUE);

    private final Directory directory;
    private final Inboxes inboxes;
    private final TargetHealth health;
    private final Consumer<JournalEvent.Entry> journal;

    /** @param journal takes rows without blocking */
    public ForwardNotices(
            Directory directory, Inboxes inboxes, TargetHealth health, Consumer<JournalEvent.Entry> journal) {
        this.directory = directory;
        this.inboxes = inboxes;
        this.health = health;
        this.journal = journal;
    }

    List<Append> of(Consignment tried, Mark mark, List<Settlement> settlements, DsnComposer composer, Instant now)
            throws IOException {
        Optional<Owned> target = health.find(mark.target())
                .filter(owned -> Optional.of(owned.account())
                        .equals(tried.message().owner().account()));
        List<Append> appends = new ArrayList<>();
        for (Settlement settlement : settlements) {
            switch (settlement.result()) {
                case Settlement.Result.Delivered _ -> target.ifPresent(health::delivered);
                case Settlement.Result.Deferred _ -> {}
                case Settlement.Result.Failed _, Settlement.Result.Expired _ ->
                    appends.addAll(failed(tried, mark, settlement, target, composer, now));
            }
        }
        return appends;
    }

    private List<Append> failed(
            Consignment tried,
            Mark mark,
            Settlement settlement,
            Optional<Owned> target,
            DsnComposer composer,
            Instant now)
            throws IOException {
        Optional<Account> owner = tried.message().owner().account().flatMap(directory::account);
        if (owner.isEmpty()) {
            return List.of();
        }
        List<Append> appends = new ArrayList<>();
        appends.add(filed(
                owner.get(),
                composer.compose(report(tried, mark, settlement, owner.get()), now)
                        .content(),
                now));
        if (!mark.kept()) {
            Append back = filed(owner.get(), tried.content(), now);
            appends.add(back);
            row(
                    owner.get(),
                    new ForwardEvent.PutBack(
                            settlement.recipient().addressee().address(),
                            back.summary().messageId()));
        }
        if (target.isPresent() && blames(settlement.attempt().status())) {
            health.failed(target.get(), settlement.attempt().words(), ORIGIN, now)
                    .ifPresent(appends::add);
        }
        return appends;
    }

    /** What is wrong with a message (its size, its form) is not the target's fault. */
    private static boolean blames(EnhancedStatus status) {
        boolean size =
                (status.subject() == 3 && status.detail() == 4) || (status.subject() == 2 && status.detail() == 3);
        return !size && status.subject() != 6;
    }

    private static Report report(Consignment tried, Mark mark, Settlement settlement, Account owner) {
        Reported reported = new Reported(
                settlement.recipient().addressee().address(),
                Optional.empty(),
                Action.FAILED,
                settlement.attempt(),
                Optional.empty());
        return new Report(
                owner.address(),
                tried.message().acceptedAt(),
                Optional.empty(),
                List.of(reported),
                tried.content(),
                false,
                mark.kept() ? Report.Occasion.FORWARDED : Report.Occasion.PUT_BACK);
    }

    private Append filed(Account account, Content content, Instant now) throws IOException {
        Append.Filing filing = new Append.Filing(
                account.id(), inboxes.of(account.id()), Flags.NONE, now, NO_LIMIT, Optional.of(account.address()));
        return new Append(content, MessageSummary.of(content), List.of(filing), Optional.empty(), ORIGIN);
    }

    private void row(Account account, ForwardEvent event) {
        journal.accept(new JournalEvent.Entry(Optional.of(account.id()), ORIGIN, event));
    }
}
