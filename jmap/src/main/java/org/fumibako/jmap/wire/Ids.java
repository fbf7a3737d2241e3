// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.wire;

import java.util.Optional;
import java.util.OptionalLong;
import org.fumibako.model.AccountId;
import org.fumibako.model.MailboxId;

/** Ids as clients see them: a letter for the kind, and the store's number. Those of mail are the object ids of IMAP (RFC 8474). */
public final class Ids {
    /** 19 digits hold every positive long. */
    private static final int MAX_DIGITS = 19;

    private Ids() {}

    public static String account(AccountId account) {
        return "A" + account.value();
    }

    /** An email, by the message that it is. */
    public static String email(long contentId) {
        return "M" + contentId;
    }

    public static OptionalLong email(String id) {
        return number('M', id);
    }

    public static String thread(long threadId) {
        return "T" + threadId;
    }

    public static OptionalLong thread(String id) {
        return number('T', id);
    }

    public static String mailbox(MailboxId mailbox) {
        return "F" + mailbox.value();
    }

    public static Optional<MailboxId> mailbox(String id) {
        OptionalLong number = number('F', id);
        return number.isPresent() && number.getAsLong() > 0
                ? Optional.of(new MailboxId(number.getAsLong()))
                : Optional.empty();
    }

    /** Empty unless it is the one form that we write. */
    public static OptionalLong number(char kind, String id) {
        boolean formed = id.length() >= 2
                && id.length() <= MAX_DIGITS + 1
                && id.charAt(0) == kind
                && (id.charAt(1) != '0' || id.length() == 2)
                && id.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
        if (!formed) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(id.substring(1)));
        } catch (NumberFormatException tooLarge) {
            return OptionalLong.empty();
        }
    }
}
