// SPDX-License-Identifier: Apache-2.0
package org.fumibako.fuzz.dns;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Duration;
import java.util.Optional;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.RecordText;
import org.fumibako.dns.RecordType;
import org.fumibako.dns.wire.MalformedMessageException;
import org.fumibako.dns.wire.MessageReader;
import org.fumibako.dns.wire.MessageWriter;
import org.fumibako.dns.wire.RecordReader;
import org.fumibako.dns.wire.RecordWriter;
import org.fumibako.dns.wire.Wire;
import org.fumibako.fuzz.FuzzTime;

/** Any octets are a message or malformed; a record that was read is written, and read again, the same. */
class MessageReaderFuzz {
    @FuzzTest(maxDuration = FuzzTime.A_RUN)
    @DictionaryFile(resourcePath = "/dictionaries/dns.dict")
    void anyOctetsAreRecordsOrMalformed(byte[] message) {
        try {
            MessageReader in = new MessageReader(message, message.length);
            in.skip(Wire.HEADER);
            while (in.left() > 0) {
                int before = in.position();
                Optional<DnsName> owner = in.name();
                Optional<RecordType> type = RecordType.of(in.u16());
                in.u16();
                Duration ttl = RecordReader.ttl(in.u32());
                int length = in.u16();
                if (owner.isPresent() && type.isPresent()) {
                    RecordReader.read(type.get(), in, length).ifPresent(data -> survives(owner.get(), ttl, data));
                } else {
                    in.skip(length);
                }
                assertThat(in.position()).isGreaterThan(before);
            }
        } catch (MalformedMessageException malformed) {
            assertThat(malformed.getMessage()).isNotBlank();
        }
    }

    private static void survives(DnsName owner, Duration ttl, RecordData data) {
        MessageWriter out = new MessageWriter();
        out.octets(new byte[Wire.HEADER]);
        RecordWriter.write(out, owner, ttl, data);
        MessageReader in = new MessageReader(out.message(), out.position());
        try {
            in.skip(Wire.HEADER);
            assertThat(in.name()).contains(owner);
            assertThat(in.u16()).isEqualTo(data.type().code());
            in.skip(6);
            assertThat(RecordReader.read(data.type(), in, in.u16())).contains(data);
        } catch (MalformedMessageException impossible) {
            throw new AssertionError(impossible);
        }
        if (!(data instanceof RecordData.Caa)) {
            assertThat(RecordText.parse(data.type(), RecordText.format(data))).isEqualTo(data);
        }
    }
}
