// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.forward;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.fumibako.delivery.Inboxes;
import org.fumibako.journal.ForwardEvent;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.Origin;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.ByteSize;
import org.fumibako.model.Content;
import org.fumibako.model.Flags;
import org.fumibako.registry.Account;
import org.fumibako.registry.Directory;
import org.fumibako.registry.ForwardRules;
import org.fumibako.registry.ForwardRules.Owned;
import org.fumibako.registry.ForwardRules.Tally;
import org.fumibako.store.Append;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds against targets what they do not take, and tells the owner when that stops one. What becomes of the mail is decided before,
 * so a registry that is away costs a count and no more.
 */
public final class TargetHealth {
    private static final Logger LOG = LoggerFactory.getLogger(TargetHealth.class);

    /** The owner has to learn of it although the mailbox is full. */
    private static final ByteSize NO_LIMIT = new ByteSize(Long.MAX_VALUE);

    private final ForwardRules rules;
    private final Directory directory;
    private final Inboxes inboxes;
    private final StopNotice notice;
    private final Consumer<JournalEvent.Entry> journal;

    /** @param journal takes rows without blocking */
    public TargetHealth(
            ForwardRules rules,
            Directory directory,
            Inboxes inboxes,
            StopNotice notice,
            Consumer<JournalEvent.Entry> journal) {
        this.rules = rules;
        this.directory = directory;
        this.inboxes = inboxes;
        this.notice = notice;
        this.journal = journal;
    }

    /** A target and whose it is; empty when there is none such. */
    public Optional<Owned> find(long target) {
        return orElse(Optional.empty(), () -> rules.find(target));
    }

    /** A target has taken a message. */
    public void delivered(Owned target) {
        orElse(true, () -> {
            rules.delivered(target);
            return true;
        });
    }

    private static <T> T orElse(T otherwise, Supplier<T> question) {
        try {
            return question.get();
        } catch (RuntimeException away) {
            LOG.error("what became of forwarded mail could not be counted", away);
            return otherwise;
        }
    }

    /** @return what is to be filed for the owner: a notice, when this stopped the target */
    public Optional<Append> failed(Owned target, String why, Origin origin, Instant now) {
        Tally tally = orElse(new Tally(0, false), () -> rules.failed(target, why));
        row(target, origin, new ForwardEvent.TargetFailed(target.target().address(), why, tally.failures()));
        if (!tally.stopped()) {
            return Optional.empty();
        }
        row(target, origin, new ForwardEvent.Stopped(target.target().address(), why));
        return directory.account(target.account()).flatMap(account -> notice(account, target, why, now));
    }

    private Optional<Append> notice(Account account, Owned target, String why, Instant now) {
        try {
            Content content = notice.compose(account.address(), target.target().address(), why, now);
            Append.Filing filing = new Append.Filing(
                    account.id(), inboxes.of(account.id()), Flags.NONE, now, NO_LIMIT, Optional.of(account.address()));
            return Optional.of(new Append(
                    content,
                    MessageSummary.of(content),
                    List.of(filing),
                    Optional.empty(),
                    Origin.system("forwarding")));
        } catch (IOException inMemory) {
            LOG.error("no notice that forwarding from {} was stopped", account.address(), inMemory);
            return Optional.empty();
        }
    }

    private void row(Owned target, Origin origin, ForwardEvent event) {
        journal.accept(new JournalEvent.Entry(Optional.of(target.account()), origin, event));
    }
}
