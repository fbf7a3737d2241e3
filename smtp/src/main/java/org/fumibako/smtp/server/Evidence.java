// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.fumibako.delivery.Envelope.Recipient;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.Origin;
import org.fumibako.model.SmtpReply;
import org.fumibako.registry.Account;

/** Writes the refusals of the dialogue into the journal. */
final class Evidence {
    private final Consumer<JournalEvent.Entry> journal;

    Evidence(Consumer<JournalEvent.Entry> journal) {
        this.journal = journal;
    }

    /** What an account, or nobody in particular, may not send. */
    void refused(Optional<Account> account, Origin origin, String sender, SmtpReply reply) {
        refused(account, origin, new JournalEvent.Refused(sender, "", reply));
    }

    void refused(Optional<Account> account, Origin origin, JournalEvent event) {
        journal.accept(new JournalEvent.Entry(account.map(Account::id), origin, event));
    }

    /** A recipient whom an account, or nobody in particular, cannot write to; nobody's is looked up by the recipient. */
    void refused(Optional<Account> author, Origin origin, String sender, String recipient, SmtpReply reply) {
        refused(author, origin, new JournalEvent.Refused(sender, recipient, reply));
    }

    /** A recipient with accounts behind it: a row for each of them. */
    void refused(Origin origin, String sender, Recipient recipient, SmtpReply reply) {
        JournalEvent event =
                new JournalEvent.Refused(sender, recipient.address().toString(), reply);
        for (Account account : recipient.accounts()) {
            journal.accept(new JournalEvent.Entry(Optional.of(account.id()), origin, event));
        }
    }

    /** A message that is refused for all its recipients. */
    void refused(Origin origin, Transaction transaction, SmtpReply reply) {
        List<Recipient> recipients = transaction.recipients();
        recipients.forEach(recipient -> refused(origin, transaction.senderText(), recipient, reply));
        transaction
                .addressees()
                .forEach(addressee -> refused(
                        Optional.empty(),
                        origin,
                        transaction.senderText(),
                        addressee.address().toString(),
                        reply));
    }
}
