// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.admin;

/** What strangers wrote, made fit for the operator's screen: it must not move the cursor. */
final class OneLine {
    private OneLine() {}

    static String of(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().map(c -> Character.isISOControl(c) ? ' ' : c).forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
