// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.imap.wire.FetchItem.Attribute;
import org.fumibako.imap.wire.FetchItem.Partial;
import org.fumibako.imap.wire.FetchItem.Section;

/** Arguments of FETCH (RFC 9051 §6.4.5). */
final class FetchParser {
    private static final List<FetchItem> FAST = List.of(Attribute.FLAGS, Attribute.INTERNALDATE, Attribute.RFC822_SIZE);
    private static final List<FetchItem> ALL =
            List.of(Attribute.FLAGS, Attribute.INTERNALDATE, Attribute.RFC822_SIZE, Attribute.ENVELOPE);
    private static final List<FetchItem> FULL =
            List.of(Attribute.FLAGS, Attribute.INTERNALDATE, Attribute.RFC822_SIZE, Attribute.ENVELOPE, Attribute.BODY);

    private final CommandText text;

    FetchParser(CommandText text) {
        this.text = text;
    }

    MessageCommand.Fetch fetch(boolean uid) throws IOException, SyntaxException {
        text.space();
        SequenceSet set = text.sequenceSet();
        text.space();
        List<FetchItem> items = items();
        MessageCommand.FetchModifiers modifiers = text.take(' ') ? modifiers(uid) : MessageCommand.FetchModifiers.NONE;
        return new MessageCommand.Fetch(set, uid, items, modifiers);
    }

    private List<FetchItem> items() throws IOException, SyntaxException {
        if (!text.take('(')) {
            String word = text.keyword();
            return switch (word) {
                case "FAST" -> FAST;
                case "ALL" -> ALL;
                case "FULL" -> FULL;
                default -> List.of(item(word));
            };
        }
        return itemsUntilParenthesis();
    }

    /** A list of items behind its opening parenthesis, and the closing one. */
    List<FetchItem> itemsUntilParenthesis() throws IOException, SyntaxException {
        List<FetchItem> items = new ArrayList<>();
        do {
            if (items.size() == ImapLimits.MAX_FETCH_ITEMS) {
                throw new SyntaxException("FETCH takes at most " + ImapLimits.MAX_FETCH_ITEMS + " items");
            }
            items.add(item(text.keyword()));
        } while (text.take(' '));
        text.expect(')');
        return List.copyOf(items);
    }

    private FetchItem item(String word) throws IOException, SyntaxException {
        if (text.take('[')) {
            return switch (word) {
                case "BODY" -> new FetchItem.Body(section(), partial(), false);
                case "BODY.PEEK" -> new FetchItem.Body(section(), partial(), true);
                case "BINARY" -> new FetchItem.Binary(partNumber(), partial(), false);
                case "BINARY.PEEK" -> new FetchItem.Binary(partNumber(), partial(), true);
                case "BINARY.SIZE" -> new FetchItem.BinarySize(partNumber());
                default -> throw new SyntaxException("Unknown FETCH item");
            };
        }
        for (Attribute attribute : Attribute.values()) {
            if (attribute.wireName().equals(word)) {
                return attribute == Attribute.PREVIEW ? preview() : attribute;
            }
        }
        throw new SyntaxException("Unknown FETCH item");
    }

    /** {@code PREVIEW} or {@code PREVIEW (LAZY)} (RFC 8970 §3.1). */
    private FetchItem preview() throws SyntaxException {
        if (text.takeAll(" (")) {
            if (!text.keyword().equals("LAZY")) {
                throw new SyntaxException("Unknown PREVIEW modifier");
            }
            text.expect(')');
        }
        return Attribute.PREVIEW;
    }

    /** What stands between the brackets, and the closing one. */
    private Section section() throws IOException, SyntaxException {
        List<Integer> part = numbers();
        boolean bare = text.take(']');
        if (bare) {
            return new Section(part, Section.Text.ALL, List.of());
        }
        if (!part.isEmpty()) {
            text.expect('.');
        }
        Section.Text kind = sectionText(text.keyword(), !part.isEmpty());
        List<String> fields = List.of();
        if (kind == Section.Text.HEADER_FIELDS || kind == Section.Text.HEADER_FIELDS_NOT) {
            fields = fieldNames();
        }
        text.expect(']');
        return new Section(part, kind, fields);
    }

    private static Section.Text sectionText(String word, boolean inPart) throws SyntaxException {
        for (Section.Text kind : Section.Text.values()) {
            if (kind != Section.Text.ALL && kind.wireName().equals(word) && (inPart || kind != Section.Text.MIME)) {
                return kind;
            }
        }
        throw new SyntaxException("Unknown section");
    }

    private List<String> fieldNames() throws IOException, SyntaxException {
        List<String> names = new ArrayList<>();
        text.space();
        text.expect('(');
        do {
            if (names.size() == ImapLimits.MAX_FETCH_ITEMS) {
                throw new SyntaxException("A section names at most " + ImapLimits.MAX_FETCH_ITEMS + " fields");
            }
            names.add(fieldName(Arguments.text(text.astring())));
        } while (text.take(' '));
        text.expect(')');
        return names;
    }

    private static String fieldName(String name) throws SyntaxException {
        // Names are echoed in the response, where only what a header can have makes sense (RFC 5322 §2.2).
        boolean valid = !name.isEmpty() && name.chars().allMatch(c -> c > ' ' && c < 0x7f && c != ':');
        if (!valid) {
            throw new SyntaxException("Invalid header field name");
        }
        return name;
    }

    private List<Integer> partNumber() throws SyntaxException {
        List<Integer> part = numbers();
        text.expect(']');
        return part;
    }

    /** {@code 1.2.3}, perhaps nothing; a point that is not followed by a digit is left alone. */
    private List<Integer> numbers() throws SyntaxException {
        List<Integer> part = new ArrayList<>();
        if (!Ascii.isDigit(text.peek())) {
            return part;
        }
        do {
            if (part.size() == ImapLimits.MAX_SECTION_DEPTH) {
                throw new SyntaxException("Section is nested too deep");
            }
            int number = (int) text.number(Integer.MAX_VALUE);
            if (number == 0) {
                throw new SyntaxException("Parts are numbered from 1");
            }
            part.add(number);
        } while (text.takeBeforeDigit('.'));
        return part;
    }

    /** {@code <0.2048>}. */
    private Optional<Partial> partial() throws SyntaxException {
        if (!text.take('<')) {
            return Optional.empty();
        }
        long offset = text.number(Long.MAX_VALUE);
        text.expect('.');
        long count = text.number(Long.MAX_VALUE);
        text.expect('>');
        if (count == 0) {
            throw new SyntaxException("A partial fetch asks for at least one octet");
        }
        return Optional.of(new Partial(offset, count));
    }

    /** {@code (CHANGEDSINCE 12345 VANISHED)} (RFC 7162 §3.1.4.1, §3.2.6). */
    private MessageCommand.FetchModifiers modifiers(boolean uid) throws SyntaxException {
        Optional<Long> changedSince = Optional.empty();
        boolean vanished = false;
        text.expect('(');
        do {
            switch (text.keyword()) {
                case "CHANGEDSINCE" -> {
                    text.space();
                    changedSince = Optional.of(text.number(Long.MAX_VALUE));
                }
                case "VANISHED" -> vanished = true;
                default -> throw new SyntaxException("Unknown FETCH modifier");
            }
        } while (text.take(' '));
        text.expect(')');
        if (vanished && (!uid || changedSince.isEmpty())) {
            throw new SyntaxException("VANISHED goes with UID FETCH and CHANGEDSINCE");
        }
        return new MessageCommand.FetchModifiers(changedSince, vanished);
    }
}
