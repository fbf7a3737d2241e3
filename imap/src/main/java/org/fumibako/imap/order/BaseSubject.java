// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.order;

import org.fumibako.mime.HeaderText;

/**
 * A subject without what replying and forwarding put around it (RFC 5256 §2.1).
 *
 * @param text for comparison only
 * @param derived whether the subject is that of a reply or forward (RFC 5256 §3, REFERENCES)
 */
record BaseSubject(String text, boolean derived) {
    static final BaseSubject NONE = new BaseSubject("", false);

    /** Characters of a decoded subject that are looked at; artifacts beyond are left in. */
    private static final int MAX_SUBJECT = 1_000;

    /** @param raw the field as the header has it */
    static BaseSubject of(String raw) {
        String text = HeaderText.decode(raw);
        return new Extraction(oneSpaceEach(text.length() <= MAX_SUBJECT ? text : text.substring(0, MAX_SUBJECT))).run();
    }

    /** Step 1: tabs are spaces, and neighbouring spaces one. */
    private static String oneSpaceEach(String text) {
        StringBuilder single = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i) == '\t' ? ' ' : text.charAt(i);
            if (c != ' ' || single.isEmpty() || single.charAt(single.length() - 1) != ' ') {
                single.append(c);
            }
        }
        return single.toString();
    }

    /** Steps 2 to 6 on one subject: what is left lies between {@code start} and {@code end}. Linear time. */
    private static final class Extraction {
        private static final String FORWARD_HEADER = "[fwd:";
        private static final String FORWARD_TRAILER = "(fwd)";

        private final String text;
        private int start;
        private int end;
        private boolean derived;

        Extraction(String text) {
            this.text = text;
            this.end = text.length();
        }

        BaseSubject run() {
            do {
                removeTrailers();
                while (removeSpace() || removeReplyMark() || removeBlobs()) {
                    // RFC 5256 §2.1 (5): until nothing matches.
                }
            } while (unwrapForward());
            return new BaseSubject(text.substring(start, end), derived);
        }

        private void removeTrailers() {
            while (end > start) {
                int trailer = end - FORWARD_TRAILER.length();
                if (text.charAt(end - 1) == ' ') {
                    end--;
                } else if (trailer >= start && matches(FORWARD_TRAILER, trailer)) {
                    end = trailer;
                    derived = true;
                } else {
                    return;
                }
            }
        }

        private boolean removeSpace() {
            if (start < end && text.charAt(start) == ' ') {
                start++;
                return true;
            }
            return false;
        }

        /** {@code *subj-blob subj-refwd}. */
        private boolean removeReplyMark() {
            int after = afterReplyMark(afterBlobs());
            if (after < 0) {
                return false;
            }
            start = after;
            derived = true;
            return true;
        }

        /**
         * Step 4. No reply mark follows the blobs at the beginning, so they go one after the other, except the last when there
         * is nothing else.
         */
        private boolean removeBlobs() {
            int from = start;
            for (int after = afterBlob(start); after >= 0 && after < end; after = afterBlob(start)) {
                start = after;
            }
            return start > from;
        }

        private boolean unwrapForward() {
            boolean wrapped = end - start > FORWARD_HEADER.length()
                    && matches(FORWARD_HEADER, start)
                    && text.charAt(end - 1) == ']';
            if (wrapped) {
                start += FORWARD_HEADER.length();
                end--;
                derived = true;
            }
            return wrapped;
        }

        /** Behind {@code re:}, {@code fw:} or {@code fwd:} with perhaps a blob before the colon; -1 when there is none. */
        private int afterReplyMark(int from) {
            int at;
            if (matches("re", from)) {
                at = from + 2;
            } else if (matches("fwd", from)) {
                at = from + 3;
            } else if (matches("fw", from)) {
                at = from + 2;
            } else {
                return -1;
            }
            at = afterSpaces(at);
            int afterBlob = afterBlob(at);
            at = afterBlob < 0 ? at : afterBlob;
            return at < end && text.charAt(at) == ':' ? at + 1 : -1;
        }

        private int afterBlobs() {
            int at = start;
            for (int after = afterBlob(at); after >= 0; after = afterBlob(at)) {
                at = after;
            }
            return at;
        }

        /** Behind {@code [text]} and the spaces after it; -1 when there is none. */
        private int afterBlob(int from) {
            if (from >= end || text.charAt(from) != '[') {
                return -1;
            }
            for (int at = from + 1; at < end; at++) {
                char c = text.charAt(at);
                if (c == ']') {
                    return afterSpaces(at + 1);
                }
                if (c == '[') {
                    return -1;
                }
            }
            return -1;
        }

        private int afterSpaces(int from) {
            int at = from;
            while (at < end && text.charAt(at) == ' ') {
                at++;
            }
            return at;
        }

        private boolean matches(String lower, int from) {
            return from + lower.length() <= end && text.regionMatches(true, from, lower, 0, lower.length());
        }
    }
}
