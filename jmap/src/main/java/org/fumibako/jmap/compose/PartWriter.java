// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.compose;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.fumibako.jmap.wire.SetException;
import org.fumibako.mime.HeaderWriter;
import tools.jackson.databind.JsonNode;

/** Writes parts with their headers (RFC 2045, RFC 2046). */
final class PartWriter {
    /** Characters in a line of text that goes as it is (RFC 5322 §2.1.1 allows 998). */
    private static final int MAX_LINE = 900;

    private final OutputStream out;
    private final SecureRandom random;

    PartWriter(OutputStream out, SecureRandom random) {
        this.out = out;
        this.random = random;
    }

    void write(Node node) throws IOException, SetException {
        for (Map.Entry<String, JsonNode> entry : node.headers().entrySet()) {
            List<String> words = List.of(entry.getKey().split(":", -1));
            FieldWriter writer = new FieldWriter(entry.getKey(), words.get(1));
            text(writer.write(words.size() > 2 ? words.get(2) : "asRaw", entry.getValue()));
        }
        switch (node) {
            case Node.Multi multi -> multi(multi);
            case Node.Text part -> text(part);
            case Node.Octets part -> octets(part);
        }
    }

    private void multi(Node.Multi multi) throws IOException, SetException {
        byte[] name = new byte[16];
        random.nextBytes(name);
        String boundary = "=_" + HexFormat.of().formatHex(name);
        text("Content-Type: multipart/" + multi.subtype() + ";\r\n boundary=\"" + boundary + "\"\r\n\r\n");
        for (Node part : multi.parts()) {
            text("--" + boundary + "\r\n");
            write(part);
            text("\r\n");
        }
        text("--" + boundary + "--\r\n");
    }

    private void text(Node.Text part) throws IOException {
        String lines = part.value().replace("\r\n", "\n").replace("\n", "\r\n");
        boolean plain = lines.lines().allMatch(line -> line.length() <= MAX_LINE)
                && lines.chars().allMatch(c -> (c >= ' ' && c < 0x7f) || c == '\r' || c == '\n' || c == '\t')
                && lines.replace("\r\n", "").indexOf('\r') < 0;
        describe(part.type() + "; charset=" + (plain ? "us-ascii" : "utf-8"), part.description());
        text("Content-Transfer-Encoding: " + (plain ? "7bit" : "base64") + "\r\n\r\n");
        byte[] octets = lines.getBytes(StandardCharsets.UTF_8);
        out.write(plain ? octets : Base64.getMimeEncoder().encode(octets));
        text(plain ? "" : "\r\n");
    }

    private void octets(Node.Octets part) throws IOException {
        describe(part.type(), part.description());
        boolean message = part.type().startsWith("message/");
        text("Content-Transfer-Encoding: " + (message ? "8bit" : "base64") + "\r\n\r\n");
        try (InputStream in = part.blob().open()) {
            if (message) {
                in.transferTo(out);
                return;
            }
            try (OutputStream encoded = Base64.getMimeEncoder().wrap(new Kept(out))) {
                in.transferTo(encoded);
            }
        }
        text("\r\n");
    }

    /** What the encoder closes at its end stays open. */
    private static final class Kept extends FilterOutputStream {
        Kept(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            out.write(from, offset, length);
        }

        @Override
        public void close() {
            // The message goes on.
        }
    }

    private void describe(String type, Node.Description description) throws IOException {
        if (!description.name().isEmpty()) {
            String fields = HeaderWriter.attachment(type, description.name());
            text(
                    description.disposition().equals("inline")
                            ? fields.replace("Content-Disposition: attachment;", "Content-Disposition: inline;")
                            : fields);
        } else {
            text("Content-Type: " + type + "\r\n");
            text(
                    description.disposition().isEmpty()
                            ? ""
                            : "Content-Disposition: " + description.disposition() + "\r\n");
        }
        text(description.cid().isEmpty() ? "" : "Content-ID: <" + description.cid() + ">\r\n");
        text(description.language().isEmpty() ? "" : "Content-Language: " + description.language() + "\r\n");
        text(description.location().isEmpty() ? "" : "Content-Location: " + description.location() + "\r\n");
    }

    private void text(String ascii) throws IOException {
        out.write(ascii.getBytes(StandardCharsets.UTF_8));
    }
}
