// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.fumibako.model.Content;
import org.junit.jupiter.api.Test;

class MessageParserPropertyTest {
    private static final int ROUNDS = 2_000;

    @Test
    void partsAreFoundExactlyWhereTheyWereWritten() throws IOException {
        for (long seed = 0; seed < ROUNDS; seed++) {
            RandomMessage message = new RandomMessage(new SplittableRandom(seed));
            BodyPart root = MessageParser.parse(Content.of(message.octets()));
            List<RandomMessage.Place> found = new ArrayList<>();
            collect(root, found);
            assertThat(found).as("seed %d", seed).isEqualTo(message.places());
            assertThat(BodyPart.decode(root.encode()).encode())
                    .as("seed %d", seed)
                    .isEqualTo(root.encode());
        }
    }

    @Test
    void largeMessagesAreReadThroughAWindowWithTheSameResult() throws IOException {
        for (long seed = 0; seed < ROUNDS; seed++) {
            Content message = Content.of(new RandomMessage(new SplittableRandom(seed)).octets());
            int size = 64 + (int) (seed % 100);
            try (StructureReader reader = new StructureReader(OctetWindow.over(message, size), MimeLimits.DEFAULT)) {
                assertThat(reader.read().root().encode())
                        .as("seed %d", seed)
                        .isEqualTo(MessageParser.parse(message).encode());
            }
        }
    }

    @Test
    void anyOctetsHaveAStructureThatLiesInsideThem() throws IOException {
        for (long seed = 0; seed < ROUNDS; seed++) {
            byte[] octets = noise(new SplittableRandom(seed));
            BodyPart root = MessageParser.parse(Content.of(octets));
            assertThat(root.bodyOffset() + root.bodySize()).as("seed %d", seed).isEqualTo(octets.length);
            assertInside(root, seed);
            MessageSummary summary = MessageSummary.of(Content.of(octets));
            assertThat(summary.preview()).as("seed %d", seed).hasSizeLessThanOrEqualTo(Preview.MAX_LENGTH);
            assertThat(summary.subject() + summary.messageId() + summary.threadRoot() + summary.preview())
                    .as("seed %d", seed)
                    .doesNotContain("\r", "\n", "\0");
        }
    }

    private static void collect(BodyPart part, List<RandomMessage.Place> found) {
        found.add(new RandomMessage.Place(
                part.type() + "/" + part.subtype(),
                part.headerOffset(),
                part.bodyOffset(),
                part.bodySize(),
                part.bodyLines()));
        part.parts().forEach(child -> collect(child, found));
    }

    private static void assertInside(BodyPart part, long seed) {
        for (BodyPart child : part.parts()) {
            assertThat(child.headerOffset()).as("seed %d", seed).isGreaterThanOrEqualTo(part.bodyOffset());
            assertThat(child.bodyOffset()).as("seed %d", seed).isGreaterThanOrEqualTo(child.headerOffset());
            assertThat(child.bodyOffset() + child.bodySize())
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(part.bodyOffset() + part.bodySize());
            assertInside(child, seed);
        }
    }

    /** Pieces that mean something to the parser, in no order. */
    private static byte[] noise(RandomGenerator random) {
        String[] pieces = {
            "\r\n",
            "\n",
            "\r",
            "\r\n\r\n",
            "--",
            "--b",
            "--b--",
            " ",
            "\t",
            ":",
            ";",
            "=",
            "\"",
            "(",
            ")",
            "<",
            ">",
            "@",
            ",",
            "Content-Type: ",
            "multipart/mixed",
            "message/rfc822",
            "multipart/digest",
            "; boundary=b",
            "; boundary=\"b\"",
            "From: ",
            "To: ",
            "Subject: ",
            "Message-ID: <",
            "=?utf-8?q?",
            "=?iso-2022-jp?b?",
            "?=",
            "\033$B",
            "\033(B",
            "\0",
            "\u00e9",
            "\u0083\u0081",
            "x",
            "Content-Transfer-Encoding: base64",
            "Content-Transfer-Encoding: quoted-printable",
            "text/html; charset=shift_jis",
            "&#x110000;",
            "<!--",
            "</style",
            "\u00ff"
        };
        StringBuilder text = new StringBuilder();
        int count = random.nextInt(120);
        for (int i = 0; i < count; i++) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString().getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}
