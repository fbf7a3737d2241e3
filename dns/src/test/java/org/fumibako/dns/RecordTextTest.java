// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
                    A     | 192.0.2.1
                    AAAA  | 2001:db8:0:0:0:0:0:1
                    AAAA  | 0:0:0:0:0:0:0:1
                    CNAME | www.example.jp.
                    NS    | ns1.example.jp.
                    PTR   | .
                    MX    | 10 mx.example.jp.
                    TXT   | "v=spf1 -all"
                    TXT   | "a" "" "b\\"c\\\\ \\227"
                    SRV   | 0 5 993 imap.example.jp.
                    CAA   | 0 issue "letsencrypt.org"
                    SOA   | ns1.example.jp. hostmaster.example.jp. 4294967295 7200 900 1209600 300
                    TLSA  | 3 1 1 0b9fa5a59eed715c26c1020c711b4f6ec42d58b0015e14337a39dad301c5afc3
                    """)
    void whatIsWrittenIsRead(RecordType type, String text) {
        RecordData data = RecordText.parse(type, text);
        assertThat(data.type()).isEqualTo(type);
        assertThat(RecordText.format(data)).isEqualTo(text);
    }

    @Test
    void longTextsAreSplit() {
        assertThat(RecordText.parse(RecordType.TXT, '"' + "x".repeat(255) + '"'))
                .isEqualTo(new RecordData.Txt(List.of("x".repeat(255))));
        assertThat(RecordText.parse(RecordType.TXT, '"' + "x".repeat(256) + '"'))
                .isEqualTo(new RecordData.Txt(List.of("x".repeat(255), "x")));
    }

    @Test
    void textOutsideAsciiIsUtf8() {
        assertThat(RecordText.parse(RecordType.TXT, "文")).isEqualTo(new RecordData.Txt(List.of("\u00E6\u0096\u0087")));
    }

    @Test
    void hexadecimalMayBeSpaced() {
        assertThat(RecordText.parse(RecordType.TLSA, "3 1 1 0A0b 0C"))
                .isEqualTo(new RecordData.Tlsa(3, 1, 1, new byte[] {10, 11, 12}));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
                    A    | 192.0.2.256           | not an IPv4 address
                    A    | 192.0.2               | not an IPv4 address
                    A    | 2001:db8::1           | not an IPv4 address
                    A    | 192.0.2.1 192.0.2.2   | too much
                    AAAA | ::ffff:192.0.2.1      | not an IPv6 address
                    AAAA | fe80::1%1             | not an IPv6 address
                    MX   | mx.example.jp.        | not a number
                    MX   | 10                    | missing
                    MX   | 65536 mx.example.jp.  | not within
                    MX   | 10 mx..jp             | not a name
                    TXT  | "open                 | not closed
                    TXT  | a\\                   | backslash
                    TXT  | \\256                 | no octet
                    TLSA | 3 1 1 abc             | hexadecimal
                    """)
    void whatIsWrongIsSaid(RecordType type, String text, String complaint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordText.parse(type, text))
                .withMessageContaining(complaint);
    }
}
