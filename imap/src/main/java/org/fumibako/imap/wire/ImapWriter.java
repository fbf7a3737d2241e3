// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.fumibako.model.Flags;
import org.fumibako.model.UidSet;

/**
 * Writes responses (RFC 9051 §7) straight into the connection's buffer; nothing leaves it before {@link #flush} or before the
 * buffer is full. Belongs to one connection; two threads take turns under the session's write lock.
 *
 * <p>{@link #raw} is for the protocol's own words. Whatever comes from a message, a name or a client goes through {@link #string},
 * {@link #astring}, {@link #mailbox} or a literal.
 */
public final class ImapWriter {
    private static final byte[] CRLF = {'\r', '\n'};
    private static final byte[] MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec".getBytes(StandardCharsets.US_ASCII);
    private static final byte[][] SYSTEM_FLAGS = systemFlags();
    private static final int COPY_BUFFER = 16 << 10;

    private final OutputStream out;
    private final byte[] digits = new byte[32];
    private boolean utf8;

    public ImapWriter(OutputStream out) {
        this.out = out;
    }

    /** Whether quoted strings and mailbox names are UTF-8 from now on (RFC 9051 §5.1); else 8-bit text goes in literals. */
    public void useUtf8(boolean wanted) {
        utf8 = wanted;
    }

    /** Whether the client has asked for UTF-8. */
    public boolean utf8() {
        return utf8;
    }

    /** Words of the protocol in ASCII. */
    @SuppressWarnings("deprecation") // getBytes(int, int, byte[], int) takes low octets without a charset encoder
    public ImapWriter raw(String ascii) throws IOException {
        int length = ascii.length();
        if (length <= digits.length) {
            ascii.getBytes(0, length, digits, 0);
            out.write(digits, 0, length);
        } else {
            out.write(ascii.getBytes(StandardCharsets.ISO_8859_1));
        }
        return this;
    }

    /** Octets that are in wire form already, such as a stored ENVELOPE. */
    public ImapWriter raw(byte[] octets) throws IOException {
        out.write(octets);
        return this;
    }

    public ImapWriter raw(char ascii) throws IOException {
        out.write(ascii);
        return this;
    }

    public ImapWriter space() throws IOException {
        out.write(' ');
        return this;
    }

    /** A number, not negative. */
    public ImapWriter number(long value) throws IOException {
        int at = digits.length;
        long rest = value;
        do {
            digits[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest != 0);
        out.write(digits, at, digits.length - at);
        return this;
    }

    /** {@code * } and words that begin an untagged response. */
    public ImapWriter untagged(String ascii) throws IOException {
        out.write('*');
        out.write(' ');
        return raw(ascii);
    }

    /** {@code * 12 FETCH} and the like. */
    public ImapWriter untagged(long number, String ascii) throws IOException {
        out.write('*');
        out.write(' ');
        return number(number).space().raw(ascii);
    }

    /** Ends a response line. */
    public ImapWriter end() throws IOException {
        out.write(CRLF);
        return this;
    }

    /** {@code string}: quoted where it can be, else a literal. A NUL, which neither can hold, becomes U+FFFD. */
    public ImapWriter string(String text) throws IOException {
        if (quotable(text)) {
            return quoted(text);
        }
        return literal(text.replace('\0', '\ufffd').getBytes(StandardCharsets.UTF_8));
    }

    /** {@code nstring}: NIL when absent. */
    public ImapWriter nstring(Optional<String> text) throws IOException {
        return text.isPresent() ? string(text.get()) : raw("NIL");
    }

    /** {@code astring}: an atom where it can be. */
    public ImapWriter astring(String text) throws IOException {
        return Ascii.isAtom(text) ? raw(text) : string(text);
    }

    /** A mailbox name in the form that this client reads. */
    public ImapWriter mailbox(String name) throws IOException {
        return astring(utf8 ? name : ModifiedUtf7.encode(name));
    }

    /** A literal of octets in memory; NUL is allowed only in {@link #literal8}. */
    public ImapWriter literal(byte[] octets) throws IOException {
        return literalHeader(octets.length).raw(octets);
    }

    /** A literal of exactly {@code size} octets from {@code in}. */
    public ImapWriter literal(InputStream in, long size) throws IOException {
        literalHeader(size);
        return copy(in, size);
    }

    /** {@code literal8} (RFC 9051 §4.3): may hold NUL. */
    public ImapWriter literal8(InputStream in, long size) throws IOException {
        out.write('~');
        return literal(in, size);
    }

    /** What stands before a literal's octets, for a caller that writes exactly {@code size} of them to {@link #octets}. */
    public ImapWriter literalHeader(long size) throws IOException {
        out.write('{');
        number(size);
        out.write('}');
        return end();
    }

    /** {@code value} of RFC 5464 §5: NIL, quoted where it can be, else a literal, which is a literal8 when there is a NUL in it. */
    public ImapWriter value(Optional<byte[]> octets) throws IOException {
        if (octets.isEmpty()) {
            return raw("NIL");
        }
        boolean ascii = true;
        boolean nul = false;
        for (byte octet : octets.get()) {
            ascii &= octet >= ' ' && octet <= '~';
            nul |= octet == 0;
        }
        if (ascii) {
            return quoted(new String(octets.get(), StandardCharsets.US_ASCII));
        }
        return nul ? raw('~').literal(octets.get()) : literal(octets.get());
    }

    /** Where the octets of a literal go. */
    public OutputStream octets() {
        return out;
    }

    /** {@code date-time} in UTC: {@code "17-Jul-1996 02:44:25 +0000"}. Years are cut to 0000 to 9999. */
    public ImapWriter dateTime(long epochMillis) throws IOException {
        LocalDateTime time = LocalDateTime.ofEpochSecond(Math.floorDiv(epochMillis, 1000L), 0, ZoneOffset.UTC);
        out.write('"');
        int day = time.getDayOfMonth();
        out.write(day < 10 ? ' ' : '0' + day / 10);
        out.write('0' + day % 10);
        out.write('-');
        out.write(MONTHS, (time.getMonthValue() - 1) * 3, 3);
        out.write('-');
        int year = Math.clamp(time.getYear(), 0, 9999);
        twoDigits(year / 100).twoDigits(year % 100).space();
        twoDigits(time.getHour())
                .raw(':')
                .twoDigits(time.getMinute())
                .raw(':')
                .twoDigits(time.getSecond())
                .space();
        return raw("+0000\"");
    }

    /** {@code (\Seen $Forwarded)}. */
    public ImapWriter flags(Flags flags) throws IOException {
        out.write('(');
        boolean first = true;
        for (int i = 0; i < SYSTEM_FLAGS.length; i++) {
            if (flags.has(1 << i)) {
                first = separate(first);
                out.write(SYSTEM_FLAGS[i]);
            }
        }
        for (String keyword : flags.keywords()) {
            first = separate(first);
            raw(keyword);
        }
        out.write(')');
        return this;
    }

    /** {@code sequence-set}; the set is not empty. */
    public ImapWriter set(UidSet set) throws IOException {
        boolean first = true;
        for (UidSet.Range range : set.ranges()) {
            if (!first) {
                out.write(',');
            }
            first = false;
            number(range.first());
            if (range.last() != range.first()) {
                out.write(':');
                number(range.last());
            }
        }
        return this;
    }

    /** A status response: {@code tag OK [CODE] text}. {@code tag} is {@code *} for an untagged one. */
    public ImapWriter status(String tag, String condition, Optional<ResponseCode> code, String text)
            throws IOException {
        raw(tag).space().raw(condition).space();
        if (code.isPresent()) {
            raw("[").raw(code.get().text()).raw("] ");
        }
        return line(text.isEmpty() ? "done" : text);
    }

    /** {@code * OK [CODE] text}. */
    public ImapWriter untaggedOk(ResponseCode code, String text) throws IOException {
        return status("*", "OK", Optional.of(code), text);
    }

    /** {@code + text}: the client may go on (RFC 9051 §7.6). */
    public ImapWriter continuation(String text) throws IOException {
        return raw("+ ").line(text);
    }

    public void flush() throws IOException {
        out.flush();
    }

    /** Free text to the end of the line; what is not printable ASCII becomes {@code ?}. */
    private ImapWriter line(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.write(c < ' ' || c > '~' ? '?' : c);
        }
        return end();
    }

    private ImapWriter twoDigits(int value) throws IOException {
        out.write('0' + value / 10);
        out.write('0' + value % 10);
        return this;
    }

    private boolean separate(boolean first) throws IOException {
        if (!first) {
            out.write(' ');
        }
        return false;
    }

    private boolean quotable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || c == '\r' || c == '\n' || (c > '~' && !utf8)) {
                return false;
            }
        }
        return true;
    }

    private ImapWriter quoted(String text) throws IOException {
        out.write('"');
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        int from = 0;
        for (int i = 0; i < octets.length; i++) {
            if (octets[i] == '"' || octets[i] == '\\') {
                out.write(octets, from, i - from);
                out.write('\\');
                from = i;
            }
        }
        out.write(octets, from, octets.length - from);
        out.write('"');
        return this;
    }

    private ImapWriter copy(InputStream in, long size) throws IOException {
        byte[] buffer = new byte[(int) Math.min(COPY_BUFFER, Math.max(1, size))];
        for (long left = size; left > 0; ) {
            int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (count < 0) {
                throw new EOFException("content ends " + left + " octets early");
            }
            out.write(buffer, 0, count);
            left -= count;
        }
        return this;
    }

    private static byte[][] systemFlags() {
        byte[][] names = new byte[5][];
        for (int i = 0; i < names.length; i++) {
            names[i] = new Flags(1 << i, List.of()).names().getFirst().getBytes(StandardCharsets.US_ASCII);
        }
        return names;
    }
}
