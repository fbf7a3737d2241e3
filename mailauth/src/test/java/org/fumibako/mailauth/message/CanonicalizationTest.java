// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fumibako.model.Content;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalizationTest {
    /** RFC 6376 §3.4.5. */
    @Test
    void theExamplesOfTheStandard() throws IOException {
        MessageView message = view("A: X\r\nB : Y\t\r\n\tZ  \r\n\r\n C \r\nD \t E\r\n\r\n\r\n");
        assertThat(field(message, 0, Canonicalization.RELAXED)).isEqualTo("a:X\r\n");
        assertThat(field(message, 1, Canonicalization.RELAXED)).isEqualTo("b:Y Z\r\n");
        assertThat(field(message, 0, Canonicalization.SIMPLE)).isEqualTo("A: X\r\n");
        assertThat(field(message, 1, Canonicalization.SIMPLE)).isEqualTo("B : Y\t\r\n\tZ  \r\n");
        assertThat(hash(message, BodyForm.whole(Canonicalization.RELAXED))).isEqualTo(sha256(" C\r\nD E\r\n"));
        assertThat(hash(message, BodyForm.whole(Canonicalization.SIMPLE))).isEqualTo(sha256(" C \r\nD \t E\r\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|\\r\\n|``",
                "\\r\\n|\\r\\n|``",
                "\\r\\n\\r\\n|\\r\\n|``",
                "\\n|\\r\\n|``",
                " \\t\\r\\n| \\t\\r\\n|``",
                "a|a\\r\\n|a\\r\\n",
                "a\\n|a\\r\\n|a\\r\\n",
                "a \\r\\n \\r\\n|a \\r\\n \\r\\n|a\\r\\n",
                "\\r\\na|\\r\\na\\r\\n|\\r\\na\\r\\n",
                "a\\rb|a\\rb\\r\\n|a\\rb\\r\\n",
                "a \\r b|a \\r b\\r\\n|a \\r b\\r\\n",
                "a\\r|a\\r\\r\\n|a\\r\\r\\n",
                "a\\r\\r\\n|a\\r\\r\\n|a\\r\\r\\n",
                "a\\t  b|a\\t  b\\r\\n|a b\\r\\n",
            })
    void bodies(String body, String simple, String relaxed) throws IOException {
        for (int piece : new int[] {1, 2, 3, 100}) {
            MessageView message = MessageView.of(new Dripping(octets("A: b\r\n\r\n" + text(body)), piece));
            assertThat(hash(message, BodyForm.whole(Canonicalization.SIMPLE))).isEqualTo(sha256(text(simple)));
            assertThat(hash(message, BodyForm.whole(Canonicalization.RELAXED))).isEqualTo(sha256(text(relaxed)));
        }
    }

    @Test
    void aLimitCutsTheCanonicalFormButNotItsCount() throws IOException {
        MessageView message = view("A: b\r\n\r\nab  cd\r\n\r\n");
        for (int limit = 0; limit <= 8; limit++) {
            BodyHash hash = message.bodyHash(new BodyForm(Canonicalization.RELAXED, limit));
            assertThat(hash.sha256()).isEqualTo(sha256("ab cd\r\n".substring(0, Math.min(limit, 7))));
            assertThat(hash.octets()).isEqualTo(7);
        }
    }

    @Test
    void severalFormsAreHashedInOneReading() throws IOException {
        Dripping content = new Dripping(octets("A: b\r\n\r\na  b\r\n"), 3);
        MessageView message = MessageView.of(content);
        int opened = content.opened;
        BodyForm simple = BodyForm.whole(Canonicalization.SIMPLE);
        BodyForm relaxed = BodyForm.whole(Canonicalization.RELAXED);
        message.hashBody(List.of(simple, relaxed, new BodyForm(Canonicalization.SIMPLE, 2), simple));
        assertThat(message.bodyHash(simple).sha256()).isEqualTo(sha256("a  b\r\n"));
        assertThat(message.bodyHash(relaxed).sha256()).isEqualTo(sha256("a b\r\n"));
        assertThat(content.opened - opened).isEqualTo(1);
    }

    @Test
    void whatIsNoFieldIsPassedOver() throws IOException {
        MessageView message = view(
                " leading: x\r\nFrom someone\r\n : nameless\r\nA: 1\r\nnot a: field\r\n continued\r\nb\t: 2\n\nbody: 3");
        assertThat(message.header().size()).isEqualTo(2);
        assertThat(message.header().value(0)).isEqualTo(" 1\r\n");
        assertThat(message.header().value(1)).isEqualTo(" 2\n");
        assertThat(message.header().lowest("body")).isEqualTo(HeaderFields.NONE);
    }

    @Test
    void fieldsArePickedFromBelow() throws IOException {
        MessageView message = view("A: 1\r\nB: 2\r\na: 3\r\n\r\n");
        FieldPicker picker = new FieldPicker(message.header());
        assertThat(new int[] {picker.pick("a"), picker.pick("b"), picker.pick("a"), picker.pick("a"), picker.pick("b")})
                .containsExactly(2, 1, 0, HeaderFields.NONE, HeaderFields.NONE);
        assertThat(message.header().all("a")).containsExactly(0, 2);
    }

    private static String field(MessageView message, int field, Canonicalization form) {
        OctetBuffer out = new OctetBuffer(1);
        message.header().canonical(field, form, out);
        return new String(out.toByteArray(), StandardCharsets.ISO_8859_1);
    }

    private static byte[] hash(MessageView message, BodyForm form) throws IOException {
        return message.bodyHash(form).sha256();
    }

    private static byte[] sha256(String text) {
        return Digests.sha256().digest(octets(text));
    }

    private static MessageView view(String message) throws IOException {
        return MessageView.of(Content.of(octets(message)));
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(String escaped) {
        return escaped.replace("\\r", "\r").replace("\\n", "\n").replace("\\t", "\t");
    }

    /** Gives its octets a few at a time, and counts how often it is read. */
    private static final class Dripping implements Content {
        private final byte[] octets;
        private final int piece;
        private int opened;

        Dripping(byte[] octets, int piece) {
            this.octets = octets;
            this.piece = piece;
        }

        @Override
        public long size() {
            return octets.length;
        }

        @Override
        public InputStream open(long offset, long length) {
            opened++;
            int from = (int) Math.min(offset, octets.length);
            int count = (int) Math.min(length, octets.length - from);
            return new ByteArrayInputStream(octets, from, count) {
                @Override
                public synchronized int read(byte[] into, int at, int most) {
                    return super.read(into, at, Math.min(most, piece));
                }
            };
        }
    }
}
