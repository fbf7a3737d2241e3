// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** The rules for names of mailboxes. */
final class MailboxName {
    /** Octets of UTF-8: a name has to fit on a command line of every client. */
    static final int MAX_OCTETS = 500;

    static final int MAX_LEVELS = 32;

    private static final String INBOX = "INBOX";

    private MailboxName() {}

    /** The form in which a name is kept and looked up: NFC, and INBOX in capitals (RFC 9051 §5.1). */
    static String canonical(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        int level = composed.indexOf(Mailbox.SEPARATOR);
        String first = level < 0 ? composed : composed.substring(0, level);
        return first.equalsIgnoreCase(INBOX) ? INBOX + composed.substring(first.length()) : composed;
    }

    /** The canonical form, if a mailbox may be called so. */
    static String valid(String name) throws MailboxException {
        String canonical = canonical(name);
        if (canonical.getBytes(StandardCharsets.UTF_8).length > MAX_OCTETS) {
            throw invalid("The name is longer than " + MAX_OCTETS + " octets");
        }
        String[] levels = canonical.split(String.valueOf(Mailbox.SEPARATOR), -1);
        if (levels.length > MAX_LEVELS) {
            throw invalid("The name has more than " + MAX_LEVELS + " levels");
        }
        for (String level : levels) {
            if (level.isBlank()) {
                throw invalid("The name has an empty level");
            }
        }
        if (!canonical.codePoints().allMatch(MailboxName::allowed)) {
            throw invalid("The name has a character that names cannot have");
        }
        return canonical;
    }

    /** No controls, no line separators, nothing unassigned, and none of the invisible marks that reorder a text. */
    private static boolean allowed(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> point < 0x202a || (point > 0x202e && point < 0x2066) || point > 0x2069;
        };
    }

    private static MailboxException invalid(String why) {
        return new MailboxException(MailboxException.Reason.INVALID_NAME, why);
    }
}
