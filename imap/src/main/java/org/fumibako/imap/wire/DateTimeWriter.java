// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * Writes {@code date-time} (RFC 9051 §9) in UTC: {@code "25-Nov-2026 04:22:32 +0000"}. Keeps the last day's text, because
 * messages of a mailbox mostly follow one another in time. For one thread.
 */
public final class DateTimeWriter {
    private static final long SECONDS_A_DAY = 86_400;

    private static final byte[] MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec".getBytes(StandardCharsets.US_ASCII);

    private long day = Long.MIN_VALUE;
    private byte[] dayText = new byte[0];

    /** With the quotes; {@code millis} since the epoch. Years are cut to 0000 to 9999. */
    public void write(long millis, Octets out) {
        long seconds = Math.floorDiv(millis, 1000L);
        long thisDay = Math.floorDiv(seconds, SECONDS_A_DAY);
        if (thisDay != day) {
            day = thisDay;
            dayText = dayText(LocalDate.ofEpochDay(thisDay));
        }
        int second = (int) Math.floorMod(seconds, SECONDS_A_DAY);
        out.put('"').put(dayText);
        twoDigits(second / 3600, out).put(':');
        twoDigits(second / 60 % 60, out).put(':');
        twoDigits(second % 60, out).ascii(" +0000\"");
    }

    private static byte[] dayText(LocalDate date) {
        Octets text = new Octets(12);
        if (date.getDayOfMonth() < 10) {
            text.put(' ').number(date.getDayOfMonth());
        } else {
            text.number(date.getDayOfMonth());
        }
        int month = 3 * (date.getMonthValue() - 1);
        text.put('-').put((char) MONTHS[month]).put((char) MONTHS[month + 1]).put((char) MONTHS[month + 2]);
        int year = Math.clamp(date.getYear(), 0, 9999);
        text.put('-');
        twoDigits(year / 100, text);
        return twoDigits(year % 100, text).put(' ').toByteArray();
    }

    private static Octets twoDigits(int value, Octets out) {
        return out.put((char) ('0' + value / 10)).put((char) ('0' + value % 10));
    }
}
