// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One node of a message's structure, found by byte offset: what BODYSTRUCTURE (RFC 9051 §7.5.2) and a section fetch need.
 * Strings are raw header text, not decoded, one char an octet (ISO 8859-1); {@link #fileName} and {@link HeaderText} decode.
 * Types and the encoding are upper case. Parameters keep their order and the names they have on the wire, pieces of
 * RFC 2231 included; a text part that declares no charset has {@code CHARSET US-ASCII}.
 *
 * <p>A multipart has at least one part and an embedded message exactly one. What is nested beyond {@link MimeLimits}, a
 * message/rfc822 in base64, or one without a body is {@code APPLICATION/OCTET-STREAM}. A multipart in which no delimiter line
 * was found has one text part that is its whole body.
 *
 * @param headerOffset where the part's header begins, from the start of the message
 * @param bodyOffset where its body begins (after the empty line)
 * @param bodySize octets of the body, which a section fetch of the part returns
 * @param bodyLines line breaks in these octets
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

    /** Raw value of the parameter of that name, in any case. */
    public Optional<String> parameter(String name) {
        return ContentFields.parameter(parameters, name);
    }

    /** Raw value of the disposition's parameter of that name, in any case. */
    public Optional<String> dispositionParameter(String name) {
        return ContentFields.parameter(dispositionParameters, name);
    }

    /** The name the sender gave the part, decoded (RFC 2183 §2.3, RFC 2231, RFC 2047): no path, no control characters. */
    public Optional<String> fileName() {
        return FileNames.of(this);
    }

    /** Reads what {@link #encode} wrote. */
    public static BodyPart decode(byte[] octets) {
        return BodyPartCodec.decode(octets);
    }

    /** The tree in a compact binary form, the same for the same tree. */
    public byte[] encode() {
        return BodyPartCodec.encode(this);
    }
}
