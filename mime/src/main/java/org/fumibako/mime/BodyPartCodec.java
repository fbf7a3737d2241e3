// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stored form of a {@link BodyPart} tree: a version octet, then the nodes depth first, numbers as LEB128. */
final class BodyPartCodec {
    private static final int VERSION = 1;

    private BodyPartCodec() {}

    static byte[] encode(BodyPart root) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(160);
        try (DataOutputStream out = new DataOutputStream(octets)) {
            out.writeByte(VERSION);
            write(out, root);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return octets.toByteArray();
    }

    static BodyPart decode(byte[] octets) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(octets))) {
            int version = in.readUnsignedByte();
            if (version != VERSION) {
                throw new IllegalArgumentException("structure of version " + version);
            }
            return read(in);
        } catch (IOException damaged) {
            throw new IllegalArgumentException("damaged structure", damaged);
        }
    }

    private static void write(DataOutputStream out, BodyPart part) throws IOException {
        text(out, part.type());
        text(out, part.subtype());
        map(out, part.parameters());
        optional(out, part.id());
        optional(out, part.description());
        text(out, part.encoding());
        optional(out, part.md5());
        optional(out, part.disposition());
        map(out, part.dispositionParameters());
        number(out, part.language().size());
        for (String language : part.language()) {
            text(out, language);
        }
        optional(out, part.location());
        number(out, part.headerOffset());
        number(out, part.bodyOffset());
        number(out, part.bodySize());
        number(out, part.bodyLines());
        octets(out, part.envelope().orElse(new byte[0]));
        number(out, part.parts().size());
        for (BodyPart child : part.parts()) {
            write(out, child);
        }
    }

    private static BodyPart read(DataInputStream in) throws IOException {
        String type = text(in);
        String subtype = text(in);
        Map<String, String> parameters = map(in);
        Optional<String> id = optional(in);
        Optional<String> description = optional(in);
        String encoding = text(in);
        Optional<String> md5 = optional(in);
        Optional<String> disposition = optional(in);
        Map<String, String> dispositionParameters = map(in);
        List<String> language = new ArrayList<>();
        for (long left = number(in); left > 0; left--) {
            language.add(text(in));
        }
        Optional<String> location = optional(in);
        long headerOffset = number(in);
        long bodyOffset = number(in);
        long bodySize = number(in);
        long bodyLines = number(in);
        byte[] envelope = octets(in);
        List<BodyPart> parts = new ArrayList<>();
        for (long left = number(in); left > 0; left--) {
            parts.add(read(in));
        }
        return new BodyPart(
                type,
                subtype,
                parameters,
                id,
                description,
                encoding,
                md5,
                disposition,
                dispositionParameters,
                List.copyOf(language),
                location,
                headerOffset,
                bodyOffset,
                bodySize,
                bodyLines,
                List.copyOf(parts),
                envelope.length == 0 ? Optional.empty() : Optional.of(envelope));
    }

    /** Absent and empty are not the same to a client: NIL and {@code ""}. */
    private static void optional(DataOutputStream out, Optional<String> value) throws IOException {
        out.writeBoolean(value.isPresent());
        if (value.isPresent()) {
            text(out, value.get());
        }
    }

    private static Optional<String> optional(DataInputStream in) throws IOException {
        return in.readBoolean() ? Optional.of(text(in)) : Optional.empty();
    }

    private static void map(DataOutputStream out, Map<String, String> map) throws IOException {
        number(out, map.size());
        for (Map.Entry<String, String> entry : map.entrySet()) {
            text(out, entry.getKey());
            text(out, entry.getValue());
        }
    }

    private static Map<String, String> map(DataInputStream in) throws IOException {
        Map<String, String> map = new LinkedHashMap<>();
        for (long left = number(in); left > 0; left--) {
            map.put(text(in), text(in));
        }
        return map;
    }

    private static void text(DataOutputStream out, String value) throws IOException {
        octets(out, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(octets(in), StandardCharsets.UTF_8);
    }

    private static void octets(DataOutputStream out, byte[] value) throws IOException {
        number(out, value.length);
        out.write(value);
    }

    private static byte[] octets(DataInputStream in) throws IOException {
        int length = Math.toIntExact(number(in));
        byte[] value = in.readNBytes(length);
        if (value.length < length) {
            throw new IOException("cut short");
        }
        return value;
    }

    private static void number(DataOutputStream out, long value) throws IOException {
        long rest = value;
        while (rest >= 0x80) {
            out.writeByte((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    private static long number(DataInputStream in) throws IOException {
        long value = 0;
        for (int shift = 0; shift < 63; shift += 7) {
            int next = in.readUnsignedByte();
            value |= (long) (next & 0x7f) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new IOException("number too long");
    }
}
