// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.fumibako.imap.wire.FetchItem.Partial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinaryItemTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 57, 58, 16_384, 16_385, 100_000})
    void base64IsDecodedWhateverItsLength(int length) throws IOException {
        byte[] octets = new byte[length];
        new Random(length).nextBytes(octets);
        String message = message("base64", Base64.getMimeEncoder().encodeToString(octets));

        assertThat(binary(message, Optional.empty())).isEqualTo(new String(octets, StandardCharsets.ISO_8859_1));
        assertThat(response(message, BinaryItem.size(List.of(1))))
                .isEqualTo("* 1 FETCH (BINARY.SIZE[1] " + length + ")\r\n");
    }

    @Test
    void quotedPrintableIsDecodedAndCut() throws IOException {
        String message = message("quoted-printable", "caf=C3=A9=\r\n!");

        assertThat(binary(message, Optional.empty())).isEqualTo("caf\u00c3\u00a9!");
        assertThat(response(message, BinaryItem.part(List.of(1), Optional.of(new Partial(3, 2)))))
                .isEqualTo("* 1 FETCH (BINARY[1]<3> ~{2}\r\n\u00c3\u00a9)\r\n");
    }

    @Test
    void partOfUnknownEncodingIsLeftOutWithTheReason() throws IOException {
        ByteArrayOutputStream sink = new ByteArrayOutputStream();
        FetchOutput out = new FetchOutput(sink, false);

        Rendered.render(octets(message("x-uuencode", "begin")), BinaryItem.part(List.of(1), Optional.empty()), out);

        assertThat(sink.size()).isZero();
        assertThat(out.problem().orElseThrow().text()).isEqualTo("UNKNOWN-CTE");
    }

    @Test
    void partThatDoesNotExistIsNil() throws IOException {
        assertThat(response(message("7bit", "x"), BinaryItem.part(List.of(3), Optional.empty())))
                .isEqualTo("* 1 FETCH (BINARY[3] NIL)\r\n");
    }

    private static String message(String encoding, String body) {
        return "Content-Transfer-Encoding: " + encoding + "\r\nContent-Type: application/octet-stream\r\n\r\n" + body;
    }

    private static String binary(String message, Optional<Partial> partial) throws IOException {
        return Rendered.literal(octets(message), BinaryItem.part(List.of(1), partial));
    }

    private static String response(String message, Rendering item) throws IOException {
        return Rendered.response(octets(message), item);
    }

    private static byte[] octets(String message) {
        return message.getBytes(StandardCharsets.ISO_8859_1);
    }
}
