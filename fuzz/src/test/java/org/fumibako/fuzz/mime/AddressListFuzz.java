// SPDX-License-Identifier: Apache-2.0
package org.fumibako.fuzz.mime;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.fumibako.fuzz.FuzzTime;
import org.fumibako.mime.MailAddress;

/** Any octets are an address list; an address that policy accepts is the one that was shown. */
class AddressListFuzz {
    @FuzzTest(maxDuration = FuzzTime.A_RUN)
    @DictionaryFile(resourcePath = "/dictionaries/mime.dict")
    void anyOctetsAreAList(byte[] octets) {
        for (MailAddress address : MailAddress.parse(new String(octets, StandardCharsets.ISO_8859_1))) {
            assertThat(address.name()).doesNotContain("\r", "\n", "\0");
            assertThat(address.address()).doesNotContain("\r", "\n", "\0");
            address.email()
                    .ifPresent(email -> assertThat(MailAddress.parse(raw(email.toString())))
                            .singleElement()
                            .satisfies(again -> assertThat(again.email()).contains(email)));
        }
    }

    private static String raw(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
