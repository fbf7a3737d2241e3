// SPDX-License-Identifier: Apache-2.0
package org.fumibako.fuzz.mime;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.fumibako.fuzz.FuzzTime;
import org.fumibako.mime.MailCharsets;
import org.fumibako.mime.WaveDash;

/** Any octets are text in any charset; the first line names it. */
class MailCharsetsFuzz {
    @FuzzTest(maxDuration = FuzzTime.A_RUN)
    @DictionaryFile(resourcePath = "/dictionaries/mime.dict")
    void anyOctetsAreText(byte[] octets) {
        int end = 0;
        while (end < octets.length && octets[end] != '\n') {
            end++;
        }
        String charset = new String(octets, 0, end, StandardCharsets.ISO_8859_1);
        byte[] rest = Arrays.copyOfRange(octets, Math.min(end + 1, octets.length), octets.length);
        String text = MailCharsets.decode(rest, charset);
        assertThat(text).hasSizeLessThanOrEqualTo(4 * rest.length + 4);
        assertThat(WaveDash.toWindows(WaveDash.toJis(WaveDash.toWindows(text)))).isEqualTo(WaveDash.toWindows(text));
    }
}
