// SPDX-License-Identifier: Apache-2.0
package org.fumibako.managesieve.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fumibako.managesieve.wire.Command.Argument;
import org.fumibako.net.BoundedReader;
import org.jspecify.annotations.Nullable;

/** Reads commands (RFC 5804 §4): a name, then strings and numbers; a string is quoted, or announced by its length. */
public final class CommandReader {
    /** Octets of a line: two names of scripts, quoted, or a response to a challenge (RFC 5804 §4 allows 1,024 in quotes). */
    static final int MAX_LINE = 8 * 1024;

    /** Octets of a literal after sign-in: the largest script, and one that is too large by a little and may be told so. */
    static final int MAX_LITERAL = 512 * 1024;

    /** The same before sign-in: a response to a challenge. */
    static final int MAX_LITERAL_BEFORE_LOGIN = 8 * 1024;

    /** Octets of a literal that is too large that are skipped before the connection is given up. */
    static final int MAX_SKIPPED = 8 * 1024 * 1024;

    /** Arguments of one command; none has more than three. */
    private static final int MAX_ARGUMENTS = 4;

    private final BoundedReader in;
    private byte[] line = {};
    private int position;

    public CommandReader(BoundedReader in) {
        this.in = in;
    }

    /** @return {@code null} at the end of the stream */
    public @Nullable Command next(boolean signedIn) throws IOException, CommandSyntaxException {
        byte[] read = in.readLine(MAX_LINE);
        if (read == null) {
            return null;
        }
        begin(read);
        String name = atom().toUpperCase(Locale.ROOT);
        if (name.isEmpty()) {
            throw new CommandSyntaxException("A command begins with its name", false);
        }
        return new Command(name, arguments(signedIn));
    }

    /** A line that is one string: the answer to a challenge (RFC 5804 §2.1). */
    public String response() throws IOException, CommandSyntaxException {
        byte[] read = in.readLine(MAX_LINE);
        if (read == null) {
            throw new EOFException();
        }
        begin(read);
        List<Argument> arguments = arguments(false);
        if (arguments.size() == 1 && arguments.getFirst() instanceof Argument.Text(String value)) {
            return value;
        }
        throw new CommandSyntaxException("The answer to a challenge is one string", false);
    }

    private void begin(byte[] read) {
        line = read;
        position = 0;
    }

    private String atom() {
        int begin = position;
        while (position < line.length && line[position] != ' ') {
            position++;
        }
        String atom = new String(line, begin, position - begin, StandardCharsets.ISO_8859_1);
        return atom.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) ? atom : "";
    }

    private List<Argument> arguments(boolean signedIn) throws IOException, CommandSyntaxException {
        List<Argument> arguments = new ArrayList<>();
        while (skipSpace()) {
            if (arguments.size() == MAX_ARGUMENTS) {
                throw new CommandSyntaxException("Too many arguments", false);
            }
            byte first = line[position];
            if (first == '"') {
                arguments.add(new Argument.Text(quoted()));
            } else if (first == '{') {
                arguments.add(new Argument.Text(literal(signedIn)));
            } else {
                arguments.add(new Argument.Numeral(number()));
            }
        }
        return arguments;
    }

    private boolean skipSpace() {
        while (position < line.length && line[position] == ' ') {
            position++;
        }
        return position < line.length;
    }

    private String quoted() throws CommandSyntaxException {
        byte[] value = new byte[line.length];
        int size = 0;
        position++;
        while (position < line.length && line[position] != '"') {
            position += line[position] == '\\' && position + 1 < line.length ? 1 : 0;
            value[size] = line[position];
            size++;
            position++;
        }
        if (position == line.length) {
            throw new CommandSyntaxException("A quotation mark is missing", false);
        }
        position++;
        return text(value, size);
    }

    /** Behind {@code {n+}} at the end of a line, with the next line behind it. */
    private String literal(boolean signedIn) throws IOException, CommandSyntaxException {
        position++;
        long count = number();
        if (position < line.length && line[position] == '+') {
            position++;
        }
        if (position != line.length - 1 || line[position] != '}') {
            throw new CommandSyntaxException("A literal is announced as {length+} at the end of a line", false);
        }
        if (count > (signedIn ? MAX_LITERAL : MAX_LITERAL_BEFORE_LOGIN)) {
            tooLarge(count, signedIn);
        }
        byte[] octets = new byte[(int) count];
        in.readFully(octets);
        byte[] rest = in.readLine(MAX_LINE);
        if (rest == null) {
            throw new EOFException();
        }
        begin(rest);
        return text(octets, octets.length);
    }

    private void tooLarge(long count, boolean signedIn) throws IOException, CommandSyntaxException {
        if (!signedIn || count > MAX_SKIPPED) {
            throw new CommandSyntaxException("The literal is too large", true);
        }
        in.transferTo(OutputStream.nullOutputStream(), count);
        if (in.readLine(MAX_LINE) == null) {
            throw new EOFException();
        }
        throw new CommandSyntaxException("The script is too large", false);
    }

    private long number() throws CommandSyntaxException {
        long value = 0;
        int begin = position;
        while (position < line.length && line[position] >= '0' && line[position] <= '9') {
            value = Math.min(value * 10 + line[position] - '0', Integer.MAX_VALUE + 1L);
            position++;
        }
        if (begin == position || value > Integer.MAX_VALUE) {
            throw new CommandSyntaxException("Expected a string or a number below 2^31", false);
        }
        return value;
    }

    private static String text(byte[] octets, int size) throws CommandSyntaxException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets, 0, size))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new CommandSyntaxException("Strings are in UTF-8", false);
        }
    }
}
