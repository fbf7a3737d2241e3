// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fumibako.net.AddressBlock;

/** Writes files in the MaxMind DB format 2.0, with records of 32 bits and values that are texts or maps. */
final class MaxMindFile {
    private static final int MAP = 7;
    private static final int TEXT = 2;
    private static final int UINT16 = 5;
    private static final int UINT32 = 6;

    /** In bits: what stands between the tree and the data counts as part of the data. */
    private static final int SEPARATOR = 16;

    /** No node and no data. */
    private static final int NOTHING = -1;

    private final int addressBits;
    private final List<int[]> nodes = new ArrayList<>(List.of(new int[] {NOTHING, NOTHING}));
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();

    /** @param family 4, or 6 for both: IPv4 addresses are the last 32 bits of {@code ::/96} then */
    MaxMindFile(int family) {
        this.addressBits = family == 4 ? 32 : 128;
    }

    /** A network that lies in no other one. */
    MaxMindFile with(String network, Map<String, ?> row) {
        AddressBlock block = AddressBlock.parse(network).orElseThrow();
        byte[] address = block.network().getAddress();
        int before = addressBits - address.length * Byte.SIZE;
        int node = 0;
        for (int bit = 0; bit < before + block.prefix(); bit++) {
            int at = bit - before;
            int side = at < 0 ? 0 : address[at / Byte.SIZE] >> (7 - at % Byte.SIZE) & 1;
            if (bit == before + block.prefix() - 1) {
                nodes.get(node)[side] = -2 - data.size();
            } else if (nodes.get(node)[side] == NOTHING) {
                nodes.get(node)[side] = nodes.size();
                nodes.add(new int[] {NOTHING, NOTHING});
                node = nodes.size() - 1;
            } else {
                node = nodes.get(node)[side];
            }
        }
        write(row);
        return this;
    }

    byte[] octets() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int[] node : nodes) {
            for (int record : node) {
                file.writeBytes(number(
                        record == NOTHING
                                ? nodes.size()
                                : record < NOTHING ? nodes.size() + SEPARATOR - 2 - record : record));
            }
        }
        file.writeBytes(new byte[SEPARATOR]);
        byte[] rows = data.toByteArray();
        file.writeBytes(rows);
        file.writeBytes("\u00ab\u00cd\u00efMaxMind.com".getBytes(StandardCharsets.ISO_8859_1));
        data.reset();
        writeMetadata();
        file.writeBytes(data.toByteArray());
        data.reset();
        data.writeBytes(rows);
        return file.toByteArray();
    }

    private void writeMetadata() {
        head(MAP, 9);
        writeNumber("binary_format_major_version", UINT16, 2);
        writeNumber("binary_format_minor_version", UINT16, 0);
        writeNumber("ip_version", UINT16, addressBits == 32 ? 4 : 6);
        writeNumber("node_count", UINT32, nodes.size());
        writeNumber("record_size", UINT16, 32);
        write("database_type");
        write("Test-Country");
        write("description");
        head(MAP, 0);
        write("languages");
        // An array, type 11: beyond 7 the type has an octet of its own, less 7.
        data.writeBytes(new byte[] {0, 11 - 7});
        write("build_epoch");
        // A number of 64 bits, type 9.
        data.writeBytes(new byte[] {4, 9 - 7, 0x65, 0, 0, 0});
    }

    private void writeNumber(String name, int type, int value) {
        write(name);
        byte[] octets = number(value);
        int length = type == UINT16 ? 2 : 4;
        head(type, length);
        data.write(octets, octets.length - length, length);
    }

    private void write(Object value) {
        if (value instanceof Map<?, ?> map) {
            head(MAP, map.size());
            map.forEach((key, inner) -> {
                write(key);
                write(inner);
            });
        } else {
            byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
            head(TEXT, text.length);
            data.writeBytes(text);
        }
    }

    /** @param size below 29, from where on it would need more octets */
    private void head(int type, int size) {
        data.write(type << 5 | size);
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }
}
