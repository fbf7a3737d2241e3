// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.abuse;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fumibako.delivery.Arrival;
import org.fumibako.delivery.Envelope;
import org.fumibako.delivery.dsn.FieldText;
import org.fumibako.journal.AbuseEvent;
import org.fumibako.journal.Protocol;
import org.fumibako.registry.Account;

/** Step: an error mail from another server about a message that its recipient never sent is filed as junk. */
public final class Backscatter {
    private static final int MAX_TEXT = 200;

    private final SentRecord sent;

    public Backscatter(SentRecord sent) {
        this.sent = sent;
    }

    /** The row for the journal when the message is backscatter for every account that it goes to; empty when it is not, or in doubt. */
    public Optional<AbuseEvent> judge(Arrival arrival) throws IOException {
        boolean mayBe = arrival.origin().protocol() == Protocol.SMTP
                && arrival.envelope().sender().isEmpty()
                && arrival.envelope().recipients().size() == 1;
        if (!mayBe) {
            return Optional.empty();
        }
        Optional<Bounce> bounce = Bounce.read(arrival.content());
        if (bounce.isEmpty()
                || (bounce.get().messageIds().isEmpty()
                        && bounce.get().recipients().isEmpty())) {
            return Optional.empty();
        }
        Envelope.Recipient recipient = arrival.envelope().recipients().getFirst();
        boolean neverSent = recipient.accounts().stream()
                .map(Account::id)
                .map(account -> sent.ask(
                        account, bounce.get().messageIds(), bounce.get().recipients()))
                .allMatch(SentRecord.Answer.NOT_SENT::equals);
        return neverSent ? Optional.of(evidence(bounce.get())) : Optional.empty();
    }

    private static AbuseEvent evidence(Bounce bounce) {
        String about = Stream.concat(
                        bounce.messageIds().stream().map(id -> "<" + id + ">"), bounce.recipients().stream())
                .limit(3)
                .collect(Collectors.joining(", "));
        return new AbuseEvent.Backscatter(
                FieldText.line(bounce.from(), MAX_TEXT),
                "an error about mail that this account never sent: " + FieldText.line(about, MAX_TEXT));
    }
}
