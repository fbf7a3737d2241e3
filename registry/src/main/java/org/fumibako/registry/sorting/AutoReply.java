// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.sorting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fumibako.registry.history.StateText;

/**
 * How an account answers by itself (自動応答).
 *
 * @param begins empty for at once
 * @param ends empty for until it is switched off
 * @param japanese empty when it answers in English only; one of the two is there when it is on
 */
public record AutoReply(
        boolean on,
        Optional<Instant> begins,
        Optional<Instant> ends,
        Optional<Wording> japanese,
        Optional<Wording> english) {
    public static final AutoReply OFF =
            new AutoReply(false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Characters of a subject. */
    public static final int MAX_SUBJECT = 200;

    /** Characters of a text: some pages. */
    public static final int MAX_TEXT = 10_000;

    /**
     * What is said in one language.
     *
     * @param subject empty for one that follows the subject of the message
     */
    public record Wording(String subject, String text) {}

    /** Whether it answers at that moment. */
    public boolean isOn(Instant moment) {
        return on
                && begins.filter(moment::isBefore).isEmpty()
                && ends.filter(end -> !moment.isBefore(end)).isEmpty();
    }

    /** All of it as a text. */
    String state() {
        return StateText.join(List.of(
                String.valueOf(on),
                begins.map(Instant::toString).orElse(""),
                ends.map(Instant::toString).orElse(""),
                japanese.map(Wording::subject).orElse(""),
                japanese.map(Wording::text).orElse(""),
                english.map(Wording::subject).orElse(""),
                english.map(Wording::text).orElse("")));
    }

    static AutoReply ofState(String state) {
        List<String> part = StateText.split(state);
        return new AutoReply(
                Boolean.parseBoolean(part.getFirst()),
                moment(part.get(1)),
                moment(part.get(2)),
                wording(part.get(3), part.get(4)),
                wording(part.get(5), part.get(6)));
    }

    private static Optional<Instant> moment(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    }

    private static Optional<Wording> wording(String subject, String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new Wording(subject, text));
    }
}
