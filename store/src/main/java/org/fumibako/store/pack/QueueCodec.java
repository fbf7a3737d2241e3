// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store.pack;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.model.AccountId;
import org.fumibako.model.CustomerId;
import org.fumibako.model.EmailAddress;
import org.fumibako.store.queue.Addressee;
import org.fumibako.store.queue.Owner;
import org.fumibako.store.queue.Posting;
import org.fumibako.store.queue.QueueCodes;
import org.fumibako.store.queue.QueueEnvelope;
import org.fumibako.store.queue.RecipientState;

/** The meta parts of the queue's records. Absent texts are empty, absent numbers 0; the empty sender is {@code <>}. */
final class QueueCodec {
    private QueueCodec() {}

    static void write(MetaWriter out, LogEvent.Queued queued) {
        Posting posting = queued.posting();
        QueueEnvelope envelope = posting.envelope();
        out.number(queued.queueId()).number(queued.contentId()).signed(queued.acceptedAt());
        out.text(envelope.sender().map(EmailAddress::toString).orElse(""))
                .number(QueueCodes.of(envelope.body()))
                .number(envelope.smtpUtf8() ? 1 : 0)
                .number(QueueCodes.of(envelope.ret()))
                .text(envelope.envelopeId().orElse(""));
        out.number(posting.owner().account().map(AccountId::value).orElse(0L))
                .number(posting.owner().customer().map(CustomerId::value).orElse(0L))
                .number(posting.skip())
                .signed(posting.expires().toEpochMilli())
                .number(posting.addressees().size());
        for (Addressee addressee : posting.addressees()) {
            out.text(addressee.address().toString())
                    .number(QueueCodes.of(addressee.notifyOn()))
                    .text(addressee.originalRecipient().orElse(""));
        }
    }

    static LogEvent.Queued queued(MetaReader in) throws DamagedRecordException {
        long queueId = in.number();
        long contentId = in.number();
        long acceptedAt = in.signed();
        QueueEnvelope envelope = envelope(in);
        Optional<AccountId> account =
                Optional.of(in.number()).filter(id -> id > 0).map(AccountId::new);
        Optional<CustomerId> customer =
                Optional.of(in.number()).filter(id -> id > 0).map(CustomerId::new);
        long skip = in.number();
        Instant expires = Instant.ofEpochMilli(in.signed());
        int count = in.count();
        List<Addressee> addressees = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            addressees.add(
                    new Addressee(EmailAddress.of(in.text()), QueueCodes.occasions(in.number()), optional(in.text())));
        }
        Posting posting = new Posting(envelope, addressees, new Owner(account, customer), skip, expires);
        return new LogEvent.Queued(queueId, contentId, acceptedAt, posting);
    }

    private static QueueEnvelope envelope(MetaReader in) throws DamagedRecordException {
        Optional<EmailAddress> sender = optional(in.text()).map(EmailAddress::of);
        return new QueueEnvelope(
                sender,
                QueueCodes.body(in.number()),
                in.number() != 0,
                QueueCodes.ret(in.number()),
                optional(in.text()));
    }

    static void write(MetaWriter out, LogEvent.QueueChanged changed) {
        out.number(changed.queueId())
                .number(changed.state().code())
                .number(changed.positions().size());
        changed.positions().forEach(out::number);
    }

    static LogEvent.QueueChanged changed(MetaReader in) throws DamagedRecordException {
        long queueId = in.number();
        RecipientState state = RecipientState.of((int) Math.min(in.number(), Integer.MAX_VALUE));
        int count = in.count();
        List<Integer> positions = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            positions.add((int) Math.min(in.number(), Integer.MAX_VALUE));
        }
        return new LogEvent.QueueChanged(queueId, positions, state);
    }

    private static Optional<String> optional(String text) {
        return Optional.of(text).filter(some -> !some.isEmpty());
    }
}
