// SPDX-License-Identifier: Apache-2.0
package org.fumibako.fuzz.mime;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.fumibako.fuzz.FuzzTime;
import org.fumibako.mime.MailDate;

/** Any octets are a date or none. */
class MailDateFuzz {
    @FuzzTest(maxDuration = FuzzTime.A_RUN)
    @DictionaryFile(resourcePath = "/dictionaries/mime.dict")
    void anyOctetsAreADateOrNone(byte[] octets) {
        MailDate.parse(new String(octets, StandardCharsets.ISO_8859_1))
                .ifPresent(date -> assertThat(date.getYear()).isBetween(1, 999_999));
    }
}
