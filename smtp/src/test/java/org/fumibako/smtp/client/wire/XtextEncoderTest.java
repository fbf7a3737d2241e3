// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class XtextEncoderTest {
    @Test
    void whatWouldBreakAParameterIsEncoded() {
        assertThat(XtextEncoder.encode("a+b=c d\u007f\r\n")).hasValue("a+2Bb+3Dc+20d+7F+0D+0A");
        assertThat(XtextEncoder.encode("")).hasValue("");
    }

    @Test
    void whatIsNotAsciiHasNoEncoding() {
        assertThat(XtextEncoder.encode("\u3042")).isEmpty();
    }
}
