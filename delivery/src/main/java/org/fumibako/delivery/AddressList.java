// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.model.EmailAddress;

/**
 * The mailbox-list of a From or Sender field (RFC 5322 §3.4), read strictly: policy must see what every reader sees, so groups,
 * routes, a second address before the bracket and whatever else mail programs read differently make it no list at all.
 */
public final class AddressList {
    /** Comments inside comments; real mail has none. */
    private static final int MAX_COMMENT_DEPTH = 8;

    /** Addresses in a list; more authors than this no message has. */
    public static final int MAX_ADDRESSES = 50;

    private final String text;
    private int position;

    private AddressList(String text) {
        this.text = text;
    }

    /** @return the addresses, at least one; empty when the field body is not exactly a list of mailboxes */
    public static Optional<List<EmailAddress>> parse(String body) {
        AddressList list = new AddressList(body);
        List<EmailAddress> addresses = new ArrayList<>(1);
        do {
            Optional<EmailAddress> address = list.mailbox();
            if (address.isEmpty() || addresses.size() == MAX_ADDRESSES) {
                return Optional.empty();
            }
            addresses.add(address.get());
        } while (list.position < body.length() && body.charAt(list.position++) == ',');
        return Optional.of(addresses);
    }

    /** One mailbox up to a comma or the end. */
    private Optional<EmailAddress> mailbox() {
        StringBuilder before = new StringBuilder();
        while (position < text.length() && text.charAt(position) != ',') {
            char c = text.charAt(position);
            if (c == '<') {
                return angleAddress(before.toString());
            }
            boolean sound = c == '(' ? comment() : c == '"' ? quoted(before) : plain(c, before);
            if (!sound) {
                return Optional.empty();
            }
        }
        return EmailAddress.parse(before.toString().strip());
    }

    private boolean plain(char c, StringBuilder into) {
        into.append(c);
        position++;
        return ">;:)[]\\".indexOf(c) < 0;
    }

    private Optional<EmailAddress> angleAddress(String displayName) {
        if (isAmbiguous(displayName)) {
            return Optional.empty();
        }
        position++;
        StringBuilder inner = new StringBuilder();
        while (position < text.length() && text.charAt(position) != '>') {
            char c = text.charAt(position);
            if (c == '<' || (c == '"' && !quoted(inner))) {
                return Optional.empty();
            }
            if (c != '"') {
                inner.append(c);
                position++;
            }
        }
        boolean closed = position++ < text.length();
        return closed && onlyCommentsFollow()
                ? EmailAddress.parse(inner.toString().strip())
                : Optional.empty();
    }

    /** An at-sign outside quotes: one program takes the name for the address, the next the bracket. */
    private static boolean isAmbiguous(String displayName) {
        boolean inQuotes = false;
        for (int i = 0; i < displayName.length(); i++) {
            char c = displayName.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                inQuotes = !inQuotes;
            } else if (c == '@' && !inQuotes) {
                return true;
            }
        }
        return false;
    }

    private boolean onlyCommentsFollow() {
        while (position < text.length() && text.charAt(position) != ',') {
            char c = text.charAt(position);
            if (c == '(') {
                if (!comment()) {
                    return false;
                }
            } else if (c == ' ' || c == '\t') {
                position++;
            } else {
                return false;
            }
        }
        return true;
    }

    private boolean quoted(StringBuilder into) {
        int start = position++;
        while (position < text.length()) {
            char c = text.charAt(position++);
            if (c == '\\') {
                position++;
            } else if (c == '"') {
                into.append(text, start, position);
                return true;
            }
        }
        return false;
    }

    private boolean comment() {
        int depth = 0;
        while (position < text.length()) {
            char c = text.charAt(position++);
            if (c == '\\') {
                position++;
            } else if (c == '(' && ++depth > MAX_COMMENT_DEPTH) {
                return false;
            } else if (c == ')' && --depth == 0) {
                return true;
            }
        }
        return false;
    }
}
