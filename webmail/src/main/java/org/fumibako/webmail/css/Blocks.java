// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.css;

import java.util.ArrayList;
import java.util.List;

/** Brackets among tokens. */
final class Blocks {
    private Blocks() {}

    /** Where the bracket that opens at {@code from} closes; the last token when it does not. */
    static int end(List<CssToken> tokens, int from) {
        int depth = 0;
        for (int i = from; i < tokens.size(); i++) {
            depth += step(tokens.get(i));
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size() - 1;
    }

    /** One more open, one less, or none. */
    static int step(CssToken token) {
        if (token.kind() == CssToken.Kind.FUNCTION || token.is('(') || token.is('[') || token.is('{')) {
            return 1;
        }
        return token.is(')') || token.is(']') || token.is('}') ? -1 : 0;
    }

    /** What stands between the separators outside of brackets. */
    static List<List<CssToken>> split(List<CssToken> tokens, char separator) {
        List<List<CssToken>> parts = new ArrayList<>();
        int from = 0;
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            depth = Math.max(0, depth + step(tokens.get(i)));
            if (depth == 0 && tokens.get(i).is(separator)) {
                parts.add(tokens.subList(from, i));
                from = i + 1;
            }
        }
        parts.add(tokens.subList(from, tokens.size()));
        return parts;
    }

    /** Without space at the ends. */
    static List<CssToken> trim(List<CssToken> tokens) {
        int from = 0;
        int to = tokens.size();
        while (from < to && tokens.get(from).kind() == CssToken.Kind.SPACE) {
            from++;
        }
        while (to > from && tokens.get(to - 1).kind() == CssToken.Kind.SPACE) {
            to--;
        }
        return tokens.subList(from, to);
    }
}
