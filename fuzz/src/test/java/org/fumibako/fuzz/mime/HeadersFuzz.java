// SPDX-License-Identifier: Apache-2.0
package org.fumibako.fuzz.mime;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.fumibako.fuzz.FuzzTime;
import org.fumibako.mime.Headers;

/** A header read from octets selects nothing that was not in them. */
class HeadersFuzz {
    @FuzzTest(maxDuration = FuzzTime.A_RUN)
    @DictionaryFile(resourcePath = "/dictionaries/mime.dict")
    void anyOctetsAreAHeader(byte[] octets) {
        Headers headers = Headers.of(octets);
        for (int field = 0; field < headers.size(); field++) {
            assertThat(headers.name(field)).isNotEmpty().doesNotContain(":", " ", "\n");
            assertThat(headers.value(field)).doesNotContain("\n");
            assertThat(headers.all(headers.name(field))).isNotEmpty();
        }
        assertThat(headers.select(name -> true))
                .hasSizeLessThanOrEqualTo(octets.length + 4)
                .endsWith((byte) '\r', (byte) '\n');
    }
}
