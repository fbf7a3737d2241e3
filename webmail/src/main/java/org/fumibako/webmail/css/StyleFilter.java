// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.css;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Lets through declarations that can do no harm: of properties that are listed, with values of words, numbers, colours, strings and
 * functions that are listed. What is let through is written anew from what it means, never copied, so it reads the same to everybody:
 * nothing in it needs an escape, and there is no {@code <}.
 */
public final class StyleFilter {
    /** Declarations of one rule. */
    private static final int MAX_DECLARATIONS = 200;

    private static final int MAX_STRING = 200;
    private static final String VALUE_SIGNS = ",/%+*-";

    private final Function<String, Optional<String>> pictures;

    /** @param pictures the address from which a picture is shown, for the one that the sender wrote; empty when it is not shown */
    public StyleFilter(Function<String, Optional<String>> pictures) {
        this.pictures = pictures;
    }

    /** The harmless declarations of a {@code style} attribute; empty when there are none. */
    public String declarations(String css) {
        return declarations(CssScanner.scan(css));
    }

    String declarations(List<CssToken> tokens) {
        StringBuilder out = new StringBuilder();
        int written = 0;
        for (List<CssToken> declaration : Blocks.split(tokens, ';')) {
            Optional<String> clean = declaration(Blocks.trim(declaration));
            if (clean.isPresent() && written < MAX_DECLARATIONS) {
                out.append(written == 0 ? "" : ";").append(clean.get());
                written++;
            }
        }
        return out.toString();
    }

    private Optional<String> declaration(List<CssToken> tokens) {
        if (tokens.isEmpty() || tokens.getFirst().kind() != CssToken.Kind.WORD) {
            return Optional.empty();
        }
        String property = tokens.getFirst().text().toLowerCase(Locale.ROOT);
        List<CssToken> rest = Blocks.trim(tokens.subList(1, tokens.size()));
        if (rest.isEmpty() || !rest.getFirst().is(':')) {
            return Optional.empty();
        }
        List<CssToken> value = Blocks.trim(rest.subList(1, rest.size()));
        if (value.isEmpty() || !isAllowed(property, value)) {
            return Optional.empty();
        }
        return new Value(property).write(value).map(text -> property + ":" + text);
    }

    private static boolean isAllowed(String property, List<CssToken> value) {
        if (property.equals("position")) {
            String word = value.getFirst().text().toLowerCase(Locale.ROOT);
            return word.equals("relative") || word.equals("static");
        }
        return CssProperties.isAllowed(property);
    }

    /** Writes one value. */
    private final class Value {
        private final String property;
        private final StringBuilder out = new StringBuilder();
        private final List<String> open = new ArrayList<>();

        Value(String property) {
            this.property = property;
        }

        /** Empty when there is something in it that nobody has listed. */
        Optional<String> write(List<CssToken> tokens) {
            for (int i = 0; i < tokens.size(); i++) {
                CssToken token = tokens.get(i);
                if (token.kind() == CssToken.Kind.FUNCTION && token.text().equalsIgnoreCase("url")) {
                    List<CssToken> inside = Blocks.trim(tokens.subList(i + 1, Blocks.end(tokens, i)));
                    boolean formed = inside.size() == 1 && inside.getFirst().kind() == CssToken.Kind.STRING;
                    if (!formed || !picture(inside.getFirst().text())) {
                        return Optional.empty();
                    }
                    i = Blocks.end(tokens, i);
                } else if (!write(token)) {
                    return Optional.empty();
                }
            }
            return open.isEmpty() ? Optional.of(out.toString()) : Optional.empty();
        }

        private boolean write(CssToken token) {
            return switch (token.kind()) {
                case WORD -> word(token.text());
                case NUMBER -> plain(token.text(), token.text());
                case HASH -> plain(token.text(), "#" + token.text());
                case SPACE -> add(" ");
                case STRING -> string(token.text());
                case URL -> picture(token.text());
                case FUNCTION -> function(token.text().toLowerCase(Locale.ROOT));
                case SIGN -> sign(token.text().charAt(0));
                case AT, BAD, END -> false;
            };
        }

        private boolean add(String text) {
            out.append(text);
            return true;
        }

        private boolean plain(String content, String written) {
            boolean plain = content.chars()
                    .allMatch(c -> (c >= '0' && c <= '9')
                            || (c >= 'a' && c <= 'z')
                            || (c >= 'A' && c <= 'Z')
                            || "+-._%".indexOf(c) >= 0);
            return plain && add(written);
        }

        /** Names of fonts may be Japanese. */
        private boolean word(String text) {
            boolean letters = text.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_');
            return letters && add(text);
        }

        private boolean string(String text) {
            if (text.length() > MAX_STRING
                    || text.codePoints().anyMatch(c -> Character.isISOControl(c) || "\\\"'<>&`".indexOf(c) >= 0)) {
                return false;
            }
            return add("'" + text + "'");
        }

        private boolean picture(String address) {
            if (!CssProperties.mayNamePicture(property)) {
                return false;
            }
            Optional<String> shown = pictures.apply(address);
            return shown.isPresent() ? add("url('" + shown.get() + "')") : add("none");
        }

        private boolean function(String name) {
            open.add(name);
            return CssProperties.isFunction(name) && add(name + "(");
        }

        private boolean sign(char sign) {
            if (sign == ')') {
                return !open.isEmpty() && open.removeLast() != null && add(")");
            }
            if (sign == '(' && !open.isEmpty()) {
                open.add("");
                return add("(");
            }
            if (sign == '!') {
                return add("!");
            }
            return VALUE_SIGNS.indexOf(sign) >= 0 && add(String.valueOf(sign));
        }
    }
}
