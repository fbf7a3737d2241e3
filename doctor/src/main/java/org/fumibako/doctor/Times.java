// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says moments as people read them, in one zone. */
public final class Times {
    private static final DateTimeFormatter JA = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.JAPANESE);
    private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm zzz", Locale.ENGLISH);
    private static final DateTimeFormatter JA_DAY = DateTimeFormatter.ofPattern("M月d日", Locale.JAPANESE);
    private static final DateTimeFormatter EN_DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private final ZoneId zone;

    public Times(ZoneId zone) {
        this.zone = zone;
    }

    public Phrase at(Instant moment) {
        ZonedDateTime there = moment.atZone(zone);
        return new Phrase(JA.format(there), EN.format(there));
    }

    /** Without year and hour: for spans of days. */
    public Phrase day(Instant moment) {
        ZonedDateTime there = moment.atZone(zone);
        return new Phrase(JA_DAY.format(there), EN_DAY.format(there));
    }

    /** From {@code from} to {@code to}, in days. */
    public Phrase span(Instant from, Instant to) {
        Phrase first = day(from);
        Phrase last = day(to);
        return new Phrase(first.ja() + "〜" + last.ja(), first.en() + " to " + last.en());
    }

    /** Whole days, at least one. */
    public static long days(Duration duration) {
        return Math.max(1, duration.plus(Duration.ofDays(1)).minusNanos(1).toDays());
    }
}
