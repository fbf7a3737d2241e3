// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailCharsetsTest {
    private static final String JAPANESE = "文箱は、手紙を入れる箱です。\r\nカタカナも漢字も読めます。";

    /** In this table {@code $} is a line feed. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            NEC row 13                | iso-2022-jp      | 1b24422d212d6a1b2842             | ①㈱
            IBM kanji as NEC chose    | iso-2022-jp      | 1b24427c62792c79751b2842         | 髙彅﨑
            JIS of 1978               | iso-2022-jp      | 1b244024472439 1b284a            | です
            half-width by ESC ( I     | iso-2022-jp      | 1b28493637 1b2842                | ｶｷ
            half-width by SO and SI   | iso-2022-jp      | 61 0e3637 0f62                   | aｶｷb
            half-width in 8 bits      | iso-2022-jp      | 1b244224472439 1b2842b6b7        | ですｶｷ
            JIS X 0212                | iso-2022-jp-1    | 1b2428443021 1b2842              | 丂
            JIS X 0213                | iso-2022-jp-3    | 1b24284f2d21 1b2842              | ①
            GB 2312                   | iso-2022-jp-2    | 1b24415650 1b2842                | 中
            KS X 1001                 | iso-2022-jp-2    | 1b2428433021 1b2842              | 가
            line end without return   | iso-2022-jp      | 1b24422447 20 0a 61              | で $a
            cut inside a character    | iso-2022-jp      | 1b2442244724                     | で�
            unknown escape            | iso-2022-jp      | 1b2a61                           | *a
            Windows reading of JIS    | iso-2022-jp      | 1b244221412142215d21712172224c213d 1b2842 | ～∥－￠￡￢―
            Windows name              | cp50221          | 1b24422d21 1b2842                | ①
            Microsoft's own name      | ISO-2022-JP-MS   | 1b24427c62 1b2842                | 髙
            Shift_JIS, NEC and IBM    | Shift_JIS        | 8740878afbfc                     | ①㈱髙
            Shift_JIS, half-width     | x-sjis           | b6b7                             | ｶｷ
            Shift_JIS by its nickname | shift-jis        | 8160817c                         | ～－
            cp932                     | CP932            | 8740                             | ①
            EUC-JP, NEC row 13        | euc-jp           | ada1adea                         | ①㈱
            EUC-JP, IBM kanji         | EUC-JP           | fce2                             | 髙
            EUC-JP, half-width        | x-euc-jp         | 8eb68eb7                         | ｶｷ
            EUC-JP, JIS X 0212        | euc-jp           | 8fb0a1                           | 丂
            gb2312 is GB18030         | gb2312           | 8140d6d0                         | 丂中
            Korean                    | ks_c_5601-1987   | b0a18141                         | 가갂
            Latin-1 is windows-1252   | iso-8859-1       | 80e993                           | €é“
            UTF-7                     | utf-7            | 2b4d4834776677 2d 2b2d           | まみ+
            UTF-7 by its old name     | unicode-1-1-utf-7| 2b4d48342d                       | ま
            unknown name, UTF-8       | x-nobody         | c3a9                             | é
            unknown name, other       | x-nobody         | e9                               | é
            """)
    void eachEncodingIsReadAsItIsSent(String what, String charset, String octets, String expected) {
        byte[] raw = HexFormat.of().parseHex(octets.replace(" ", ""));
        String text = expected.replace('$', '\n');
        assertThat(MailCharsets.decode(raw, charset)).as(what).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, ''",
        "UTF-8, us-ascii",
        "UTF-8, shift_jis",
        "UTF-8, x-unknown",
        "UTF-8, iso-2022-jp",
        "windows-31j, ''",
        "windows-31j, us-ascii",
        "windows-31j, utf-8",
        "windows-31j, euc-jp",
        "windows-31j, iso-2022-jp",
        "EUC-JP, ''",
        "EUC-JP, utf-8",
        "EUC-JP, iso-2022-jp",
        "EUC-JP, no such thing",
        "ISO-2022-JP, ''",
        "ISO-2022-JP, us-ascii",
        "ISO-2022-JP, utf-8",
        "ISO-2022-JP, shift_jis",
        "ISO-2022-JP, euc-jp",
        "ISO-2022-JP, iso-8859-1"
    })
    void whatIsDeclaredWronglyOrNotAtAllIsFoundOut(String real, String declared) {
        assertThat(MailCharsets.decode(JAPANESE.getBytes(Charset.forName(real)), declared))
                .isEqualTo(JAPANESE);
    }

    @Test
    void shortTextsAreToldApart() {
        for (String text : new String[] {"件名", "テスト", "お知らせ", "ご請求書", "田中です", "会議", "Re: 見積", "写真 a.jpg"}) {
            for (String charset : new String[] {"UTF-8", "windows-31j", "EUC-JP", "ISO-2022-JP"}) {
                assertThat(MailCharsets.decode(text.getBytes(Charset.forName(charset)), ""))
                        .as("%s in %s", text, charset)
                        .isEqualTo(text);
            }
        }
    }

    @Test
    void westernTextIsNotTakenForJapanese() {
        for (String text : new String[] {"café", "Über straße", "déjà vu", "€ 5", "mañana"}) {
            assertThat(MailCharsets.decode(text.getBytes(Charset.forName("windows-1252")), ""))
                    .isEqualTo(text);
        }
    }

    @Test
    void utf8CutAtTheEndIsStillUtf8() {
        byte[] octets = "文箱".getBytes(StandardCharsets.UTF_8);
        assertThat(MailCharsets.decode(java.util.Arrays.copyOf(octets, 5), "")).startsWith("文");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x y", "!!", "../..", "utf-8\0", "文", "(", "UTF8;x"})
    void aNameThatIsNoneMeansNothing(String name) {
        assertThat(MailCharsets.named(name)).isEmpty();
        assertThat(MailCharsets.decode(new byte[] {'a'}, name)).isEqualTo("a");
    }

    @Test
    void noOctetsMakeADecoderFail() {
        String[] names = {"", "utf-8", "iso-2022-jp", "shift_jis", "euc-jp", "utf-7", "gb2312", "ks_c_5601-1987", "big5"
        };
        for (long seed = 0; seed < 2_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] octets = new byte[random.nextInt(60)];
            random.nextBytes(octets);
            for (int i = 0; i < octets.length / 8; i++) {
                octets[random.nextInt(octets.length)] = (byte) "\033$B(ID+-".charAt(random.nextInt(8));
            }
            for (String name : names) {
                assertThat(MailCharsets.decode(octets, name))
                        .as("seed %d, %s", seed, name)
                        .isNotNull();
            }
        }
    }

    @Test
    void waveDashAndItsFriendsGoBothWays() {
        String jis = "—〜‖−¢£¬";
        String windows = "―～∥－￠￡￢";
        assertThat(WaveDash.toWindows(jis)).isEqualTo(windows);
        assertThat(WaveDash.toJis(windows)).isEqualTo(jis);
        assertThat(WaveDash.toWindows("1～2")).isEqualTo("1～2");
    }
}
