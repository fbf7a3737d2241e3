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
        assertThat(EmailAddress.of("Taro@Example.JP.")).hasToString("Taro@example.jp");
        assertThat(EmailAddress.of("taro@日本.jp").domain().ascii()).isEqualTo("xn--wgv71a.jp");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "@", "a@", "@b.jp", "a b@c.jp", "a@b@c.jp", "<a@b.jp>", "\"a@b.jp", "a@[127.0.0.1]", "a@b..jp",
                "a\r\n@b.jp", "\"a\r\n\"@b.jp", "a(c)@b.jp", "@a,@b:u@c.jp", "a@-b.jp", "a@b-.jp", "\"\"@b.jp"
            })
    void whatIsNotExactlyOneAddressIsRefused(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
    }
}
