// SPDX-License-Identifier: Apache-2.0
package org.fumibako.fuzz.mime;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.fumibako.fuzz.FuzzTime;
import org.fumibako.mime.BodyPart;
import org.fumibako.mime.MessageParser;
import org.fumibako.mime.MessageSummary;
import org.fumibako.mime.Preview;
import org.fumibako.model.Content;

/** Any octets have a structure that lies inside them and survives being stored. */
class MessageParserFuzz {
    @FuzzTest(maxDuration = FuzzTime.A_RUN)
    @DictionaryFile(resourcePath = "/dictionaries/mime.dict")
    void anyOctetsHaveAStructure(byte[] octets) throws IOException {
        BodyPart root = MessageParser.parse(Content.of(octets));
        assertThat(root.bodyOffset() + root.bodySize()).isEqualTo(octets.length);
        assertInside(root);
        byte[] stored = root.encode();
        assertThat(BodyPart.decode(stored).encode()).isEqualTo(stored);
        MessageSummary summary = MessageSummary.of(Content.of(octets));
        assertThat(summary.preview())
                .hasSizeLessThanOrEqualTo(Preview.MAX_LENGTH)
                .doesNotContain("\r", "\n", "\0");
        assertThat(summary.subject())
                .hasSizeLessThanOrEqualTo(MessageSummary.MAX_SUBJECT)
                .doesNotContain("\r", "\n", "\0");
        assertThat(new String(summary.envelope(), StandardCharsets.ISO_8859_1))
                .startsWith("(")
                .endsWith(")")
                .doesNotContain("\0");
    }

    private static void assertInside(BodyPart part) {
        assertThat(part.fileName().orElse("")).doesNotContain("/", "\\", "\r", "\n", "\0");
        for (BodyPart child : part.parts()) {
            assertThat(child.headerOffset()).isGreaterThanOrEqualTo(part.bodyOffset());
            assertThat(child.bodyOffset()).isGreaterThanOrEqualTo(child.headerOffset());
            assertThat(child.bodyOffset() + child.bodySize()).isLessThanOrEqualTo(part.bodyOffset() + part.bodySize());
            assertInside(child);
        }
    }
}
