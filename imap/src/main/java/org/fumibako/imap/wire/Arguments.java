// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fumibako.model.Flags;

/** Arguments that several commands share: text, mailbox names, flags. */
final class Arguments {
    private static final String INBOX = "INBOX";

    private Arguments() {}

    /** Text in UTF-8, of which ASCII is a part. */
    static String text(byte[] octets) throws SyntaxException {
        return text(octets, StandardCharsets.UTF_8);
    }

    static String text(byte[] octets, Charset charset) throws SyntaxException {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
        } catch (CharacterCodingException malformed) {
            throw new SyntaxException("Text is not valid " + charset.name());
        }
    }

    /** A mailbox name that must be valid. */
    static String mailbox(CommandText text, boolean utf8) throws IOException, SyntaxException, CommandException {
        Optional<String> name = decodeName(text.astring(), utf8);
        if (name.isEmpty()) {
            throw new CommandException(ResponseCode.CANNOT, "Mailbox name is not valid modified UTF-7");
        }
        return canonical(name.get());
    }

    /** A mailbox name with wildcards; one that is no modified UTF-7 is taken as it stands, and will match nothing. */
    static String pattern(CommandText text, boolean utf8) throws IOException, SyntaxException {
        byte[] octets = text.listMailbox();
        Optional<String> name = decodeName(octets, utf8);
        return canonical(name.isPresent() ? name.get() : text(octets));
    }

    /** The reference of LIST and LSUB. */
    static String reference(CommandText text, boolean utf8) throws IOException, SyntaxException {
        byte[] octets = text.astring();
        Optional<String> name = decodeName(octets, utf8);
        return canonical(name.isPresent() ? name.get() : text(octets));
    }

    /** {@code (\Seen $Forwarded)}, or the same without parentheses where {@code bare} allows it (STORE). */
    static Flags flags(CommandText text, boolean bare) throws SyntaxException, CommandException {
        List<String> names = new ArrayList<>();
        if (text.take('(')) {
            while (!text.take(')')) {
                if (!names.isEmpty()) {
                    text.space();
                }
                names.add(flag(text));
            }
            return flags(names);
        }
        if (!bare) {
            throw new SyntaxException("Expected a list of flags");
        }
        do {
            names.add(flag(text));
        } while (text.take(' '));
        return flags(names);
    }

    /** {@code \Seen} or a keyword. */
    static String flag(CommandText text) throws SyntaxException {
        return text.take('\\') ? "\\" + text.atom() : text.atom();
    }

    private static Flags flags(List<String> names) throws CommandException {
        long keywords = names.stream()
                .filter(name -> !name.startsWith("\\"))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct()
                .count();
        if (keywords > Flags.MAX_KEYWORDS) {
            throw new CommandException(ResponseCode.LIMIT, "A message has at most " + Flags.MAX_KEYWORDS + " keywords");
        }
        if (names.stream().anyMatch(name -> name.length() > Flags.MAX_KEYWORD_LENGTH)) {
            throw new CommandException(
                    ResponseCode.LIMIT, "A keyword has at most " + Flags.MAX_KEYWORD_LENGTH + " characters");
        }
        return Flags.of(names);
    }

    /**
     * A name as the client wrote it, in Unicode. Where modified UTF-7 is due, octets above 127 are still read as UTF-8, as
     * some clients write them.
     */
    private static Optional<String> decodeName(byte[] octets, boolean utf8) throws SyntaxException {
        String name = text(octets);
        boolean ascii = name.length() == octets.length;
        return utf8 || !ascii ? Optional.of(name) : ModifiedUtf7.decode(name);
    }

    /** NFC, and INBOX in capitals where it is the first level (RFC 9051 §5.1). */
    private static String canonical(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        boolean inbox = composed.regionMatches(true, 0, INBOX, 0, INBOX.length())
                && (composed.length() == INBOX.length() || composed.charAt(INBOX.length()) == '/');
        return inbox ? INBOX + composed.substring(INBOX.length()) : composed;
    }
}
