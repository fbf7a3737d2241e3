// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client.wire;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.fumibako.model.EnhancedStatus;
import org.fumibako.model.SmtpReply;
import org.fumibako.net.BareLineEndingException;
import org.fumibako.net.BoundedReader;
import org.fumibako.net.LineTooLongException;

/**
 * Reads a server's replies (RFC 5321 §4.2.1) with their enhanced codes (RFC 2034 §4). Everything about them is bounded: line,
 * lines, the text that is kept, and the time for all of it, so that a server that sends one octet a second or never ends its
 * reply holds nobody up for longer than one that is silent.
 */
public final class ReplyReader {
    /** Octets in a line. RFC 5321 §4.5.3.1.5 has 512 with CRLF; some servers explain themselves at greater length. */
    public static final int MAX_LINE = 4_096;

    /** Lines in a reply: the longest answer to EHLO seen has some thirty. */
    public static final int MAX_LINES = 128;

    /** Characters of text that are kept; what comes after is read and dropped. */
    public static final int MAX_TEXT = 8_192;

    private final BoundedReader in;
    private final Consumer<Duration> readTimeout;

    /** @param readTimeout tells the source of {@code in} how long the next line may take */
    public ReplyReader(BoundedReader in, Consumer<Duration> readTimeout) {
        this.in = in;
        this.readTimeout = readTimeout;
    }

    /**
     * The next reply, of one line or many. Its text has an enhanced code taken off every line, and no characters but printable
     * ASCII and {@code \n}.
     *
     * @param limit how long the whole reply may take
     * @throws EOFException when the server closed the connection
     * @throws SocketTimeoutException when the time is over
     */
    public SmtpReply read(Duration limit) throws IOException, ReplySyntaxException {
        long end = System.nanoTime() + limit.toNanos();
        StringBuilder text = new StringBuilder();
        Optional<EnhancedStatus> status = Optional.empty();
        int code = 0;
        for (int lines = 1; lines <= MAX_LINES; lines++) {
            byte[] line = line(end - System.nanoTime());
            int lineCode = code(line);
            if (lines == 1) {
                code = lineCode;
                status = status(line, code);
            } else if (lineCode != code) {
                // RFC 5321 §4.2.1: the code on each line must be the same.
                throw new ReplySyntaxException("a reply that begins with " + code + " goes on with " + lineCode);
            }
            append(text, line, status, lines > 1);
            if (line.length == 3 || line[3] == ' ') {
                return new SmtpReply(code, status, text.toString());
            }
        }
        throw new ReplySyntaxException("a reply of more than " + MAX_LINES + " lines");
    }

    private byte[] line(long nanos) throws IOException, ReplySyntaxException {
        if (nanos <= 0) {
            throw new SocketTimeoutException("the reply took too long");
        }
        readTimeout.accept(Duration.ofNanos(nanos));
        try {
            byte[] line = in.readLine(MAX_LINE);
            if (line == null) {
                throw new EOFException("closed by the server");
            }
            return line;
        } catch (LineTooLongException e) {
            throw new ReplySyntaxException("a reply with a line of more than " + MAX_LINE + " octets");
        } catch (BareLineEndingException e) {
            throw new ReplySyntaxException("a reply with a CR or LF by itself");
        }
    }

    private static int code(byte[] line) throws ReplySyntaxException {
        boolean coded = line.length >= 3
                && line[0] >= '2'
                && line[0] <= '5'
                && isDigit(line[1])
                && isDigit(line[2])
                && (line.length == 3 || line[3] == ' ' || line[3] == '-');
        if (!coded) {
            throw new ReplySyntaxException("what is no reply: " + printable(line, 0, Math.min(line.length, 60)));
        }
        return (line[0] - '0') * 100 + (line[1] - '0') * 10 + line[2] - '0';
    }

    /** The enhanced code behind the reply code; one of another class is the server's error, and counts as text. */
    private static Optional<EnhancedStatus> status(byte[] line, int code) {
        int[] part = new int[3];
        int at = 4;
        for (int i = 0; i < 3; i++) {
            int begin = at;
            while (at < line.length && isDigit(line[at]) && at - begin < 3) {
                part[i] = part[i] * 10 + line[at++] - '0';
            }
            boolean ended = i < 2 ? at < line.length && line[at] == '.' : at >= line.length || line[at] == ' ';
            if (at == begin || !ended) {
                return Optional.empty();
            }
            at++;
        }
        return part[0] == code / 100 && code / 100 != 3
                ? Optional.of(new EnhancedStatus(part[0], part[1], part[2]))
                : Optional.empty();
    }

    private static void append(StringBuilder text, byte[] line, Optional<EnhancedStatus> status, boolean further) {
        String words = line.length <= 4 ? "" : printable(line, 4, line.length);
        if (status.isPresent() && words.startsWith(status.get().toString())) {
            words = words.substring(status.get().toString().length()).stripLeading();
        }
        if (text.length() + words.length() < MAX_TEXT) {
            text.append(further ? "\n" : "").append(words);
        }
    }

    private static String printable(byte[] octets, int from, int to) {
        StringBuilder text = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            int octet = octets[i];
            text.append(octet == '\t' ? ' ' : octet >= ' ' && octet < 0x7f ? (char) octet : '?');
        }
        return text.toString();
    }

    private static boolean isDigit(byte octet) {
        return octet >= '0' && octet <= '9';
    }
}
