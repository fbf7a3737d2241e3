// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.fumibako.model.EmailAddress;
import org.junit.jupiter.api.Test;

class MailAddressTest {
    @Test
    void namesAreDecodedAndGroupsOpened() {
        assertThat(MailAddress.parse("=?UTF-8?B?5aSq6YOO?= <taro@example.jp>, Friends: \"S, H\" <h@example.jp>, x@y;"))
                .containsExactly(
                        new MailAddress("太郎", "taro@example.jp"),
                        new MailAddress("S, H", "h@example.jp"),
                        new MailAddress("", "x@y"));
    }

    @Test
    void theAddressIsTheOneThatPolicySees() {
        assertThat(MailAddress.parse("\"a..b\"@docomo.ne.jp").getFirst().email())
                .contains(EmailAddress.of("a..b@docomo.ne.jp"));
        assertThat(MailAddress.parse("\"a b\"@example.jp").getFirst())
                .isEqualTo(new MailAddress("", "\"a b\"@example.jp"));
        assertThat(MailAddress.parse("\"a@evil.example\"@example.jp").getFirst().email())
                .hasValueSatisfying(email -> assertThat(email.domain().ascii()).isEqualTo("example.jp"));
        assertThat(MailAddress.parse("root").getFirst().email()).isEmpty();
        assertThat(MailAddress.parse("<a@b>c@d").getFirst().address()).isEqualTo("a@b");
    }

    @Test
    void anEncodedWordInAnAddressIsNotDecoded() {
        String address = "=?utf-8?q?a=40evil.example=2C_b?=@example.jp";
        assertThat(MailAddress.parse(address).getFirst().address()).isEqualTo(address);
    }

    @Test
    void anInternationalAddressIsUtf8() {
        String raw = new String("<太郎@日本.jp>".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(MailAddress.parse(raw).getFirst().address()).isEqualTo("太郎@日本.jp");
    }
}
