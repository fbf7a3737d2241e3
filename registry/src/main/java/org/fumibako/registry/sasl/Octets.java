// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.sasl;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Octets of a response as text. */
final class Octets {
    private Octets() {}

    /** Strict UTF-8 without NUL; empty for anything else. */
    static Optional<String> text(byte[] octets, int from, int to) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets, from, to - from))
                    .toString();
            return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    static Optional<String> text(byte[] octets) {
        return text(octets, 0, octets.length);
    }
}
