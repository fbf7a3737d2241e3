// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.admin;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.fumibako.registry.sorting.AutoReply;
import org.fumibako.registry.sorting.AutoReply.Wording;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code admin account auto-reply} can say; what it does not say stays as it was. */
final class AutoReplyOptions {
    @Option(names = "--from", paramLabel = "YYYY-MM-DD|none", description = "the first day")
    private @Nullable String from;

    @Option(names = "--until", paramLabel = "YYYY-MM-DD|none", description = "the last day")
    private @Nullable String until;

    @Option(names = "--subject-ja", paramLabel = "TEXT")
    private @Nullable String subjectJa;

    @Option(names = "--text-ja", paramLabel = "TEXT", description = "empty: no reply in Japanese")
    private @Nullable String textJa;

    @Option(names = "--subject-en", paramLabel = "TEXT")
    private @Nullable String subjectEn;

    @Option(names = "--text-en", paramLabel = "TEXT", description = "empty: no reply in English")
    private @Nullable String textEn;

    AutoReply changed(AutoReply before, String state) {
        boolean on = switch (state) {
            case "on" -> true;
            case "off" -> false;
            case "" -> before.on();
            default -> throw new IllegalArgumentException("It is on or off, not " + state + ".");
        };
        return new AutoReply(
                on,
                day(from, before.begins(), 0),
                day(until, before.ends(), 1),
                wording(subjectJa, textJa, before.japanese()),
                wording(subjectEn, textEn, before.english()));
    }

    /** @param more days until the moment that counts: a last day counts to its end */
    private static Optional<Instant> day(@Nullable String text, Optional<Instant> before, int more) {
        if (text == null || text.equals("none")) {
            return text == null ? before : Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text)
                    .plusDays(more)
                    .atStartOfDay(ZoneId.systemDefault())
                    .toInstant());
        } catch (DateTimeException noDay) {
            throw new IllegalArgumentException("A day is written as 2026-12-28, not " + text + ".", noDay);
        }
    }

    private static Optional<Wording> wording(
            @Nullable String subject, @Nullable String text, Optional<Wording> before) {
        String said = text != null ? text : before.map(Wording::text).orElse("");
        String headed = subject != null ? subject : before.map(Wording::subject).orElse("");
        return said.isEmpty() ? Optional.empty() : Optional.of(new Wording(headed, said));
    }

    static String describe(AutoReply reply) {
        return (reply.on() ? "on" : "off")
                + reply.begins().map(at -> "  from " + at).orElse("")
                + reply.ends().map(at -> "  until " + at).orElse("")
                + reply.japanese()
                        .map(words -> "  ja: " + OneLine.of(words.text()))
                        .orElse("")
                + reply.english()
                        .map(words -> "  en: " + OneLine.of(words.text()))
                        .orElse("");
    }
}
