// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.css;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Lets through the rules of a style sheet that can do no harm: plain rules and {@code @media} with selectors of elements, classes and
 * ids. No other at-rule passes, so nothing is imported and no font is loaded; attributes cannot be selected by, so no value can be
 * guessed letter by letter.
 */
public final class SheetFilter {
    /** Rules of one message. */
    private static final int MAX_RULES = 2_000;

    private static final int MAX_DEPTH = 3;
    private static final String SELECTOR_SIGNS = ".>+~*,:";
    private static final String MEDIA_SIGNS = "():,/";

    private final StyleFilter declarations;
    private final UnaryOperator<String> ids;
    private final StringBuilder out = new StringBuilder();
    private int rules;

    /** @param ids what becomes of an id that the sender wrote */
    public SheetFilter(StyleFilter declarations, UnaryOperator<String> ids) {
        this.declarations = declarations;
        this.ids = ids;
    }

    /** Adds what is harmless of a sheet. */
    public void add(String css) {
        String bare = css.replace("<!--", " ").replace("-->", " ");
        rules(CssScanner.scan(bare), 0);
    }

    /** What was let through of all sheets; there is no {@code <} in it. */
    public String sheet() {
        return out.toString();
    }

    private void rules(List<CssToken> tokens, int depth) {
        int at = 0;
        while (at < tokens.size() && rules < MAX_RULES) {
            int brace = at;
            while (brace < tokens.size() && !tokens.get(brace).is('{') && !isStatementEnd(tokens, at, brace)) {
                brace++;
            }
            if (brace >= tokens.size()) {
                return;
            }
            if (tokens.get(brace).is('{')) {
                int end = Blocks.end(tokens, brace);
                boolean closed = tokens.get(end).is('}');
                rule(Blocks.trim(tokens.subList(at, brace)), tokens.subList(brace + 1, closed ? end : end + 1), depth);
                at = end + 1;
            } else {
                at = brace + 1;
            }
        }
    }

    /** An at-rule without a block ends with a semicolon. */
    private static boolean isStatementEnd(List<CssToken> tokens, int from, int at) {
        List<CssToken> before = Blocks.trim(tokens.subList(from, at));
        return tokens.get(at).is(';') && !before.isEmpty() && before.getFirst().kind() == CssToken.Kind.AT;
    }

    private void rule(List<CssToken> prelude, List<CssToken> body, int depth) {
        if (prelude.isEmpty()) {
            return;
        }
        if (prelude.getFirst().kind() == CssToken.Kind.AT) {
            Optional<String> media =
                    prelude.getFirst().text().toLowerCase(Locale.ROOT).equals("media")
                            ? words(prelude.subList(1, prelude.size()), MEDIA_SIGNS)
                            : Optional.empty();
            if (media.isPresent() && depth < MAX_DEPTH) {
                out.append("@media ").append(media.get().strip()).append('{');
                rules(body, depth + 1);
                out.append("}\n");
            }
            return;
        }
        String clean = declarations.declarations(body);
        Optional<String> selector = clean.isEmpty() ? Optional.empty() : words(prelude, SELECTOR_SIGNS);
        if (selector.isPresent()) {
            rules++;
            out.append(selector.get()).append('{').append(clean).append("}\n");
        }
    }

    /** The tokens written anew; empty when there is one that nobody has listed. */
    private Optional<String> words(List<CssToken> tokens, String signs) {
        StringBuilder text = new StringBuilder();
        for (CssToken token : tokens) {
            boolean right = switch (token.kind()) {
                case WORD, NUMBER, HASH -> isName(token.text());
                case SPACE -> true;
                case SIGN -> signs.contains(token.text());
                default -> false;
            };
            if (!right) {
                return Optional.empty();
            }
            text.append(token.kind() == CssToken.Kind.HASH ? "#" + ids.apply(token.text()) : token.text());
        }
        return Optional.of(text.toString());
    }

    private static boolean isName(String text) {
        return !text.isEmpty()
                && text.chars()
                        .allMatch(c -> (c >= '0' && c <= '9')
                                || (c >= 'a' && c <= 'z')
                                || (c >= 'A' && c <= 'Z')
                                || "-_.%+".indexOf(c) >= 0);
    }
}
