// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.RecordText;
import org.fumibako.dns.RecordType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** What we write, dnsjava reads the same; what dnsjava writes, we read the same. */
class RecordCodecTest {
    private static final DnsName OWNER = DnsName.of("www.example.jp");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
                    A     | 192.0.2.1
                    AAAA  | 2001:db8:0:0:0:0:0:1
                    CNAME | example.jp.
                    NS    | ns1.www.example.jp.
                    PTR   | www.example.jp.
                    MX    | 65535 mx.example.jp.
                    MX    | 0 .
                    TXT   | "v=spf1 -all"
                    TXT   | "a" "" "b\\"c\\\\ \\227"
                    SRV   | 0 5 993 imap.example.jp.
                    CAA   | 128 issue "letsencrypt.org"
                    SOA   | ns1.example.jp. host.example.jp. 4294967295 7200 900 1209600 300
                    TLSA  | 3 1 1 0b9fa5a59eed715c26c1020c711b4f6ec42d58b0015e14337a39dad301c5afc3
                    """)
    void bothSaySo(RecordType type, String text) throws IOException {
        RecordData data = RecordText.parse(type, text);
        byte[] ours = reply(data);

        Record theirs = new Message(ours).getSection(Section.ANSWER).getFirst();
        assertThat(theirs.getName()).hasToString(OWNER.text() + ".");
        assertThat(theirs.getTTL()).isEqualTo(3600);
        Record expected = Record.fromString(
                Name.fromString(OWNER.text() + "."), Type.value(type.name()), 1, 3600, text, Name.root);
        assertThat(theirs).isEqualTo(expected);

        Message message = new Message(1);
        message.addRecord(Record.newRecord(Name.fromString(OWNER.text() + "."), 1, 1), Section.QUESTION);
        message.addRecord(expected, Section.ANSWER);
        assertThat(read(message.toWire())).isEqualTo(data);
        assertThat(read(ours)).isEqualTo(data);
    }

    @Test
    void everyCutOfARecordIsRefused() throws IOException {
        for (String text : new String[] {"ns1.example.jp. host.example.jp. 1 2 3 4 5"}) {
            byte[] whole = reply(RecordText.parse(RecordType.SOA, text));
            for (int length = Wire.HEADER; length < whole.length; length++) {
                int cut = length;
                assertThatExceptionOfType(MalformedMessageException.class).isThrownBy(() -> read(whole, cut));
            }
        }
    }

    @Test
    void aRecordThatDoesNotEndWhereItSaysIsRefused() {
        byte[] message = reply(RecordText.parse(RecordType.A, "192.0.2.1"));
        message[message.length - 5] = 3;
        assertThatExceptionOfType(MalformedMessageException.class).isThrownBy(() -> read(message));
        byte[] text = reply(RecordText.parse(RecordType.TXT, "abc"));
        text[text.length - 4] = 2;
        assertThatExceptionOfType(MalformedMessageException.class).isThrownBy(() -> read(text));
    }

    @Test
    void aTtlWithItsTopBitSetIsNone() {
        assertThat(RecordReader.ttl(0x7FFF_FFFFL)).isEqualTo(Duration.ofSeconds(Integer.MAX_VALUE));
        assertThat(RecordReader.ttl(0x8000_0000L)).isZero();
    }

    @Test
    void aMessageHasAtMost65535Octets() {
        MessageWriter out = new MessageWriter();
        out.octets(new byte[Wire.MAX_MESSAGE - 1]);
        assertThat(out.u8(1).position()).isEqualTo(Wire.MAX_MESSAGE);
        assertThatExceptionOfType(MessageTooLongException.class).isThrownBy(() -> out.u8(1));
    }

    @Test
    void namesBeyondThePointersReachAreWrittenInFull() throws IOException {
        MessageWriter out = new MessageWriter();
        out.octets(new byte[0x4000]);
        out.name(OWNER).name(OWNER);
        MessageReader in = new MessageReader(out.message(), out.position());
        in.skip(0x4000);
        assertThat(in.name()).contains(OWNER);
        assertThat(in.name()).contains(OWNER);
        assertThat(out.position()).isEqualTo(0x4000 + 2 * (OWNER.text().length() + 2));
    }

    private static byte[] reply(RecordData data) {
        MessageWriter out = new MessageWriter();
        out.u16(1).u16(Wire.QR).u16(1).u16(1).u16(0).u16(0);
        out.name(OWNER).u16(data.type().code()).u16(Wire.CLASS_IN);
        RecordWriter.write(out, OWNER, Duration.ofHours(1), data);
        return out.message();
    }

    private static RecordData read(byte[] message) throws IOException {
        return read(message, message.length);
    }

    private static RecordData read(byte[] message, int length) throws IOException {
        MessageReader in = new MessageReader(message, length);
        in.skip(Wire.HEADER);
        in.skipName();
        in.u32();
        in.skipName();
        RecordType type = RecordType.of(in.u16()).orElseThrow();
        in.skip(6);
        return RecordReader.read(type, in, in.u16()).orElseThrow();
    }
}
