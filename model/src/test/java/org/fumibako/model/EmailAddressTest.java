// SPDX-License-Identifier: Apache-2.0
package org.fumibako.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
    @Test
    void japaneseMobileAddressesAreAcceptedAndWrittenQuoted() {
        assertThat(EmailAddress.of("a..b@docomo.ne.jp")).hasToString("\"a..b\"@docomo.ne.jp");
        assertThat(EmailAddress.of("\"a.\"@ezweb.ne.jp").localPart()).isEqualTo("a.");
    }

    @Test
    void domainIsCanonicalAndLocalPartIsKept() {
        assertThat(EmailAddress.of("Taro@Example.JP")).hasToString("Taro@example.jp");
        assertThat(EmailAddress.of("taro@日本.jp").domain().ascii()).isEqualTo("xn--wgv71a.jp");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "a@",
                "@b.jp",
                "a b@c.jp",
                "a@b@c.jp",
                "<a@b.jp>",
                "\"a@b.jp",
                "a@[127.0.0.1]",
                "a@b..jp",
                "a\r\n@b.jp",
                "\"a\r\n\"@b.jp",
                "a(c)@b.jp",
                "@a,@b:u@c.jp",
                "a@-b.jp",
                "a@b-.jp",
                "\"\"@b.jp",
                "a@b.jp.",
                "<a@b>c@d.jp",
                "a@b.jp>",
                "a\0@b.jp",
                "\"a\0\"@b.jp",
                "a\u2028@b.jp",
                "\"a\u2028\"@b.jp",
                "a\u200b@b.jp",
                "a\u202e@b.jp",
                "a\ud800@b.jp",
                "a\u0085@b.jp",
                "a\uff20c@b.jp",
                "a\u3000b@c.jp",
                "a@b.jp(c)",
                "a @b.jp",
                "a@ b.jp",
                " a@b.jp",
                "a@b.jp ",
                "\"a\"b@c.jp",
                "\"a\".b@c.jp",
                "a,b@c.jp",
                "a:b@c.jp",
                "a;b@c.jp",
                "a\\b@c.jp",
                "a@b_c..jp",
                "a@b.jp\n",
                "a@b\u2100.jp",
                "a@=?utf-8?q?b.jp?="
            })
    void whatIsNotExactlyOneAddressIsRefused(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
    }

    @Test
    void relayTricksAreLocalPartsAndNothingElse() {
        assertThat(EmailAddress.of("user%other.example@b.jp").localPart()).isEqualTo("user%other.example");
        assertThat(EmailAddress.of("other.example!user@b.jp").localPart()).isEqualTo("other.example!user");
        assertThat(EmailAddress.of("\"a@other.example\"@b.jp").domain().ascii()).isEqualTo("b.jp");
        assertThat(EmailAddress.of("=?utf-8?q?a=40other?=@b.jp").localPart()).isEqualTo("=?utf-8?q?a=40other?=");
    }

    @Test
    void internationalLocalPartsAreComposed() {
        assertThat(EmailAddress.of("か\u3099@b.jp")).isEqualTo(EmailAddress.of("が@b.jp"));
    }

    @Test
    void lengthsAreBounded() {
        String domain = "@" + "b".repeat(63) + "." + "c".repeat(63) + "." + "d".repeat(58) + ".jp";
        assertThat(EmailAddress.parse("a".repeat(63) + domain)).isPresent();
        assertThat(EmailAddress.parse("a".repeat(64) + domain)).isPresent();
        assertThat(EmailAddress.parse("a".repeat(65) + "@b.jp")).isEmpty();
        assertThat(EmailAddress.parse("a".repeat(64) + domain.replace(".jp", "d.jp")))
                .isEmpty();
    }

    @Test
    void whatIsWrittenIsReadBackTheSame() {
        for (String text :
                new String[] {"\"a b\"@c.jp", "\"a\\\"b\"@c.jp", "\"a\\\\b\"@c.jp", "a..b@c.jp", "\"a@b\"@c.jp"}) {
            EmailAddress address = EmailAddress.of(text);
            assertThat(EmailAddress.of(address.toString())).isEqualTo(address);
        }
    }
}
