// SPDX-License-Identifier: Apache-2.0
package org.fumibako.journal;

import java.util.Optional;
import org.fumibako.model.EmailAddress;

/** Reads what {@link DetailWriter} wrote, field by field. */
final class DetailReader {
    private final String line;
    private int position;

    DetailReader(String line) {
        this.line = line;
    }

    String text() {
        StringBuilder field = new StringBuilder();
        while (position < line.length()) {
            char c = line.charAt(position++);
            if (c == '\t') {
                break;
            }
            field.append(c == '\\' && position < line.length() ? unescaped(line.charAt(position++)) : c);
        }
        return field.toString();
    }

    long number() {
        return Long.parseLong(text());
    }

    Optional<String> optionalText() {
        return Optional.of(text()).filter(field -> !field.isEmpty());
    }

    Optional<EmailAddress> address() {
        return optionalText().flatMap(EmailAddress::parse);
    }

    EmailAddress requiredAddress() {
        return EmailAddress.of(text());
    }

    private static char unescaped(char c) {
        return switch (c) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case '0' -> '\0';
            default -> c;
        };
    }
}
