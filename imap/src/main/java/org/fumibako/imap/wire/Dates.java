// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** {@code date} and {@code date-time} (RFC 9051 §9). */
final class Dates {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** {@code 17-Jul-1996 02:44:25 -0700} */
    private static final int DATE_TIME_LENGTH = 26;

    private static final int DATE_LENGTH = 11;

    private Dates() {}

    /** {@code 1-Feb-1994}, quoted or not. */
    static LocalDate date(CommandText text) throws IOException, SyntaxException {
        String date = new String(text.astring(), StandardCharsets.ISO_8859_1);
        int dash = date.indexOf('-');
        if (dash < 1 || dash > 2 || date.length() != dash + 9) {
            throw invalid();
        }
        return date(date, dash);
    }

    /** {@code "17-Jul-1996 02:44:25 -0700"}, always quoted; the day may begin with a space. */
    static Instant dateTime(CommandText text) throws IOException, SyntaxException {
        if (text.peek() != '"') {
            throw invalid();
        }
        String value = new String(text.string(), StandardCharsets.ISO_8859_1);
        boolean shaped = value.length() == DATE_TIME_LENGTH
                && value.charAt(11) == ' '
                && value.charAt(14) == ':'
                && value.charAt(17) == ':'
                && value.charAt(20) == ' ';
        if (!shaped) {
            throw invalid();
        }
        String day = value.substring(0, DATE_LENGTH).strip();
        LocalDate date = date(day, day.indexOf('-'));
        try {
            LocalDateTime time = date.atTime(number(value, 12, 14), number(value, 15, 17), number(value, 18, 20));
            return time.toInstant(zone(value.substring(21)));
        } catch (DateTimeException outOfRange) {
            throw invalid();
        }
    }

    private static LocalDate date(String date, int dash) throws SyntaxException {
        if (dash < 1 || date.length() != dash + 9 || date.charAt(dash + 4) != '-') {
            throw invalid();
        }
        int month = MONTHS.indexOf(date.substring(dash + 1, dash + 4).toLowerCase(Locale.ROOT)) + 1;
        try {
            return LocalDate.of(number(date, dash + 5, date.length()), month, number(date, 0, dash));
        } catch (DateTimeException outOfRange) {
            throw invalid();
        }
    }

    private static ZoneOffset zone(String zone) throws SyntaxException {
        int sign = zone.charAt(0) == '-' ? -1 : 1;
        if (sign == 1 && zone.charAt(0) != '+') {
            throw invalid();
        }
        return ZoneOffset.ofHoursMinutes(sign * number(zone, 1, 3), sign * number(zone, 3, 5));
    }

    private static int number(String text, int from, int to) throws SyntaxException {
        int value = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!Ascii.isDigit(c)) {
                throw invalid();
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }

    private static SyntaxException invalid() {
        return new SyntaxException("Invalid date");
    }
}
