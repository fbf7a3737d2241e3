// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.compile;

import java.util.regex.Pattern;

/** What names may look like. */
public final class Names {
    /** Characters of a name: no one writes longer ones. */
    private static final int MAX_LENGTH = 100;

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern QUALIFIED = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z0-9_]+)+");

    private Names() {}

    /** RFC 5229 §3: an identifier. */
    public static boolean isVariable(String name) {
        return name.length() <= MAX_LENGTH && VARIABLE.matcher(name).matches();
    }

    static boolean isQualified(String name) {
        return name.length() <= MAX_LENGTH && QUALIFIED.matcher(name).matches();
    }

    /** RFC 5322 §3.6.8: printable US-ASCII without a colon. */
    public static boolean isField(String name) {
        return !name.isEmpty()
                && name.length() <= MAX_LENGTH
                && name.chars().allMatch(c -> c > ' ' && c < 0x7f && c != ':');
    }
}
