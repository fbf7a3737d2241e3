// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Finds the file name of a part in all the ways that senders write it. */
final class FileNames {
    /** Characters of a file name that are kept. */
    private static final int MAX_LENGTH = 255;

    private FileNames() {}

    static Optional<String> of(BodyPart part) {
        return named(part.dispositionParameters(), "filename").or(() -> named(part.parameters(), "name"));
    }

    private static Optional<String> named(Map<String, String> parameters, String name) {
        return value(parameters, name).map(FileNames::harmless).filter(found -> !found.isEmpty());
    }

    /** RFC 2231 first, then a plain parameter with RFC 2047 words or raw octets in it, which no standard allows. */
    static Optional<String> value(Map<String, String> parameters, String name) {
        return ContentFields.parameter(parameters, name + "*")
                .map(FileNames::extended)
                .or(() -> continued(parameters, name))
                .or(() -> ContentFields.parameter(parameters, name).map(HeaderText::decode));
    }

    private static String extended(String value) {
        int first = value.indexOf('\'');
        int second = value.indexOf('\'', first + 1);
        if (first < 0 || second < 0) {
            return MailCharsets.decode(percentDecoded(value), "");
        }
        return MailCharsets.decode(percentDecoded(value.substring(second + 1)), value.substring(0, first));
    }

    /** Pieces {@code name*0}, {@code name*1*} ... in the order of their numbers, up to the first that is missing. */
    private static Optional<String> continued(Map<String, String> parameters, String name) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        String charset = "";
        boolean words = true;
        int pieces = 0;
        for (; pieces < parameters.size(); pieces++) {
            Optional<String> encoded = ContentFields.parameter(parameters, name + "*" + pieces + "*");
            Optional<String> plain = ContentFields.parameter(parameters, name + "*" + pieces);
            if (encoded.isPresent()) {
                words = false;
                String value = encoded.get();
                int second = value.indexOf('\'', value.indexOf('\'') + 1);
                if (pieces == 0 && second > 0) {
                    charset = value.substring(0, value.indexOf('\''));
                    value = value.substring(second + 1);
                }
                octets.writeBytes(percentDecoded(value));
            } else if (plain.isPresent()) {
                octets.writeBytes(plain.get().getBytes(StandardCharsets.ISO_8859_1));
            } else {
                break;
            }
        }
        if (pieces == 0) {
            return Optional.empty();
        }
        return Optional.of(
                words
                        ? HeaderText.decode(octets.toString(StandardCharsets.ISO_8859_1))
                        : MailCharsets.decode(octets.toByteArray(), charset));
    }

    private static byte[] percentDecoded(String value) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(value.length());
        int i = 0;
        while (i < value.length()) {
            int octet = value.charAt(i) == '%' ? Hex.octet(value, i + 1) : -1;
            octets.write(octet >= 0 ? octet : value.charAt(i));
            i += octet >= 0 ? 3 : 1;
        }
        return octets.toByteArray();
    }

    /** A name, not a way: what stands before the last separator goes, and so do control and bidirectional marks. */
    private static String harmless(String name) {
        int separator = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
        String last = HeaderText.withoutControls(name.substring(separator + 1)).strip();
        StringBuilder clean = new StringBuilder(last.length());
        last.codePoints().filter(c -> !isBidirectionalMark(c)).limit(MAX_LENGTH).forEach(clean::appendCodePoint);
        return clean.toString().equals("..") || clean.toString().equals(".") ? "" : clean.toString();
    }

    private static boolean isBidirectionalMark(int c) {
        return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e || c == 0x200f;
    }
}
