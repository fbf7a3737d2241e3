// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the Content-* fields of one header say (RFC 2045, RFC 2183, RFC 3282, RFC 2557), with the defaults of RFC 2045 §5.2 and
 * §6.1 for what they do not say.
 *
 * @param type upper case, like {@code subtype} and {@code encoding}
 */
record ContentFields(
        String type,
        String subtype,
        Map<String, String> parameters,
        String encoding,
        Optional<String> id,
        Optional<String> description,
        Optional<String> md5,
        Disposition disposition,
        List<String> language,
        Optional<String> location) {
    /** Languages of one part that are listed. */
    private static final int MAX_LANGUAGES = 32;

    private static final Map<String, String> ASCII = Map.of("CHARSET", "US-ASCII");

    /** Content-Disposition: {@code inline}, {@code attachment}, and its parameters. */
    record Disposition(Optional<String> kind, Map<String, String> parameters) {
        static final Disposition NONE = new Disposition(Optional.empty(), Map.of());
    }

    private record MediaType(String type, String subtype, Map<String, String> parameters) {
        static final MediaType PLAIN = new MediaType("TEXT", "PLAIN", ASCII);
        static final MediaType MESSAGE = new MediaType("MESSAGE", "RFC822", Map.of());
    }

    /** What holds where no header says anything. */
    static final ContentFields PLAIN = new ContentFields(
            "TEXT",
            "PLAIN",
            ASCII,
            "7BIT",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Disposition.NONE,
            List.of(),
            Optional.empty());

    /** @param inDigest whether the part is a direct child of a multipart/digest (RFC 2046 §5.1.5) */
    static ContentFields of(Headers headers, boolean inDigest, MimeLimits limits) {
        MediaType type = headers.first("Content-Type")
                .map(value -> mediaType(value, limits))
                .orElse(inDigest ? MediaType.MESSAGE : MediaType.PLAIN);
        return new ContentFields(
                type.type,
                type.subtype,
                type.parameters,
                headers.first("Content-Transfer-Encoding")
                        .map(ContentFields::encoding)
                        .orElse("7BIT"),
                headers.first("Content-ID"),
                headers.first("Content-Description"),
                headers.first("Content-MD5"),
                headers.first("Content-Disposition")
                        .map(value -> disposition(value, limits))
                        .orElse(Disposition.NONE),
                headers.first("Content-Language").map(ContentFields::languages).orElse(List.of()),
                headers.first("Content-Location"));
    }

    /** The same part, but nothing more than its octets: for structure beyond the limits or without sense. */
    ContentFields opaque() {
        return new ContentFields(
                "APPLICATION",
                "OCTET-STREAM",
                Map.of(),
                encoding,
                id,
                description,
                md5,
                disposition,
                language,
                location);
    }

    Optional<String> parameter(String name) {
        return parameter(parameters, name);
    }

    boolean isDigest() {
        return isMultipart() && subtype.equals("DIGEST");
    }

    boolean isMultipart() {
        return type.equals("MULTIPART");
    }

    /** An embedded message that can be taken apart where it lies: not one in base64 (which RFC 2046 §5.2.1 forbids). */
    boolean isMessage() {
        return type.equals("MESSAGE") && (subtype.equals("RFC822") || subtype.equals("GLOBAL"));
    }

    boolean isIdentity() {
        return !encoding.equals("BASE64") && !encoding.equals("QUOTED-PRINTABLE");
    }

    private static MediaType mediaType(String value, MimeLimits limits) {
        FieldText text = new FieldText(value);
        text.skipSpace();
        String type = text.token().toUpperCase(Locale.ROOT);
        text.skipSpace();
        if (type.isEmpty() || !text.accept('/')) {
            return MediaType.PLAIN;
        }
        text.skipSpace();
        String subtype = text.token().toUpperCase(Locale.ROOT);
        if (subtype.isEmpty()) {
            return MediaType.PLAIN;
        }
        Map<String, String> parameters = text.parameters(limits.parameters());
        if (type.equals("TEXT") && parameter(parameters, "charset").isEmpty()) {
            parameters.putAll(ASCII);
        }
        return new MediaType(type, subtype, parameters);
    }

    static Optional<String> parameter(Map<String, String> parameters, String name) {
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            if (parameter.getKey().equalsIgnoreCase(name)) {
                return Optional.of(parameter.getValue());
            }
        }
        return Optional.empty();
    }

    private static String encoding(String value) {
        FieldText text = new FieldText(value);
        text.skipSpace();
        String token = text.token().toUpperCase(Locale.ROOT);
        return token.isEmpty() ? "7BIT" : token;
    }

    private static Disposition disposition(String value, MimeLimits limits) {
        FieldText text = new FieldText(value);
        text.skipSpace();
        String kind = text.token();
        Map<String, String> parameters = text.parameters(limits.parameters());
        return kind.isEmpty() && parameters.isEmpty()
                ? Disposition.NONE
                : new Disposition(Optional.of(kind.isEmpty() ? "attachment" : kind), parameters);
    }

    private static List<String> languages(String value) {
        List<String> languages = new ArrayList<>(1);
        FieldText text = new FieldText(value);
        do {
            text.skipSpace();
            String language = text.token();
            if (!language.isEmpty()) {
                languages.add(language);
            }
            text.skipSpace();
        } while (languages.size() < MAX_LANGUAGES && text.accept(','));
        return languages;
    }
}
