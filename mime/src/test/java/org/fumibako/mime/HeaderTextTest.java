// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            plain text                                                  | plain text
            =?UTF-8?B?44G+44G/44KA44KB44KC?=                            | まみむめも
            =?utf-8?q?caf=c3=A9_au_lait?=                               | café au lait
            =?iso-8859-1?Q?caf=E9?=                                     | café
            =?ISO-2022-JP?B?GyRCJDkbKEI=?=                              | す
            =?iso-2022-jp?b?GyRCLSEtanxiGyhC?=                      | ①㈱髙
            =?Shift_JIS?B?h0CHig==?=                                    | ①㈱
            =?utf-8?B?44E=?= =?utf-8?B?vuOBvw==?=                       | まみ
            =?utf-8?q?=E3=81?= =?UTF-8?q?=BE?=                          | ま
            =?utf-8?q?a?= =?utf-8?q?b?=                                 | ab
            =?utf-8?q?a?=    =?iso-8859-1?q?b?=                         | ab
            =?utf-8?q?a?= x =?utf-8?q?b?=                               | a x b
            Re:=?utf-8?q?a?=glued                                       | Re:aglued
            "=?utf-8?q?a?=" <a@x>                                       | "a" <a@x>
            =?utf-8?q?a b c?=                                           | a b c
            =?utf-8?B?44G+44G/44KA44KB44KC                              | =?utf-8?B?44G+44G/44KA44KB44KC
            =?utf-8?B?44 G+44G/?=                                       | まみ
            =?utf-8*ja?B?44G+?=                                         | ま
            =?utf-8?x?abc?=                                             | =?utf-8?x?abc?=
            =?no-such-charset?q?caf=C3=A9?=                             | café
            =?utf-8?q?=E3=81=BE=ZZ=?=                                   | ま=ZZ=
            =?utf-8?q?broken =?utf-8?q?good?=                           | =?utf-8?q?broken good
            =?utf-8?q??=                                                | ``
            =?utf-8?Q?=E3=81=BE?=                                       | ま
            =?unicode-1-1-utf-7?q?+MH4wfw-?=                            | まみ
            """)
    void encodedWordsAreDecodedWhereverTheyStand(String raw, String expected) {
        assertThat(HeaderText.decode(raw)).isEqualTo(expected);
    }

    @Test
    void raw8BitTextIsGuessed() {
        assertThat(HeaderText.decode(raw("日本語の件名", StandardCharsets.UTF_8))).isEqualTo("日本語の件名");
        assertThat(HeaderText.decode(raw("日本語の件名", Charset.forName("windows-31j"))))
                .isEqualTo("日本語の件名");
        assertThat(HeaderText.decode(raw("日本語の件名", Charset.forName("EUC-JP")))).isEqualTo("日本語の件名");
        assertThat(HeaderText.decode(raw("日本語の件名", Charset.forName("ISO-2022-JP"))))
                .isEqualTo("日本語の件名");
        assertThat(HeaderText.decode("caf\u00e9 \u00e0 la carte")).isEqualTo("café à la carte");
    }

    @Test
    void controlCharactersNeverComeOut() {
        assertThat(HeaderText.decode("=?utf-8?q?a=0D=0ABcc:_b=00?= c\0d")).isEqualTo("a  Bcc: b  c d");
    }

    private static String raw(String text, Charset charset) {
        return new String(text.getBytes(charset), StandardCharsets.ISO_8859_1);
    }
}
