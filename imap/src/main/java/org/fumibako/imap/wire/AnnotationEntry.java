// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

import java.util.Locale;

/**
 * The name of an annotation (RFC 5464 §3.2), such as {@code /private/comment}.
 *
 * @param personal whether only the account sees it that set it ({@code /private}), else everybody does ({@code /shared})
 * @param path what follows, in lower case, as names are case-insensitive; empty, or it begins with a slash
 * @param text the whole name as the client wrote it
 */
public record AnnotationEntry(boolean personal, String path, String text) {
    public static final String PRIVATE = "/private";
    public static final String SHARED = "/shared";

    static AnnotationEntry of(String text) throws SyntaxException {
        String name = text.toLowerCase(Locale.ROOT);
        for (String root : new String[] {PRIVATE, SHARED}) {
            if (name.startsWith(root) && isPath(name.substring(root.length()))) {
                return new AnnotationEntry(root.equals(PRIVATE), name.substring(root.length()), text);
            }
        }
        throw new SyntaxException("The name of an annotation is a path below /private or /shared");
    }

    private static boolean isPath(String path) {
        if (path.isEmpty()) {
            return true;
        }
        boolean printable = path.chars().allMatch(c -> c > ' ' && c <= '~' && c != '*' && c != '%');
        return printable && path.startsWith("/") && !path.endsWith("/") && !path.contains("//");
    }

    /** The whole name in lower case. */
    public String name() {
        return (personal ? PRIVATE : SHARED) + path;
    }
}
