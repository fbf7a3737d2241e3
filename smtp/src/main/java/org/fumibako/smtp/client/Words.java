// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import java.io.IOException;

/** Makes the words of an {@link Attempt} out of what the system says. */
final class Words {
    static final String UNREADABLE = "our own copy of the message cannot be read just now";

    private static final int MAX = 200;

    private Words() {}

    /** What went wrong, in printable ASCII and not at too great a length: parts of it may be the other server's. */
    static String of(IOException cause) {
        String message = cause.getMessage();
        return printable(message == null ? cause.getClass().getSimpleName() : message);
    }

    static String printable(String text) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < text.length() && words.length() < MAX; i++) {
            char c = text.charAt(i);
            words.append(c >= ' ' && c < 0x7f ? c : ' ');
        }
        return words.toString();
    }
}
