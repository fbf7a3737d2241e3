// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.resolver;

import java.time.Duration;
import java.util.Arrays;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordText;
import org.fumibako.dns.RecordType;
import org.fumibako.dns.wire.MessageWriter;
import org.fumibako.dns.wire.RecordWriter;
import org.fumibako.dns.wire.Wire;

/** Builds the reply to a question. */
final class ReplyBuilder {
    private final MessageWriter out = new MessageWriter();

    ReplyBuilder(byte[] query, DnsName name, int flags) {
        out.octets(Arrays.copyOf(query, 2))
                .u16(Wire.QR | flags)
                .u16(1)
                .u16(0)
                .u16(0)
                .u16(0);
        int end = Wire.HEADER + name.text().length() + 2 + 4;
        out.octets(Arrays.copyOfRange(query, Wire.HEADER, end));
    }

    ReplyBuilder answer(String name, int ttl, RecordType type, String data) {
        return add(6, name, ttl, type, data);
    }

    ReplyBuilder authority(String name, int ttl, RecordType type, String data) {
        return add(8, name, ttl, type, data);
    }

    byte[] build() {
        return out.message();
    }

    private ReplyBuilder add(int counter, String name, int ttl, RecordType type, String data) {
        byte[] before = out.message();
        out.u16At(counter, ((before[counter] & 0xFF) << 8 | (before[counter + 1] & 0xFF)) + 1);
        RecordWriter.write(out, DnsName.of(name), Duration.ofSeconds(ttl), RecordText.parse(type, data));
        return this;
    }
}
