// SPDX-License-Identifier: Apache-2.0
package org.fumibako.fuzz.mime;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.fumibako.fuzz.FuzzTime;
import org.fumibako.mime.HeaderText;
import org.fumibako.mime.HeaderWriter;
import org.fumibako.mime.Headers;

/** Decoded text never has a control character, and what we write is read back. */
class HeaderTextFuzz {
    @FuzzTest(maxDuration = FuzzTime.A_RUN)
    @DictionaryFile(resourcePath = "/dictionaries/mime.dict")
    void decodedTextIsHarmless(byte[] octets) {
        String raw = new String(octets, StandardCharsets.ISO_8859_1);
        String text = HeaderText.decode(raw);
        assertThat(text.chars().noneMatch(c -> c < ' ' || c == 0x7f)).isTrue();
        String field = HeaderWriter.text("Subject", text);
        assertThat(field).endsWith("\r\n");
        assertThat(field.replaceAll("\r\n ", "")).matches("[ -~]*\r\n");
        Headers written = Headers.of(field.getBytes(StandardCharsets.US_ASCII));
        assertThat(written.size()).isEqualTo(1);
    }
}
