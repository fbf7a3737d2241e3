// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A property that asks for a header field: {@code header:Subject:asText:all} (RFC 8621 §4.1.3).
 *
 * @param property as it was written
 * @param field name of the field, as it was written
 * @param all whether all fields of the name are wanted, not only the last
 */
public record HeaderProperty(String property, String field, Form form, boolean all) {
    private static final int MAX_LENGTH = 300;
    private static final Set<String> ADDRESSES = Set.of(
            "from",
            "sender",
            "reply-to",
            "to",
            "cc",
            "bcc",
            "resent-from",
            "resent-sender",
            "resent-reply-to",
            "resent-to",
            "resent-cc",
            "resent-bcc");
    private static final Set<String> IDS = Set.of("message-id", "in-reply-to", "references", "resent-message-id");
    private static final Set<String> DATES = Set.of("date", "resent-date");
    private static final Set<String> URLS =
            Set.of("list-help", "list-unsubscribe", "list-subscribe", "list-post", "list-owner", "list-archive");
    private static final Set<String> TEXTS = Set.of("subject", "comments", "keywords", "list-id");
    private static final Set<String> RAW_ONLY = Set.of("received", "return-path");

    /** How a value is parsed (RFC 8621 §4.1.2). */
    public enum Form {
        RAW("asRaw"),
        TEXT("asText"),
        ADDRESSES("asAddresses"),
        GROUPED("asGroupedAddresses"),
        MESSAGE_IDS("asMessageIds"),
        DATE("asDate"),
        URLS("asURLs");

        private final String suffix;

        Form(String suffix) {
            this.suffix = suffix;
        }

        static Optional<Form> of(String suffix) {
            return Arrays.stream(values())
                    .filter(form -> form.suffix.equals(suffix))
                    .findFirst();
        }
    }

    /** Empty when it is no property of a header, or the form is not allowed for the field. */
    public static Optional<HeaderProperty> of(String property) {
        if (!property.startsWith("header:") || property.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        List<String> words = List.of(property.split(":", -1));
        boolean all = words.getLast().equals("all") && words.size() > 2;
        List<String> rest = words.subList(1, all ? words.size() - 1 : words.size());
        if (rest.isEmpty() || rest.size() > 2 || !isName(rest.getFirst())) {
            return Optional.empty();
        }
        Optional<Form> form = rest.size() == 1 ? Optional.of(Form.RAW) : Form.of(rest.get(1));
        return form.filter(wanted -> allowed(rest.getFirst().toLowerCase(Locale.ROOT), wanted))
                .map(wanted -> new HeaderProperty(property, rest.getFirst(), wanted, all));
    }

    private static boolean isName(String name) {
        return !name.isEmpty() && name.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    private static boolean allowed(String field, Form form) {
        return switch (form) {
            case RAW -> true;
            case TEXT -> TEXTS.contains(field) || !isDefined(field);
            case ADDRESSES, GROUPED -> ADDRESSES.contains(field) || !isDefined(field);
            case MESSAGE_IDS -> IDS.contains(field) || !isDefined(field);
            case DATE -> DATES.contains(field) || !isDefined(field);
            case URLS -> URLS.contains(field) || !isDefined(field);
        };
    }

    private static boolean isDefined(String field) {
        return ADDRESSES.contains(field)
                || IDS.contains(field)
                || DATES.contains(field)
                || URLS.contains(field)
                || TEXTS.contains(field)
                || RAW_ONLY.contains(field);
    }
}
