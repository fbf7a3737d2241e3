// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server.wire;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.fumibako.model.BodyType;
import org.fumibako.model.DsnNotify;
import org.fumibako.model.DsnReturn;

/** The {@code esmtp-param}s behind a path (RFC 5321 §4.1.2). A parameter we did not announce is refused with 555. */
final class ParameterReader {
    /** Digits of SIZE (RFC 1870 §5) and of a BDAT chunk. */
    static final int MAX_DIGITS = 20;

    /** RFC 3461 §4.4. */
    static final int MAX_ENVELOPE_ID = 100;

    /** RFC 3461 §4.2, RFC 4954 §5. */
    static final int MAX_ADDRESS_VALUE = 500;

    private ParameterReader() {}

    static MailParameters mail(String text) throws SmtpSyntaxException {
        if (text.isEmpty()) {
            return MailParameters.NONE;
        }
        OptionalLong size = OptionalLong.empty();
        BodyType body = BodyType.SEVEN_BIT;
        boolean smtpUtf8 = false;
        Optional<DsnReturn> ret = Optional.empty();
        Optional<String> envelopeId = Optional.empty();
        Optional<String> auth = Optional.empty();
        for (Map.Entry<String, String> parameter : split(text).entrySet()) {
            String value = parameter.getValue();
            switch (parameter.getKey()) {
                case "SIZE" -> size = OptionalLong.of(number(value));
                case "BODY" -> body = bodyType(value);
                case "SMTPUTF8" -> smtpUtf8 = flag(value);
                case "RET" -> ret = Optional.of(ret(value));
                case "ENVID" -> envelopeId = Optional.of(xtext(value, MAX_ENVELOPE_ID, "ENVID"));
                case "AUTH" -> auth = Optional.of(xtext(value, MAX_ADDRESS_VALUE, "AUTH"));
                default -> throw unknown();
            }
        }
        return new MailParameters(size, body, smtpUtf8, ret, envelopeId, auth);
    }

    static RcptParameters rcpt(String text) throws SmtpSyntaxException {
        if (text.isEmpty()) {
            return RcptParameters.NONE;
        }
        Set<DsnNotify> notify = Set.of();
        Optional<String> originalRecipient = Optional.empty();
        for (Map.Entry<String, String> parameter : split(text).entrySet()) {
            switch (parameter.getKey()) {
                case "NOTIFY" -> notify = notify(parameter.getValue());
                case "ORCPT" -> originalRecipient = Optional.of(originalRecipient(parameter.getValue()));
                default -> throw unknown();
            }
        }
        return new RcptParameters(notify, originalRecipient);
    }

    /** A decimal number; one too large for us is as large as can be, not an error. */
    static long number(String digits) throws SmtpSyntaxException {
        if (digits.isEmpty() || digits.length() > MAX_DIGITS || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new SmtpSyntaxException(501, "5.5.4", "A number of octets is expected");
        }
        long value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (value > (Long.MAX_VALUE - digit) / 10) {
                return Long.MAX_VALUE;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static Map<String, String> split(String text) throws SmtpSyntaxException {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String parameter : text.strip().split(" +", -1)) {
            int equals = parameter.indexOf('=');
            String keyword = equals < 0 ? parameter : parameter.substring(0, equals);
            String value = equals < 0 ? "" : parameter.substring(equals + 1);
            if (parameters.putIfAbsent(keyword.toUpperCase(Locale.ROOT), value) != null) {
                throw new SmtpSyntaxException(501, "5.5.4", "A parameter is given twice");
            }
        }
        return parameters;
    }

    private static BodyType bodyType(String value) throws SmtpSyntaxException {
        for (BodyType type : BodyType.values()) {
            if (type.keyword().equalsIgnoreCase(value)) {
                return type;
            }
        }
        throw new SmtpSyntaxException(501, "5.5.4", "BODY is 7BIT, 8BITMIME or BINARYMIME");
    }

    private static boolean flag(String value) throws SmtpSyntaxException {
        if (!value.isEmpty()) {
            throw new SmtpSyntaxException(501, "5.5.4", "SMTPUTF8 takes no value");
        }
        return true;
    }

    private static DsnReturn ret(String value) throws SmtpSyntaxException {
        return switch (value.toUpperCase(Locale.ROOT)) {
            case "FULL" -> DsnReturn.FULL;
            case "HDRS" -> DsnReturn.HDRS;
            default -> throw new SmtpSyntaxException(501, "5.5.4", "RET is FULL or HDRS");
        };
    }

    private static Set<DsnNotify> notify(String value) throws SmtpSyntaxException {
        Set<DsnNotify> notify = new TreeSet<>();
        for (String occasion : value.toUpperCase(Locale.ROOT).split(",", -1)) {
            boolean added = switch (occasion) {
                case "NEVER" -> notify.add(DsnNotify.NEVER);
                case "SUCCESS" -> notify.add(DsnNotify.SUCCESS);
                case "FAILURE" -> notify.add(DsnNotify.FAILURE);
                case "DELAY" -> notify.add(DsnNotify.DELAY);
                default -> false;
            };
            if (!added || (notify.contains(DsnNotify.NEVER) && notify.size() > 1)) {
                throw new SmtpSyntaxException(501, "5.5.4", "NOTIFY is NEVER, or some of SUCCESS,FAILURE,DELAY");
            }
        }
        return notify;
    }

    private static String originalRecipient(String value) throws SmtpSyntaxException {
        int semicolon = value.indexOf(';');
        if (semicolon <= 0 || semicolon == value.length() - 1) {
            throw new SmtpSyntaxException(501, "5.5.4", "ORCPT is address-type;xtext");
        }
        String type = value.substring(0, semicolon);
        return type + ";" + xtext(value.substring(semicolon + 1), MAX_ADDRESS_VALUE, "ORCPT");
    }

    private static String xtext(String value, int max, String keyword) throws SmtpSyntaxException {
        if (!value.isEmpty() && value.length() <= max) {
            Optional<String> decoded = Xtext.decode(value);
            if (decoded.isPresent()) {
                return decoded.get();
            }
        }
        throw new SmtpSyntaxException(501, "5.5.4", keyword + " is xtext of at most " + max + " characters");
    }

    private static SmtpSyntaxException unknown() {
        return new SmtpSyntaxException(555, "5.5.4", "That parameter is not supported");
    }
}
