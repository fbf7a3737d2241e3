// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fumibako.mime.Messages.content;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each bound one below, at, and one above. */
class MimeLimitsTest {
    private static final int LOOSE = 1_000_000;
    private static final int DEPTH = 5;

    @ParameterizedTest
    @CsvSource({"4, MULTIPART", "5, MULTIPART", "6, APPLICATION"})
    void multipartsNestedDeeperAreOpaque(int nested, String innermost) throws IOException {
        BodyPart part = parse(nestedMultiparts(nested), limits(DEPTH + 1, LOOSE, LOOSE, LOOSE, LOOSE, LOOSE));
        int found = 0;
        while (part.type().equals("MULTIPART") && part.parts().getFirst().type().matches("MULTIPART|APPLICATION")) {
            part = part.parts().getFirst();
            found++;
        }
        assertThat(found).isEqualTo(nested - 1);
        assertThat(part.type()).isEqualTo(innermost);
    }

    @ParameterizedTest
    @CsvSource({"4, MESSAGE", "5, MESSAGE", "6, APPLICATION"})
    void messagesNestedDeeperAreOpaque(int nested, String innermost) throws IOException {
        String message = "Content-Type: message/rfc822\r\n\r\n".repeat(nested) + "\r\ntext";
        BodyPart part = parse(message, limits(DEPTH + 1, LOOSE, LOOSE, LOOSE, LOOSE, LOOSE));
        for (int i = 1; i < nested; i++) {
            part = part.parts().getFirst();
        }
        assertThat(part.type()).isEqualTo(innermost);
        assertThat(part.bodyOffset() + part.bodySize()).isEqualTo(message.length());
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "4, 4", "5, 4"})
    void partsBeyondTheBoundBelongToTheLastOne(int written, int found) throws IOException {
        String message =
                "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + "--b\r\n\r\ntext\r\n".repeat(written) + "--b--";
        BodyPart root = parse(message, limits(LOOSE, 5, LOOSE, LOOSE, LOOSE, LOOSE));
        assertThat(root.parts()).hasSize(found);
        BodyPart last = root.parts().getLast();
        assertThat(last.bodySize()).isEqualTo(written > found ? "text\r\n--b\r\n\r\ntext".length() : 4);
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "1, true"})
    void headerOctetsBeyondTheBoundAreNotRead(int more, boolean seen) throws IOException {
        String header = "X: 12345\r\nSubject: x";
        Headers headers = Headers.read(
                content(header + "\r\n\r\n"), limits(LOOSE, LOOSE, header.length() + more, LOOSE, LOOSE, LOOSE));
        assertThat(headers.first("subject").orElse("").equals("x")).isEqualTo(seen);
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "3, 3", "4, 3"})
    void fieldsBeyondTheBoundAreNotRead(int written, int read) throws IOException {
        Headers headers = Headers.read(
                content("X: y\r\n".repeat(written) + "\r\n"), limits(LOOSE, LOOSE, LOOSE, 3, LOOSE, LOOSE));
        assertThat(headers.size()).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({"9, 9", "10, 10", "11, 10"})
    void aValueIsCutAtTheBound(int written, int read) throws IOException {
        Headers headers = Headers.read(
                content("X:" + "y".repeat(written) + "\r\n\r\n"), limits(LOOSE, LOOSE, LOOSE, LOOSE, 10, LOOSE));
        assertThat(headers.first("x").orElseThrow()).hasSize(read);
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "3, 3", "4, 3"})
    void parametersBeyondTheBoundAreNotRead(int written, int read) throws IOException {
        StringBuilder type = new StringBuilder("Content-Type: application/x");
        for (int i = 0; i < written; i++) {
            type.append("; name*").append(i).append("=x");
        }
        BodyPart root = parse(type + "\r\n\r\n", limits(LOOSE, LOOSE, LOOSE, LOOSE, LOOSE, 3));
        assertThat(root.parameters()).hasSize(read);
        assertThat(root.fileName()).contains("x".repeat(read));
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "3, 3", "4, 3"})
    void addressesBeyondTheBoundAreNotRead(int written, int read) {
        assertThat(AddressListReader.read("a@x, ".repeat(written), 3)).hasSize(read);
    }

    @ParameterizedTest
    @CsvSource({"249, 2", "250, 2", "251, 1"})
    void aBoundaryLongerThanTheBoundIsNoBoundary(int length, int parts) throws IOException {
        String boundary = "b".repeat(length);
        String part = "--" + boundary + "\r\n\r\ntext\r\n";
        BodyPart root = parse(
                "Content-Type: multipart/mixed; boundary=" + boundary + "\r\n\r\n" + part + part, MimeLimits.DEFAULT);
        assertThat(root.parts()).hasSize(parts);
    }

    @Test
    void aLimitIsAtLeastOne() {
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> new MimeLimits(0, 1, 1, 1, 1, 1, 1, 1));
    }

    private static BodyPart parse(String message, MimeLimits limits) throws IOException {
        return MessageParser.parse(content(message), limits);
    }

    private static String nestedMultiparts(int nested) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < nested; i++) {
            text.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\r\n\r\n--b")
                    .append(i)
                    .append("\r\n");
        }
        return text + "\r\ntext";
    }

    private static MimeLimits limits(
            int depth, int parts, int headerOctets, int headerFields, int fieldOctets, int parameters) {
        return new MimeLimits(depth, parts, headerOctets, headerFields, fieldOctets, parameters, 1_000, 250);
    }
}
