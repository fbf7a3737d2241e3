// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.fumibako.journal.Protocol;

/**
 * What an app password is good for.
 *
 * @param uses through which doors, at least one
 * @param mayDelete whether a session may delete or move messages; a device that only fetches mail need not be able to
 */
public record AppScope(Set<Use> uses, boolean mayDelete) {
    /** Everything that the account's own password may. */
    public static final AppScope ALL = new AppScope(EnumSet.allOf(Use.class), true);

    /** 受信専用: fetches mail and can neither delete nor send any. */
    public static final AppScope RECEIVE_ONLY = new AppScope(EnumSet.of(Use.IMAP, Use.POP3), false);

    public AppScope {
        if (uses.isEmpty()) {
            throw new RegistryException(RegistryException.Reason.INVALID, "An app password is for one use at least.");
        }
        uses = Set.copyOf(uses);
    }

    /** A door that asks for a password. */
    public enum Use {
        IMAP,
        POP3,
        /** Submission, and with it all sending. */
        SMTP,
        /** Webmail, and what programs use it by (JMAP). */
        WEBMAIL
    }

    /** Whether somebody may come through this door. */
    boolean allows(Protocol protocol) {
        return switch (protocol) {
            case IMAP -> uses.contains(Use.IMAP);
            case POP3 -> uses.contains(Use.POP3);
            case SMTP, SUBMISSION, LMTP -> uses.contains(Use.SMTP);
            case WEB -> uses.contains(Use.WEBMAIL);
            case MANAGESIEVE, ADMIN, SYSTEM -> false;
        };
    }

    /** The uses as one line, for the table. */
    String column() {
        return Arrays.stream(Use.values())
                .filter(uses::contains)
                .map(use -> use.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    static AppScope of(String column, boolean mayDelete) {
        Set<Use> uses = EnumSet.noneOf(Use.class);
        for (String word : column.split(" ", -1)) {
            uses.add(Use.valueOf(word.toUpperCase(Locale.ROOT)));
        }
        return new AppScope(uses, mayDelete);
    }

    /** {@code IMAP, POP3, without deleting}. */
    @Override
    public String toString() {
        String named = Arrays.stream(Use.values())
                .filter(uses::contains)
                .map(use -> use == Use.WEBMAIL ? "webmail" : use.name())
                .collect(Collectors.joining(", "));
        return mayDelete ? named : named + ", without deleting";
    }
}
