// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.rules;

import java.util.List;
import org.fumibako.model.EmailAddress;

/**
 * One rule.
 *
 * @param name one line, possibly empty
 * @param on whether it is followed
 * @param all whether all conditions have to hold, or any; true when there is one
 * @param conditions at least one
 * @param deeds at least one, in order
 * @param stop whether the rules after it are passed over
 */
public record Rule(String name, boolean on, boolean all, List<Condition> conditions, List<Deed> deeds, boolean stop) {
    /** Rules of one account. */
    public static final int MAX_RULES = 200;

    /** Conditions, and deeds, of one rule. */
    public static final int MAX_PARTS = 50;

    /** Characters of a name, a text or a mailbox. */
    public static final int MAX_TEXT = 500;

    public Rule {
        conditions = List.copyOf(conditions);
        deeds = List.copyOf(deeds);
        // Of one condition both are the same.
        all = all || conditions.size() == 1;
        requireLine(name);
        if (conditions.isEmpty() || conditions.size() > MAX_PARTS || deeds.isEmpty() || deeds.size() > MAX_PARTS) {
            throw new IllegalArgumentException("A rule has 1 to " + MAX_PARTS + " conditions and as many actions.");
        }
    }

    /** What is compared. */
    public enum Subject {
        /** 宛先: To and Cc. */
        TO,
        /** 差出人. */
        FROM,
        /** 件名. */
        SUBJECT,
        /** 本文. */
        BODY,
        /** ヘッダー: a field by its name. */
        HEADER
    }

    /** How it is compared; case and width do not matter. */
    public enum Match {
        /** 完全一致. */
        IS,
        /** 含む. */
        CONTAINS,
        /** から始まる. */
        BEGINS,
        /** から終わる. */
        ENDS
    }

    /**
     * A condition.
     *
     * @param field the name of the field for HEADER, else empty
     */
    public record Condition(Subject subject, String field, Match match, String text) {
        public Condition {
            requireLine(text);
            if (text.isEmpty() && match != Match.IS) {
                throw new IllegalArgumentException("A condition needs a text to look for.");
            }
            boolean named = field.matches("[!-9;-~]{1,100}") && !isOwn(field);
            if (subject == Subject.HEADER ? !named : !field.isEmpty()) {
                throw new IllegalArgumentException("\"" + field + "\" is not the name of a header field to compare.");
            }
        }

        /** Fields that have a subject of their own. */
        private static boolean isOwn(String field) {
            return field.equalsIgnoreCase("subject") || field.equalsIgnoreCase("from");
        }

        /** About anything but a header field that is named. */
        public static Condition of(Subject subject, Match match, String text) {
            return new Condition(subject, "", match, text);
        }
    }

    /** What is done. */
    public sealed interface Deed {
        /** Into a mailbox, which is made when it is missing. */
        record Move(String mailbox) implements Deed {
            public Move {
                requireLine(mailbox);
            }
        }

        /** Into a mailbox too. */
        record Copy(String mailbox) implements Deed {
            public Copy {
                requireLine(mailbox);
            }
        }

        /** To another address too. */
        record Forward(EmailAddress address) implements Deed {}

        /** 既読 or a star. */
        record Mark(Flag flag) implements Deed {}

        /** Into Trash, where it can be had back for a week. */
        record Delete() implements Deed {}
    }

    /** What a message can be marked as. */
    public enum Flag {
        SEEN("\\Seen"),
        FLAGGED("\\Flagged");

        private final String imap;

        Flag(String imap) {
            this.imap = imap;
        }

        String imap() {
            return imap;
        }
    }

    private static void requireLine(String text) {
        if (text.length() > MAX_TEXT
                || text.chars().anyMatch(c -> c < ' ' || c == 0x7f)
                || !text.equals(text.strip())) {
            throw new IllegalArgumentException(
                    "A text is one line of " + MAX_TEXT + " characters at most, without spaces at its ends.");
        }
    }
}
