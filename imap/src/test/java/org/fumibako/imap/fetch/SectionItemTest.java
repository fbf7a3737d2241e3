// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.fumibako.imap.wire.FetchItem.Partial;
import org.fumibako.imap.wire.FetchItem.Section;
import org.fumibako.imap.wire.FetchItem.Section.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SectionItemTest {
    private static final String MESSAGE = """
            From: Terry <gray@example.jp>\r
            Subject: folded\r
             and on\r
            Received: one\r
            Received: two\r
            \r
            body\r
            """;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void everySectionIsWhatTheOctetsSay(long seed) throws IOException {
        RandomGenerator random = new Random(seed);
        for (int round = 0; round < 10; round++) {
            RandomMessage.Part message = RandomMessage.of(random);
            Check check = new Check(message.octets(), "seed " + seed + " round " + round);
            check.section(List.of(), Text.ALL, message.text());
            check.section(List.of(), Text.HEADER, message.header());
            check.section(List.of(), Text.TEXT, message.body());
            if (message.isMultipart()) {
                check.parts(List.of(), message);
            } else {
                check.part(List.of(1), message);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void partialFetchIsThatCutOfTheSection(long seed) throws IOException {
        RandomGenerator random = new Random(seed);
        byte[] message = RandomMessage.of(random).octets();
        for (Text text : List.of(Text.ALL, Text.HEADER, Text.TEXT)) {
            Section section = new Section(List.of(), text, List.of());
            String whole = fetch(message, section, Optional.empty());
            for (int i = 0; i < 20; i++) {
                int from = random.nextInt(whole.length() + 10);
                int count = 1 + random.nextInt(whole.length() + 10);
                String cut = whole.substring(Math.min(from, whole.length()), Math.min(from + count, whole.length()));
                assertThat(fetch(message, section, Optional.of(new Partial(from, count))))
                        .as("seed %d %s<%d.%d>", seed, text, from, count)
                        .isEqualTo(cut);
            }
        }
    }

    @Test
    void nameRepeatsWhatWasAsked() {
        Section fields = new Section(List.of(4, 2), Text.HEADER_FIELDS, List.of("From", "X Y"));

        assertThat(name(fields, Optional.of(new Partial(10, 20))))
                .isEqualTo("BODY[4.2.HEADER.FIELDS (From \"X Y\")]<10>");
        assertThat(name(Section.ALL, Optional.empty())).isEqualTo("BODY[]");
        assertThat(name(new Section(List.of(1), Text.ALL, List.of()), Optional.empty()))
                .isEqualTo("BODY[1]");
        assertThat(name(new Section(List.of(1, 3), Text.MIME, List.of()), Optional.empty()))
                .isEqualTo("BODY[1.3.MIME]");
    }

    @Test
    void sectionThatDoesNotExistIsNil() throws IOException {
        Section second = new Section(List.of(2), Text.ALL, List.of());
        Section headerOfText = new Section(List.of(1), Text.HEADER, List.of());

        assertThat(Rendered.response(octets(MESSAGE), item(second, Optional.empty())))
                .isEqualTo("* 1 FETCH (BODY[2] NIL)\r\n");
        assertThat(Rendered.response(octets(MESSAGE), item(headerOfText, Optional.empty())))
                .isEqualTo("* 1 FETCH (BODY[1.HEADER] NIL)\r\n");
    }

    @Test
    void fieldsComeInTheOrderOfTheMessageWithTheirFolding() throws IOException {
        assertThat(fields(MESSAGE, Text.HEADER_FIELDS, "subject", "FROM", "X-None"))
                .isEqualTo("From: Terry <gray@example.jp>\r\nSubject: folded\r\n and on\r\n\r\n");
        assertThat(fields(MESSAGE, Text.HEADER_FIELDS_NOT, "received"))
                .isEqualTo("From: Terry <gray@example.jp>\r\nSubject: folded\r\n and on\r\n\r\n");
    }

    @Test
    void fieldsOfHeaderWithoutBodyEndInAnEmptyLine() throws IOException {
        assertThat(fields("Subject: x", Text.HEADER_FIELDS, "Subject")).isEqualTo("Subject: x\r\n\r\n");
        assertThat(fields("Subject: x\r\n", Text.HEADER_FIELDS, "From")).isEqualTo("\r\n");
        assertThat(fields("", Text.HEADER_FIELDS_NOT, "From")).isEqualTo("\r\n");
    }

    @Test
    void headerIsFilteredUpToItsBoundAndNoFurther() throws IOException {
        for (int over = -1; over <= 1; over++) {
            String last = "X-Last: y\r\n";
            int padding = SectionItem.MAX_FILTERED_HEADER + over - last.length() - "X-Pad: \r\n".length();
            String message = "X-Pad: " + "p".repeat(padding) + "\r\n" + last + "\r\nbody";
            String expected = over <= 0 ? last : last.substring(0, last.length() - 1) + "\r\n";
            assertThat(fields(message, Text.HEADER_FIELDS, "X-Last").startsWith(expected))
                    .as("over by %d", over)
                    .isEqualTo(true);
        }
    }

    private static String fields(String message, Text text, String... names) throws IOException {
        return fetch(octets(message), new Section(List.of(), text, List.of(names)), Optional.empty());
    }

    private static byte[] octets(String message) {
        return message.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String name(Section section, Optional<Partial> partial) {
        return new String(SectionItem.name(section, partial), StandardCharsets.ISO_8859_1);
    }

    private static SectionItem item(Section section, Optional<Partial> partial) {
        return new SectionItem(SectionItem.name(section, partial), section, partial);
    }

    private static String fetch(byte[] message, Section section, Optional<Partial> partial) throws IOException {
        return Rendered.literal(message, item(section, partial));
    }

    /** Compares sections with the parts that the message was made of. */
    private record Check(byte[] message, String when) {
        void section(List<Integer> path, Text text, String expected) throws IOException {
            assertThat(fetch(message, new Section(path, text, List.of()), Optional.empty()))
                    .as("%s BODY[%s.%s]", when, path, text)
                    .isEqualTo(expected);
        }

        void part(List<Integer> path, RandomMessage.Part part) throws IOException {
            section(path, Text.ALL, part.body());
            section(path, Text.MIME, part.header());
            if (part.embedded()) {
                RandomMessage.Part inner = part.parts().getFirst();
                section(path, Text.HEADER, inner.header());
                section(path, Text.TEXT, inner.body());
                if (inner.isMultipart()) {
                    parts(path, inner);
                } else {
                    part(child(path, 1), inner);
                }
            } else {
                parts(path, part);
            }
        }

        void parts(List<Integer> path, RandomMessage.Part multipart) throws IOException {
            for (int i = 0; i < multipart.parts().size(); i++) {
                part(child(path, i + 1), multipart.parts().get(i));
            }
        }

        private static List<Integer> child(List<Integer> path, int number) {
            List<Integer> child = new ArrayList<>(path);
            child.add(number);
            return child;
        }
    }
}
