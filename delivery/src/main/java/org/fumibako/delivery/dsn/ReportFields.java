// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.dsn;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Fields of error mail that say what it is about, in reports (RFC 3464) and in the header that is given back with them. */
public final class ReportFields {
    private static final Pattern ID = Pattern.compile("<([^<>\\s]{1,900})>");
    private static final Set<String> OF_MESSAGES =
            Set.of("message-id", "original-message-id", "x-original-message-id", "in-reply-to", "references");
    private static final Set<String> OF_RECIPIENTS =
            Set.of("final-recipient", "original-recipient", "x-failed-recipients", "x-actual-recipient");

    private ReportFields() {}

    /** Whether a field, by its name in any case, names the message that did not arrive, or one that it answered. */
    public static boolean namesMessage(String field) {
        return OF_MESSAGES.contains(field.toLowerCase(Locale.ROOT));
    }

    /** Whether a field, by its name in any case, names whom it did not reach. */
    public static boolean namesRecipient(String field) {
        return OF_RECIPIENTS.contains(field.toLowerCase(Locale.ROOT));
    }

    /** The message ids in a field's value, without brackets, at most {@code most}. */
    public static List<String> ids(String value, int most) {
        return ID.matcher(value)
                .results()
                .map((MatchResult found) -> found.group(1))
                .limit(most)
                .toList();
    }

    /** The addresses in a recipient's field, which may begin with their type: {@code rfc822; taro@example.jp}. */
    public static String addresses(String value) {
        return value.substring(value.indexOf(';') + 1);
    }
}
