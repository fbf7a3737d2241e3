// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Optional;
import org.fumibako.model.Flags;
import org.fumibako.net.BoundedReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads commands: first tag and name, then, once the state allows the command, its arguments; the octets of messages last of
 * all, by whoever wants them. Confined to the connection's thread.
 *
 * <p>After {@link SyntaxException} or a refusal, {@link #skip} finds where the next command begins. A line that is too long or does
 * not end in CRLF leaves no such place: that is an exception of {@link BoundedReader}, and the end of the connection.
 */
public final class ImapReader {
    private static final String NO_TAG = "*";

    private final BoundedReader in;
    private final ImapWriter out;
    private int maxCommand = ImapLimits.MAX_COMMAND_BEFORE_LOGIN;
    private long maxDiscarded = ImapLimits.MAX_DISCARDED_BEFORE_LOGIN;
    private boolean charsetsRefused;
    private @Nullable CommandText text;
    private String tag = NO_TAG;
    private Verb verb = Verb.NOOP;
    private int used;
    private int literals;
    private int messages;

    public ImapReader(BoundedReader in, ImapWriter out) {
        this.in = in;
        this.out = out;
    }

    /** The peer is known: commands may be longer from now on. */
    public void signedIn() {
        maxCommand = ImapLimits.MAX_COMMAND;
        maxDiscarded = ImapLimits.MAX_DISCARDED;
    }

    /** Who the peer is, is not known any more. */
    public void signedOut() {
        maxCommand = ImapLimits.MAX_COMMAND_BEFORE_LOGIN;
        maxDiscarded = ImapLimits.MAX_DISCARDED_BEFORE_LOGIN;
    }

    /** Whether SEARCH may name a charset: not where everything is UTF-8 by agreement (RFC 6855 §3). */
    public void refuseCharsets(boolean refused) {
        charsetsRefused = refused;
    }

    /**
     * Reads tag and name of the next command.
     *
     * @return false at the end of the stream
     * @throws SyntaxException when there is no such command; {@link #tag} is what to answer with
     */
    public boolean next() throws IOException, SyntaxException {
        tag = NO_TAG;
        used = 0;
        literals = 0;
        messages = 0;
        text = null;
        byte[] line = in.readLine(maxCommand);
        if (line == null) {
            return false;
        }
        used = line.length;
        CommandText command = new CommandText(line, new LiteralsFromPeer());
        text = command;
        tag = command.tag();
        command.space();
        String word = command.keyword();
        if (word.equals("UID")) {
            command.space();
            word = "UID " + command.keyword();
        }
        verb = Verb.of(word).orElseThrow(() -> new SyntaxException("Unknown command"));
        return true;
    }

    /** The tag of the command that {@link #next} read; {@code *} when it had none. */
    public String tag() {
        return tag;
    }

    /** The command that {@link #next} read. */
    public Verb verb() {
        return verb;
    }

    /** Reads the arguments of the command; of APPEND and REPLACE only those before the message. */
    public ImapCommand arguments() throws IOException, SyntaxException, CommandException {
        CommandText command = text();
        ImapCommand parsed = new CommandParser(command, out.utf8(), charsetsRefused).parse(verb);
        if (!verb.bringsMessages()) {
            command.end();
        }
        return parsed;
    }

    /**
     * The next message of an APPEND (RFC 3502 has several) or REPLACE, without its octets: either {@link #transferMessage} follows, or a refusal.
     *
     * @return empty behind the last message
     */
    public Optional<AppendMessage> nextMessage() throws IOException, SyntaxException, CommandException {
        CommandText command = text();
        if (messages > 0 && command.atEnd()) {
            return Optional.empty();
        }
        if (messages == ImapLimits.MAX_APPENDS) {
            throw new CommandException(
                    ResponseCode.LIMIT, "APPEND takes at most " + ImapLimits.MAX_APPENDS + " messages");
        }
        messages++;
        command.space();
        Flags flags = Flags.NONE;
        if (command.peek() == '(') {
            flags = Arguments.flags(command, false);
            command.space();
        }
        Optional<Instant> date = Optional.empty();
        if (command.peek() == '"') {
            date = Optional.of(Dates.dateTime(command));
            command.space();
        }
        // RFC 6855 §4: the octets are the same, whatever they are called.
        if (command.takeWord("UTF8")) {
            command.space();
            command.expect('(');
        }
        return Optional.of(new AppendMessage(flags, date, command.literalMark().size()));
    }

    /** Hands the octets of the message that {@link #nextMessage} announced to {@code sink}. */
    public void transferMessage(OutputStream sink) throws IOException, SyntaxException {
        CommandText command = text();
        LiteralMark mark = command.literalMark();
        boolean wrapped = mark.start() > 0 && command.line()[mark.start() - 1] == '(';
        goAhead(mark);
        in.transferTo(sink, mark.size());
        used = 0;
        command.continueWith(nextLine());
        if (wrapped) {
            command.expect(')');
        }
    }

    /**
     * Skips what is left of a command that was refused, so that nothing of it is taken for the next one (RFC 7888 §4): octets
     * of non-synchronising literals are on their way already.
     *
     * @throws DiscardException when that is more than anybody should send in vain
     */
    public void skip() throws IOException {
        long discarded = 0;
        Optional<LiteralMark> mark = text == null ? Optional.empty() : LiteralMark.atEndOf(text.line());
        while (mark.isPresent() && !mark.get().synchronizing()) {
            long size = mark.get().size();
            if (size > maxDiscarded - discarded) {
                throw new DiscardException();
            }
            in.transferTo(OutputStream.nullOutputStream(), size);
            byte[] line = in.readLine(maxCommand);
            if (line == null) {
                throw new EOFException();
            }
            discarded += size + line.length;
            mark = LiteralMark.atEndOf(line);
        }
        text = null;
    }

    /** A line that is no command: of AUTHENTICATE, or DONE of IDLE. Null at the end of the stream. */
    public byte @Nullable [] line(int max) throws IOException {
        return in.readLine(max);
    }

    /** Whether the client has sent more already. */
    public boolean buffered() {
        return in.buffered();
    }

    private CommandText text() {
        if (text == null) {
            throw new IllegalStateException("no command was read");
        }
        return text;
    }

    private void goAhead(LiteralMark mark) throws IOException {
        if (mark.synchronizing()) {
            out.continuation("OK");
            out.flush();
        }
    }

    private byte[] nextLine() throws IOException {
        byte[] line = in.readLine(maxCommand - used);
        if (line == null) {
            throw new EOFException();
        }
        used += line.length;
        return line;
    }

    /** Literals that are arguments: they count against the bound of the command. */
    private final class LiteralsFromPeer implements CommandText.Literals {
        @Override
        public byte[] octets(LiteralMark mark) throws IOException, SyntaxException {
            if (mark.size() > maxCommand - used) {
                throw new SyntaxException("Literal is too large");
            }
            if (++literals > ImapLimits.MAX_LITERALS) {
                throw new SyntaxException("Too many literals");
            }
            goAhead(mark);
            byte[] octets = new byte[(int) mark.size()];
            in.readFully(octets);
            used += octets.length;
            return octets;
        }

        @Override
        public byte[] nextLine() throws IOException {
            return ImapReader.this.nextLine();
        }
    }
}
