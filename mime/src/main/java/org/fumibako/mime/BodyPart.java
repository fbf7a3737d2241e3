// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One node of a message's structure, found by byte offset: what BODYSTRUCTURE (RFC 9051 §7.5.2) and a section fetch need.
 * Strings are raw header text, not decoded; types are upper case.
 *
 * @param headerOffset where the part's header begins, from the start of the message
 * @param bodyOffset where its body begins (after the empty line)
 * @param bodySize octets of the body
 * @param bodyLines lines of the body
 * @param parts the parts of a multipart; the one embedded message of a message/rfc822
 * @param envelope of an embedded message (message/rfc822): the envelope of {@code parts.getFirst()}, in wire form
 */
public record BodyPart(
        String type,
        String subtype,
        Map<String, String> parameters,
        Optional<String> id,
        Optional<String> description,
        String encoding,
        Optional<String> md5,
        Optional<String> disposition,
        Map<String, String> dispositionParameters,
        List<String> language,
        Optional<String> location,
        long headerOffset,
        long bodyOffset,
        long bodySize,
        long bodyLines,
        List<BodyPart> parts,
        Optional<byte[]> envelope) {

    /** Reads what {@link #encode} wrote. */
    public static BodyPart decode(byte[] octets) {
        return BodyPartCodec.decode(octets);
    }

    /** The tree in a compact binary form, the same for the same tree. */
    public byte[] encode() {
        return BodyPartCodec.encode(this);
    }
}
