// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Arguments of GETMETADATA and SETMETADATA (RFC 5464 §5). */
final class MetadataParser {
    private final CommandText text;
    private final boolean utf8;
    private MetadataCommand.Depth depth = MetadataCommand.Depth.NONE;
    private Optional<Long> maxSize = Optional.empty();

    MetadataParser(CommandText text, boolean utf8) {
        this.text = text;
        this.utf8 = utf8;
    }

    /** {@code GETMETADATA (DEPTH 1) INBOX (/private /shared/comment)}; the RFC's examples have the options behind the mailbox. */
    MetadataCommand.Get get() throws IOException, SyntaxException, CommandException {
        text.space();
        if (text.take('(')) {
            options();
            text.space();
        }
        String mailbox = Arguments.mailbox(text, utf8);
        text.space();
        if (text.takeAll("(")) {
            if (!atEntry()) {
                options();
                text.space();
                return new MetadataCommand.Get(mailbox, entries(text), depth, maxSize);
            }
            return new MetadataCommand.Get(mailbox, list(text), depth, maxSize);
        }
        return new MetadataCommand.Get(mailbox, List.of(entry(text)), depth, maxSize);
    }

    private boolean atEntry() {
        int next = text.peek();
        return next == '/' || next == '"' || next == '{';
    }

    /** Up to the closing parenthesis. */
    private void options() throws SyntaxException {
        do {
            switch (text.keyword()) {
                case "MAXSIZE" -> {
                    text.space();
                    maxSize = Optional.of(text.number(0xffff_ffffL));
                }
                case "DEPTH" -> {
                    text.space();
                    depth = depth(text.keyword());
                }
                default -> throw new SyntaxException("Unknown option of GETMETADATA");
            }
        } while (text.take(' '));
        text.expect(')');
    }

    private static MetadataCommand.Depth depth(String word) throws SyntaxException {
        return switch (word) {
            case "0" -> MetadataCommand.Depth.NONE;
            case "1" -> MetadataCommand.Depth.ONE_LEVEL;
            case "INFINITY" -> MetadataCommand.Depth.ALL;
            default -> throw new SyntaxException("DEPTH is 0, 1 or infinity");
        };
    }

    /** {@code SETMETADATA INBOX (/private/comment "mine" /shared/comment NIL)}. */
    MetadataCommand.Set set() throws IOException, SyntaxException, CommandException {
        text.space();
        String mailbox = Arguments.mailbox(text, utf8);
        text.space();
        text.expect('(');
        List<MetadataCommand.Setting> settings = new ArrayList<>();
        do {
            bound(settings.size());
            AnnotationEntry entry = entry(text);
            if (entry.path().isEmpty()) {
                throw new SyntaxException("The roots of annotations have no value");
            }
            text.space();
            settings.add(new MetadataCommand.Setting(entry, text.nstringOrLiteral8()));
        } while (text.take(' '));
        text.expect(')');
        return new MetadataCommand.Set(mailbox, settings);
    }

    /** One entry, or several in parentheses. */
    static List<AnnotationEntry> entries(CommandText text) throws IOException, SyntaxException {
        return text.take('(') ? list(text) : List.of(entry(text));
    }

    private static List<AnnotationEntry> list(CommandText text) throws IOException, SyntaxException {
        List<AnnotationEntry> entries = new ArrayList<>();
        do {
            bound(entries.size());
            entries.add(entry(text));
        } while (text.take(' '));
        text.expect(')');
        return entries;
    }

    private static AnnotationEntry entry(CommandText text) throws IOException, SyntaxException {
        return AnnotationEntry.of(Arguments.text(text.astring()));
    }

    private static void bound(int size) throws SyntaxException {
        if (size == ImapLimits.MAX_METADATA_ENTRIES) {
            throw new SyntaxException("A command takes at most " + ImapLimits.MAX_METADATA_ENTRIES + " annotations");
        }
    }
}
