// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates as mail has them: RFC 5322 §3.3 with the obsolete zones and years of §4.3, and what else is seen: no day of
 * week, the month before the day (asctime), hyphens between the fields, seconds or zone missing, {@code GMT+0900}, ISO 8601.
 */
public final class MailDate {
    /** Characters that are looked at. */
    private static final int MAX_LENGTH = 200;

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** UTC until a zone is read, which is how RFC 5322 §4.3 treats zones that nobody knows. */
    private ZoneOffset zone = ZoneOffset.UTC;

    private int day = -1;
    private int month = -1;
    private int year = -1;
    private int @Nullable [] time;

    private MailDate() {}

    /** The moment and the sender's offset; empty when no date can be made of the value. */
    public static Optional<OffsetDateTime> parse(String value) {
        MailDate date = new MailDate();
        for (String word : words(value)) {
            date.take(word);
        }
        return date.resolve();
    }

    private static List<String> words(String value) {
        String text = value.length() > MAX_LENGTH ? value.substring(0, MAX_LENGTH) : value;
        FieldText field = new FieldText(text);
        List<String> words = new ArrayList<>(8);
        field.skipSpace();
        while (!field.atEnd()) {
            StringBuilder word = new StringBuilder();
            while (!field.atEnd() && !endsWord(field.peek())) {
                word.append(field.next());
            }
            if (word.isEmpty()) {
                field.next();
            } else {
                words.add(word.toString().toLowerCase(Locale.ROOT));
            }
            field.skipSpace();
        }
        return words;
    }

    private static boolean endsWord(char c) {
        return FieldText.isSpace(c) || c == ',' || c == '(' || c == ')' || c == ';' || c == '"';
    }

    private void take(String word) {
        if (word.indexOf(':') > 0) {
            timeAndZone(word);
        } else if (time != null && isZone(word)) {
            zone = zone(word);
        } else if (word.indexOf('-', 1) > 0) {
            hyphenated(word.split("-", -1));
        } else if (MONTHS.contains(prefix(word)) && month < 0) {
            month = MONTHS.indexOf(prefix(word)) + 1;
        } else {
            number(word);
        }
    }

    private static String prefix(String word) {
        return word.length() > 3 ? word.substring(0, 3) : word;
    }

    private void number(String word) {
        int value = digits(word);
        if (value < 0) {
            return;
        }
        if (day < 0 && word.length() <= 2) {
            day = value;
        } else if (year < 0) {
            year = fullYear(value, word.length());
        }
    }

    /** RFC 5322 §4.3: two digits below 50 are of this century, others and three digits are of the last. */
    private static int fullYear(int value, int length) {
        if (length == 2 && value < 50) {
            return 2000 + value;
        }
        return length <= 3 ? 1900 + value : value;
    }

    /** {@code 25-Nov-2026} or {@code 2026-11-25}. */
    private void hyphenated(String[] fields) {
        if (fields.length != 3) {
            return;
        }
        if (MONTHS.contains(prefix(fields[1]))) {
            day = digits(fields[0]);
            month = MONTHS.indexOf(prefix(fields[1])) + 1;
            year = fullYear(Math.max(0, digits(fields[2])), fields[2].length());
        } else if (fields[0].length() == 4) {
            year = digits(fields[0]);
            month = digits(fields[1]);
            day = digits(fields[2]);
        }
    }

    /** {@code 13:00}, {@code 13:00:00.5}, {@code 13:00:00+09:00}, or all of ISO 8601 with its {@code T}. */
    private void timeAndZone(String word) {
        int t = word.indexOf('t');
        if (t == 10) {
            hyphenated(word.substring(0, t).split("-", -1));
        }
        String clock = t == 10 ? word.substring(t + 1) : word;
        int end = 0;
        while (end < clock.length() && (isDigit(clock.charAt(end)) || ":.".indexOf(clock.charAt(end)) >= 0)) {
            end++;
        }
        String rest = clock.substring(end);
        if (!rest.isEmpty() && isZone(rest)) {
            zone = zone(rest);
        }
        String[] fields = clock.substring(0, end).split("[:.]", -1);
        if (fields.length >= 2 && time == null) {
            time = new int[] {digits(fields[0]), digits(fields[1]), fields.length > 2 ? digits(fields[2]) : 0};
        }
    }

    private static boolean isZone(String word) {
        return word.startsWith("+") || word.startsWith("-") || (digits(word) < 0 && !MONTHS.contains(prefix(word)));
    }

    private static ZoneOffset zone(String word) {
        int sign = Math.max(word.indexOf('+'), word.indexOf('-'));
        if (sign >= 0) {
            return numericZone(word.substring(sign));
        }
        return switch (word) {
            case "jst", "kst" -> ZoneOffset.ofHours(9);
            case "edt" -> ZoneOffset.ofHours(-4);
            case "est", "cdt" -> ZoneOffset.ofHours(-5);
            case "cst", "mdt" -> ZoneOffset.ofHours(-6);
            case "mst", "pdt" -> ZoneOffset.ofHours(-7);
            case "pst" -> ZoneOffset.ofHours(-8);
            case "cet", "bst" -> ZoneOffset.ofHours(1);
            case "cest", "eet" -> ZoneOffset.ofHours(2);
            default -> ZoneOffset.UTC;
        };
    }

    private static ZoneOffset numericZone(String signed) {
        String plain = signed.substring(1).replace(":", "");
        int value = digits(plain);
        int minutes = plain.length() <= 2 ? value * 60 : value / 100 * 60 + value % 100;
        boolean sane = value >= 0 && minutes <= 18 * 60;
        return sane ? ZoneOffset.ofTotalSeconds((signed.charAt(0) == '-' ? -60 : 60) * minutes) : ZoneOffset.UTC;
    }

    private Optional<OffsetDateTime> resolve() {
        if (year < 1) {
            return Optional.empty();
        }
        int[] clock = time == null ? new int[3] : time;
        try {
            // A leap second is the second before it (RFC 5322 §3.3 allows 60).
            return Optional.of(
                    OffsetDateTime.of(year, month, day, clock[0], clock[1], Math.min(clock[2], 59), 0, zone));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The number, or -1 when it is not one to six digits. */
    private static int digits(String word) {
        if (word.isEmpty() || word.length() > 6) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < word.length(); i++) {
            if (!isDigit(word.charAt(i))) {
                return -1;
            }
            value = value * 10 + word.charAt(i) - '0';
        }
        return value;
    }
}
