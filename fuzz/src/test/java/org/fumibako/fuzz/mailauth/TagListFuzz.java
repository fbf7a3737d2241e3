// SPDX-License-Identifier: Apache-2.0
package org.fumibako.fuzz.mailauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.fumibako.fuzz.FuzzTime;
import org.fumibako.mailauth.dkim.KeyRecord;
import org.fumibako.mailauth.dkim.SignatureFault;
import org.fumibako.mailauth.message.TagList;

/** Any text is a tag list or none, and a key record or a refusal; what a list says of its values is where they stand. */
class TagListFuzz {
    @FuzzTest(maxDuration = FuzzTime.A_RUN)
    @DictionaryFile(resourcePath = "/dictionaries/mailauth.dict")
    void anyOctetsAreAListOrNone(byte[] octets) {
        String text = new String(octets, StandardCharsets.ISO_8859_1);
        TagList.parse(text).ifPresent(tags -> {
            for (String name : new String[] {"v", "p", "k", "b", "h"}) {
                tags.span(name).ifPresent(span -> {
                    String stands = text.substring(span.from(), span.to());
                    assertThat(stands.strip())
                            .isEqualTo(tags.value(name).orElseThrow().strip());
                    assertThat(stands).doesNotContain(";");
                    assertThat(tags.compact(name).orElseThrow()).doesNotContain(" ", "\t", "\r", "\n");
                });
            }
        });
    }

    @FuzzTest(maxDuration = FuzzTime.A_RUN)
    @DictionaryFile(resourcePath = "/dictionaries/mailauth.dict")
    void anyOctetsAreAKeyOrARefusal(byte[] octets) {
        try {
            KeyRecord record = KeyRecord.parse(new String(octets, StandardCharsets.ISO_8859_1));
            assertThat(record.bits()).isBetween(1, KeyRecord.MAX_RSA_BITS);
            assertThat(record.key().getEncoded()).isNotEmpty();
        } catch (SignatureFault refused) {
            assertThat(refused.reason().text()).isNotBlank();
        }
    }
}
