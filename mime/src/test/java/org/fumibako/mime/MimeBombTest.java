// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.fumibako.model.Content;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Messages made to be expensive. Each octet is read once, what is stored is no larger than what came, and the deadline is one
 * that only work growing faster than the message can miss.
 */
@Timeout(60)
class MimeBombTest {
    /** Octets of the preview's second reading, and the read-ahead of the stream it opens. */
    private static final long PREVIEW = 40_000;

    static Stream<Named<String>> bombs() {
        String multipart = "Content-Type: multipart/mixed; boundary=b\r\n\r\n";
        return Stream.of(
                Named.of("depth 10,000", nested(10_000)),
                Named.of("message in message 100,000 times", "Content-Type: message/rfc822\r\n\r\n".repeat(100_000)),
                Named.of("100,000 parts", multipart + "--b\r\n\r\nx\r\n".repeat(100_000)),
                Named.of("100,000 empty parts", multipart + "--b\n".repeat(100_000)),
                Named.of("100,000 fields", "X-A: b\r\n".repeat(100_000) + "\r\n"),
                Named.of("100,000 address fields", "To: a@x\r\n".repeat(100_000) + "\r\n"),
                Named.of("a field of 10 MB", "To: " + "a@example.jp, ".repeat(700_000) + "\r\n\r\n"),
                Named.of("a folded field of 10 MB", "Subject:" + " x\r\n".repeat(2_500_000) + "\r\n"),
                Named.of("a line of 10 MB", "\r\n" + "x".repeat(10_000_000)),
                Named.of("a name of 10 MB", "x".repeat(10_000_000)),
                Named.of("continuation flood", "Content-Type: x/y" + continuations(20_000) + "\r\n\r\n"),
                Named.of("open comments", "To: " + "(".repeat(5_000_000) + "\r\n\r\n"),
                Named.of("open quotes", "To: " + "\\\"".repeat(2_500_000) + "\r\n\r\n"),
                Named.of("open brackets", "To: " + "<".repeat(5_000_000) + "\r\n\r\n"),
                Named.of("groups", "To: " + "a:;".repeat(1_500_000) + "\r\n\r\n"),
                Named.of("open encoded words", "Subject: " + "=?x?q?".repeat(800_000) + "\r\n\r\n"),
                Named.of("encoded words", "Subject: " + "=?x?q?a?= ".repeat(500_000) + "\r\n\r\n"),
                Named.of("changing charsets", "Subject: " + "=?utf-8?q?a?= =?sjis?q?a?= ".repeat(200_000) + "\r\n\r\n"),
                Named.of("lines like delimiters", multipart + "--\r\n".repeat(2_500_000)),
                Named.of("open tags", "Content-Type: text/html\r\n\r\n" + "<style><!--&#".repeat(800_000)),
                Named.of(
                        "spaces in quoted-printable",
                        "Content-Transfer-Encoding: quoted-printable\r\n\r\n" + " ".repeat(9_000_000)));
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void aBombIsReadOnceAndKeptSmall(String message) throws IOException {
        AtomicLong octets = new AtomicLong();
        Content counting = counting(message.getBytes(StandardCharsets.ISO_8859_1), octets);
        MessageSummary summary = MessageSummary.of(counting);
        assertThat(octets.get()).isLessThanOrEqualTo(message.length() + PREVIEW);
        assertThat(summary.structure()).hasSizeLessThan(2_000_000);
        assertThat(summary.envelope()).hasSizeLessThan(300_000);
        BodyPart root = BodyPart.decode(summary.structure());
        assertThat(root.bodyOffset() + root.bodySize()).isEqualTo(message.length());
    }

    private static String nested(int depth) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            text.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\r\n\r\n--b")
                    .append(i)
                    .append("\r\n");
        }
        return text.toString();
    }

    private static String continuations(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("; name*").append(i).append("*=%41");
        }
        return text.toString();
    }

    private static Content counting(byte[] octets, AtomicLong count) {
        Content content = Content.of(octets);
        return new Content() {
            @Override
            public long size() {
                return content.size();
            }

            @Override
            public InputStream open(long offset, long length) throws IOException {
                return new FilterInputStream(content.open(offset, length)) {
                    @Override
                    public int read() throws IOException {
                        count.incrementAndGet();
                        return super.read();
                    }

                    @Override
                    public int read(byte[] into, int from, int most) throws IOException {
                        int got = super.read(into, from, most);
                        count.addAndGet(Math.max(0, got));
                        return got;
                    }
                };
            }
        };
    }
}
