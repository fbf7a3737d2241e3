// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.fumibako.mime.HeaderText;
import org.fumibako.mime.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SubjectTagTest {
    private static final Charset SHIFT_JIS = Charset.forName("Shift_JIS");
    private static final Charset EUC_JP = Charset.forName("EUC-JP");
    private static final Charset JIS = Charset.forName("ISO-2022-JP");

    private static byte[] field(byte[]... values) {
        ByteArrayOutputStream field = new ByteArrayOutputStream();
        field.writeBytes("Subject:".getBytes(StandardCharsets.US_ASCII));
        for (byte[] value : values) {
            field.writeBytes(value);
        }
        field.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        return field.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String word(Charset charset, String text) {
        return "=?" + charset.name() + "?B?" + Base64.getEncoder().encodeToString(text.getBytes(charset)) + "?=";
    }

    private static String decoded(byte[] field) {
        return Headers.of(field).first("Subject").map(HeaderText::decode).orElse("(none)");
    }

    private static void assertTagged(byte[] field) {
        byte[] tagged = SubjectTag.tagged(field);
        String subject = decoded(field);
        assertThat(decoded(tagged)).isEqualTo(subject.isEmpty() ? "[SPAM]" : "[SPAM] " + subject);
        assertThat(SubjectTag.tagged(tagged)).as("once is enough").isEqualTo(tagged);
        assertThat(Headers.of(tagged).size()).as("one field").isEqualTo(1);
        assertThat(new String(tagged, StandardCharsets.ISO_8859_1))
                .as("no octet of the subject is lost")
                .endsWith(new String(field, StandardCharsets.ISO_8859_1)
                        .substring("Subject:".length())
                        .replaceFirst("^[ \t]+", ""));
    }

    static Stream<byte[]> subjects() {
        String title = "緊急のお知らせ・口座の確認";
        return Stream.of(
                field(ascii(" Hello")),
                field(ascii("Hello")),
                field(ascii(" ")),
                field(),
                field(ascii("\t \r\n Hello")),
                field(ascii("\r\n Hello\r\n\tagain")),
                field(ascii(" " + word(JIS, title))),
                field(ascii(" " + word(JIS, title) + "\r\n " + word(JIS, title))),
                field(ascii(" " + word(StandardCharsets.UTF_8, title) + "\r\n " + word(SHIFT_JIS, title) + " and")),
                field(ascii(" =?utf-8?Q?=E7=B7=8A=E6?=\r\n =?utf-8?Q?=80=A5?=")),
                field(ascii(" "), title.getBytes(JIS)),
                field(ascii(" "), title.getBytes(SHIFT_JIS)),
                field(ascii(" "), title.getBytes(EUC_JP)),
                field(ascii(" "), title.getBytes(StandardCharsets.UTF_8)),
                field(ascii(" "), title.getBytes(JIS), ascii("\r\n "), title.getBytes(JIS)),
                field(ascii(" " + "long ".repeat(190).strip())),
                field(ascii(" Re: [SPAM] in the middle")),
                field(ascii(" =?broken?B?!!!?= =?utf-8?")));
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void readsAsBeforeBehindTheTag(byte[] field) {
        assertTagged(field);
    }

    @Test
    void leavesATagThatIsThere() {
        byte[] plain = field(ascii(" [SPAM] Hello"));
        byte[] encoded = field(ascii(" " + word(StandardCharsets.UTF_8, "[SPAM] 緊急")));
        assertThat(SubjectTag.tagged(plain)).isEqualTo(plain);
        assertThat(SubjectTag.tagged(encoded)).isEqualTo(encoded);
    }

    @Test
    void keepsLinesThatHoldEncodedWordsShort() {
        byte[] tagged = SubjectTag.tagged(field(ascii(" " + word(StandardCharsets.UTF_8, "緊急のお知らせ・口座の確認を"))));
        for (String line : new String(tagged, StandardCharsets.US_ASCII).split("\r\n", -1)) {
            assertThat(line.length()).isLessThanOrEqualTo(76);
        }
    }

    /** Pieces of every charset in every order, folded or not, from a seed. */
    @Test
    void readsAsBeforeWhateverTheSubjectIs() {
        Random random = new Random(42);
        List<String> texts = List.of("当選", "口座の確認", "Re: ", "ﾊﾝｶｸ", "a b", "…", "～", "café", "[SPAM", "SPAM]", "①");
        List<Charset> charsets = List.of(
                StandardCharsets.UTF_8, Charset.forName("windows-31j"), EUC_JP, Charset.forName("x-windows-iso2022jp"));
        for (int i = 0; i < 5_000; i++) {
            Charset raw = charsets.get(random.nextInt(charsets.size()));
            ByteArrayOutputStream value = new ByteArrayOutputStream();
            value.writeBytes(ascii(random.nextInt(4) == 0 ? "" : " "));
            for (int n = random.nextInt(6); n > 0; n--) {
                String text = texts.get(random.nextInt(texts.size()));
                switch (random.nextInt(3)) {
                    case 0 -> value.writeBytes(ascii(word(charsets.get(random.nextInt(3)), text)));
                    case 1 -> value.writeBytes(text.getBytes(raw));
                    default -> value.writeBytes(ascii("word"));
                }
                value.writeBytes(ascii(random.nextInt(3) == 0 ? "\r\n " : random.nextBoolean() ? " " : ""));
            }
            byte[] field = field(value.toByteArray());
            if (isCleanlyFolded(field)) {
                assertTagged(field);
            }
        }
    }

    /** A field whose last lines are blank is read as if they were not there. */
    private static boolean isCleanlyFolded(byte[] field) {
        return !new String(field, StandardCharsets.ISO_8859_1).contains("\r\n \r\n");
    }
}
