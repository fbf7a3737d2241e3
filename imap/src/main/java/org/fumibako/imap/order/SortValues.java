// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.order;

import java.util.Arrays;
import java.util.Optional;
import org.fumibako.imap.wire.SortCriterion;
import org.fumibako.mime.EnvelopeFields;
import org.fumibako.mime.HeaderText;
import org.fumibako.store.MailboxSnapshot;

/** The values of all messages for one sort criterion, by the messages' places among the found ones. */
sealed interface SortValues {
    /** Compares two messages, ascending. */
    int compare(int one, int other);

    /** Takes the value of the message at {@code place}; {@code envelope} is empty when the message has gone. */
    void take(int place, MailboxSnapshot snapshot, int index, Optional<EnvelopeFields> envelope);

    static SortValues of(SortCriterion.Key key, int messages) {
        return switch (key) {
            case ARRIVAL, DATE, SIZE -> new Numbers(key, new long[messages]);
            case CC, FROM, SUBJECT, TO, DISPLAYFROM, DISPLAYTO -> new Texts(key, new byte[messages][]);
        };
    }

    /** Whether the envelope is looked at. */
    static boolean needsEnvelope(SortCriterion.Key key) {
        return key != SortCriterion.Key.ARRIVAL && key != SortCriterion.Key.SIZE;
    }

    /** Moments in milliseconds, or octets. */
    record Numbers(SortCriterion.Key key, long[] values) implements SortValues {
        @Override
        public int compare(int one, int other) {
            return Long.compare(values[one], values[other]);
        }

        @Override
        public void take(int place, MailboxSnapshot snapshot, int index, Optional<EnvelopeFields> envelope) {
            values[place] = switch (key) {
                case SIZE -> snapshot.messageSize(index);
                case DATE ->
                    SentTime.of(envelope.flatMap(fields -> fields.field("Date")), snapshot.internalDate(index));
                case ARRIVAL, CC, FROM, SUBJECT, TO, DISPLAYFROM, DISPLAYTO -> snapshot.internalDate(index);
            };
        }
    }

    /** Keys of {@link Collation}. */
    record Texts(SortCriterion.Key key, byte[][] values) implements SortValues {
        @Override
        public int compare(int one, int other) {
            return Arrays.compareUnsigned(values[one], values[other]);
        }

        @Override
        public void take(int place, MailboxSnapshot snapshot, int index, Optional<EnvelopeFields> envelope) {
            values[place] = Collation.key(envelope.map(this::text).orElse(""));
        }

        private String text(EnvelopeFields envelope) {
            return switch (key) {
                case SUBJECT ->
                    envelope.field("Subject")
                            .map(BaseSubject::of)
                            .map(BaseSubject::text)
                            .orElse("");
                case CC -> mailbox(envelope, "Cc");
                case FROM -> mailbox(envelope, "From");
                case TO -> mailbox(envelope, "To");
                case DISPLAYFROM -> display(envelope, "From");
                case DISPLAYTO -> display(envelope, "To");
                case ARRIVAL, DATE, SIZE -> "";
            };
        }

        private static String mailbox(EnvelopeFields envelope, String field) {
            return envelope.firstAddress(field)
                    .flatMap(EnvelopeFields.Address::mailbox)
                    .orElse("");
        }

        /** RFC 5957 §3: the name, else the address, whatever there is of it. */
        private static String display(EnvelopeFields envelope, String field) {
            return envelope.firstAddress(field).map(Texts::display).orElse("");
        }

        private static String display(EnvelopeFields.Address address) {
            String name = address.name().map(HeaderText::decode).orElse("");
            if (!name.isEmpty()) {
                return name;
            }
            String mailbox = address.mailbox().orElse("");
            return address.host().isPresent() && address.mailbox().isPresent()
                    ? mailbox + "@" + address.host().get()
                    : mailbox;
        }
    }
}
