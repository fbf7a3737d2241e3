// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.url;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one answer of HTTP/1.1 (RFC 9112), bounded everywhere. */
final class ReplyReader {
    /** Octets of the status line and all fields. */
    private static final int MAX_HEAD = 32 << 10;

    private static final int MAX_CHUNK_LINE = 256;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9][0-9])( .*)?");

    private final InputStream in;
    private final int most;
    private int headLeft = MAX_HEAD;

    /** @param most octets of a body */
    ReplyReader(InputStream in, int most) {
        this.in = new BufferedInputStream(in);
        this.most = most;
    }

    /** @throws UrlException when it is too large, or no HTTP */
    UrlReply read() throws IOException {
        int status = status();
        Map<String, String> fields = fields();
        while (status < 200) {
            status = status();
            fields = fields();
        }
        return new UrlReply(status, Map.copyOf(fields), status == 204 || status == 304 ? new byte[0] : body(fields));
    }

    private int status() throws IOException {
        Matcher line = STATUS.matcher(line());
        if (!line.matches()) {
            throw new UrlException(UrlException.Reason.NO_HTTP);
        }
        return Integer.parseInt(line.group(1));
    }

    private Map<String, String> fields() throws IOException {
        Map<String, String> fields = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return fields;
    }

    private byte[] body(Map<String, String> fields) throws IOException {
        if (Optional.ofNullable(fields.get("transfer-encoding"))
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .contains("chunked")) {
            return chunks();
        }
        String length = fields.get("content-length");
        if (length == null) {
            return bounded(in.readNBytes(most + 1));
        }
        if (!length.matches("[0-9]{1,18}")) {
            throw new UrlException(UrlException.Reason.NO_HTTP);
        }
        long octets = Long.parseLong(length);
        if (octets > most) {
            throw new UrlException(UrlException.Reason.TOO_LARGE);
        }
        return exactly((int) octets);
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            if (body.size() + (long) size > most) {
                throw new UrlException(UrlException.Reason.TOO_LARGE);
            }
            body.writeBytes(exactly(size));
            headLeft = MAX_CHUNK_LINE;
            if (!line().isEmpty()) {
                throw new UrlException(UrlException.Reason.NO_HTTP);
            }
        }
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        headLeft = MAX_CHUNK_LINE;
        String size = line().split(";", 2)[0].strip();
        if (!size.matches("[0-9A-Fa-f]{1,7}")) {
            throw new UrlException(UrlException.Reason.NO_HTTP);
        }
        return Integer.parseInt(size, 16);
    }

    private byte[] exactly(int octets) throws IOException {
        byte[] read = in.readNBytes(octets);
        if (read.length < octets) {
            throw new UrlException(UrlException.Reason.FAILED);
        }
        return read;
    }

    private byte[] bounded(byte[] read) throws UrlException {
        if (read.length > most) {
            throw new UrlException(UrlException.Reason.TOO_LARGE);
        }
        return read;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            headLeft--;
            if (octet < 0 || headLeft < 0) {
                throw new UrlException(octet < 0 ? UrlException.Reason.FAILED : UrlException.Reason.TOO_LARGE);
            }
            line.append((char) octet);
        }
        String text = line.toString();
        return new String(
                (text.endsWith("\r") ? text.substring(0, text.length() - 1) : text)
                        .getBytes(StandardCharsets.ISO_8859_1),
                StandardCharsets.UTF_8);
    }
}
