// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.order;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Optional;
import org.fumibako.mime.EnvelopeFields;

/** What threads go by, for each found message by its place: when it was sent, and its base subject. */
final class Traits {
    private final long[] sent;
    private final long[] subjects;
    private final BitSet derived = new BitSet();
    private final Fingerprint fingerprint = new Fingerprint();

    Traits(int messages) {
        sent = new long[messages];
        subjects = new long[messages];
    }

    int messages() {
        return sent.length;
    }

    /** {@code envelope} is empty when the message has gone. */
    void take(int place, Optional<EnvelopeFields> envelope, long internalDate) {
        sent[place] = SentTime.of(envelope.flatMap(fields -> fields.field("Date")), internalDate);
        BaseSubject subject = envelope.flatMap(fields -> fields.field("Subject"))
                .map(BaseSubject::of)
                .orElse(BaseSubject.NONE);
        subjects[place] = fingerprint.of(Collation.key(subject.text()));
        derived.set(place, subject.derived());
    }

    /** Equal for equal base subjects; {@link Fingerprint#EMPTY} when there is none. */
    long subject(int place) {
        return subjects[place];
    }

    /** Whether the subject is that of a reply or forward. */
    boolean isDerived(int place) {
        return derived.get(place);
    }

    /** All places by sent date, those of the same moment as the mailbox has them (RFC 5256 §2.2). */
    int[] bySentDate() {
        Integer[] places = new Integer[sent.length];
        Arrays.setAll(places, place -> place);
        Arrays.sort(places, Comparator.comparingLong(place -> sent[place]));
        return Arrays.stream(places).mapToInt(place -> place).toArray();
    }
}
