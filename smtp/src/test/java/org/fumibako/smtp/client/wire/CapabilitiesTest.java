// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.fumibako.model.SmtpReply;
import org.junit.jupiter.api.Test;

class CapabilitiesTest {
    @Test
    void keywordsAreReadInAnyCaseAndTheGreetingIsNotOne() {
        Capabilities offered = of("PIPELINING says hello\nchunking\nBinaryMime\n8bitmime\nsmtputf8\ndsn\nstarttls");
        assertThat(offered.pipelining()).isFalse();
        assertThat(offered.chunking()).isTrue();
        assertThat(offered.binaryMime()).isTrue();
        assertThat(offered.eightBitMime()).isTrue();
        assertThat(offered.smtpUtf8()).isTrue();
        assertThat(offered.dsn()).isTrue();
        assertThat(offered.startTls()).isTrue();
    }

    @Test
    void binaryWithoutChunksIsOfNoUse() {
        assertThat(of("x\nBINARYMIME").binaryMime()).isFalse();
    }

    @Test
    void sizeMayBeSaidWithoutANumberOrWithoutALimit() {
        assertThat(of("x\nSIZE").declaresSize()).isTrue();
        assertThat(of("x\nSIZE").maxSize()).isEmpty();
        assertThat(of("x\nSIZE 0").maxSize()).isEmpty();
        assertThat(of("x\nSIZE 1000").maxSize()).hasValue(1000);
        assertThat(of("x\nSIZE 999999999999999999").maxSize()).hasValue(999_999_999_999_999_999L);
        assertThat(of("x\nSIZE 9999999999999999999").maxSize()).isEmpty();
        assertThat(of("x\nSIZE -1").maxSize()).isEmpty();
    }

    @Test
    void mechanismsAreReadInBothForms() {
        assertThat(of("x\nAUTH plain LOGIN\nAUTH=LOGIN CRAM-MD5").mechanisms())
                .containsExactlyInAnyOrder("PLAIN", "LOGIN", "CRAM-MD5");
        assertThat(of("x\nHELP").mechanisms()).isEmpty();
    }

    @Test
    void limitsAreRead() {
        Capabilities offered = of("x\nLIMITS MAILMAX=5 rcptmax=50 RCPTDOMAINMAX=1");
        assertThat(offered.maxMessages()).hasValue(5);
        assertThat(offered.maxRecipients()).hasValue(50);
        assertThat(of("x\nLIMITS").maxRecipients()).isEmpty();
    }

    @Test
    void emptyLinesSayNothing() {
        assertThat(of("x\n\n  \nDSN").dsn()).isTrue();
    }

    private static Capabilities of(String text) {
        return Capabilities.of(SmtpReply.of(250, text));
    }
}
