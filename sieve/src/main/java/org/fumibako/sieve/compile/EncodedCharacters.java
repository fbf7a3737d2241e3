// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.compile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.syntax.Position;

/** {@code ${hex: 24 40}} and {@code ${unicode: 40}} (RFC 5228 §2.4.2.4). */
final class EncodedCharacters {
    private static final Pattern ENCODED =
            Pattern.compile("\\$\\{(hex|unicode):([\\s0-9a-f]*)\\}", Pattern.CASE_INSENSITIVE);

    private EncodedCharacters() {}

    static String decode(String text, Position at) throws SieveException {
        Matcher matcher = ENCODED.matcher(text);
        StringBuilder decoded = new StringBuilder();
        while (matcher.find()) {
            String[] digits = matcher.group(2).strip().split("\\s+", -1);
            boolean hex = matcher.group(1).toLowerCase(Locale.ROOT).equals("hex");
            boolean valid = isValid(digits, hex ? 2 : 6);
            String value = !valid ? matcher.group() : hex ? octets(digits) : characters(digits, at);
            matcher.appendReplacement(decoded, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(decoded).toString();
    }

    private static boolean isValid(String[] digits, int most) {
        for (String some : digits) {
            String significant = some.length() > most ? some.replaceFirst("^0+(?=.)", "") : some;
            if (some.isEmpty() || significant.length() > most) {
                return false;
            }
        }
        return true;
    }

    private static String octets(String[] digits) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        for (String some : digits) {
            octets.write(Integer.parseInt(some, 16));
        }
        return octets.toString(StandardCharsets.UTF_8);
    }

    private static String characters(String[] digits, Position at) throws SieveException {
        StringBuilder text = new StringBuilder();
        for (String some : digits) {
            int point = (int) Long.parseLong(some.length() > 6 ? some.substring(some.length() - 6) : some, 16);
            if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) {
                throw new SieveException(at, "\"" + some + "\" is no character of Unicode");
            }
            text.appendCodePoint(point);
        }
        return text.toString();
    }
}
