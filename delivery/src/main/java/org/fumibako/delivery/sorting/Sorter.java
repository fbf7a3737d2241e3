// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.sorting;

import java.io.IOException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.fumibako.delivery.spam.Mark;
import org.fumibako.delivery.spam.Ruling;
import org.fumibako.delivery.spam.Rulings;
import org.fumibako.mime.BodyPart;
import org.fumibako.mime.Headers;
import org.fumibako.mime.MessageSummary;
import org.fumibako.mime.MimeLimits;
import org.fumibako.model.AccountId;
import org.fumibako.model.Content;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Account;
import org.fumibako.registry.sorting.SortingRules;
import org.fumibako.sieve.Mail;
import org.fumibako.store.MessageStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The step of delivery that asks the rules of accounts and domains. */
public final class Sorter {
    private static final Logger LOG = LoggerFactory.getLogger(Sorter.class);

    private final SortingRules rules;
    private final MessageStore store;
    private final Library library;
    private final Identity identity;
    private final InstantSource clock;

    /**
     * What scripts may know of the place they run at.
     *
     * @param host our own name
     * @param zone of dates, when a script names none
     */
    public record Identity(DomainName host, ZoneId zone) {}

    public Sorter(SortingRules rules, MessageStore store, Identity identity, InstantSource clock) {
        this.rules = rules;
        this.store = store;
        this.library = new Library(rules);
        this.identity = identity;
        this.clock = clock;
    }

    /**
     * A message to be sorted.
     *
     * @param filed as it lies in mailboxes, but for what the spam filter writes into it
     * @param rulings what the spam filter said of it
     */
    public record Message(Content filed, MessageSummary summary, Optional<EmailAddress> sender, Rulings rulings) {}

    /** Sorts one message. */
    public Sorting over(Message message) {
        return new OneMessage(message);
    }

    /** What rules have to remember once the message is on disk. */
    public void done(Account account, Sorted sorted) {
        sorted.answer()
                .marks()
                .forEach(mark ->
                        rules.remember(account.id(), mark.id(), clock.instant().plus(mark.remembered())));
    }

    /** Reads the header when the first script wants it. */
    private final class OneMessage implements Sorting {
        private final Message message;
        private final Map<Mark, Headers> headers = new HashMap<>(2);
        private Map<AccountId, Sorted> known = Map.of();

        OneMessage(Message message) {
            this.message = message;
        }

        @Override
        public Sorted of(Account account, EmailAddress recipient) {
            SortingRules.Sorting wanted = rules.of(account.id());
            if (wanted.isNone()) {
                return Sorted.UNTOUCHED;
            }
            Sorted before = known.get(account.id());
            if (before != null) {
                return before;
            }
            known = known.isEmpty() ? new HashMap<>() : known;
            Sorted sorted = sort(account, recipient, wanted);
            known.put(account.id(), sorted);
            return sorted;
        }

        private Sorted sort(Account account, EmailAddress recipient, SortingRules.Sorting wanted) {
            try {
                Ruling ruling = message.rulings().of(account.id());
                Mail mail = new Mail(
                        message.filed(),
                        headers(ruling.mark()),
                        () -> BodyPart.decode(message.summary().structure()),
                        message.sender().map(EmailAddress::toString).orElse(""),
                        recipient.toString());
                Facts facts = new Facts(account, rules, store, library, identity, clock, ruling.score());
                return new Run(facts, mail, message).of(account, wanted);
            } catch (IOException | RuntimeException failed) {
                LOG.error("account={} mail could not be sorted and is kept", account.address(), failed);
                return Sorted.UNTOUCHED;
            }
        }

        /** As the account's copy has it, so that rules see what the filter wrote, and not what a sender would have them see. */
        private Headers headers(Mark mark) throws IOException {
            Headers known = headers.get(mark);
            if (known == null) {
                known = Headers.read(mark.on(message.filed()), MimeLimits.DEFAULT);
                headers.put(mark, known);
            }
            return known;
        }
    }
}
