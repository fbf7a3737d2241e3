// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fumibako.mime.Messages.content;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HeadersTest {
    private static final String HEADER = Messages.lines(
            "Received: one",
            "From mbox line: x",
            "SUBJECT :  a",
            "\tb ",
            "X-Empty:",
            "no field at all",
            ": no name",
            "received: two",
            "",
            "Subject: body");

    @Test
    void fieldsAreFoundInAnyCaseAndInOrder() throws IOException {
        Headers headers = Headers.read(content(HEADER), MimeLimits.DEFAULT);
        assertThat(headers.size()).isEqualTo(4);
        assertThat(headers.name(1)).isEqualTo("SUBJECT");
        assertThat(headers.first("subject")).contains("a\tb");
        assertThat(headers.first("X-EMPTY")).contains("");
        assertThat(headers.first("absent")).isEmpty();
        assertThat(headers.all("Received")).containsExactly("one", "two");
    }

    @Test
    void selectedFieldsComeAsTheyAreWrittenWithAnEmptyLine() {
        Headers headers = Headers.of(HEADER.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(headers.select(name -> !"received".equalsIgnoreCase(name)))
                .asString()
                .isEqualTo("SUBJECT :  a\r\n\tb \r\nX-Empty:\r\n\r\n");
        assertThat(headers.select(name -> false)).asString().isEqualTo("\r\n");
        assertThat(Headers.of("A: b".getBytes(StandardCharsets.ISO_8859_1)).select(name -> true))
                .asString()
                .isEqualTo("A: b\r\n\r\n");
    }

    @Test
    void bareLineFeedsSeparateFieldsToo() {
        Headers headers = Headers.of("A: 1\n 2\nB: 3\n\nC: 4\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(headers.first("a")).contains("1 2");
        assertThat(headers.first("b")).contains("3");
        assertThat(headers.first("c")).isEmpty();
    }
}
