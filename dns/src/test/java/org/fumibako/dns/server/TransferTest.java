// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import org.fumibako.dns.DnsName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.TSIGRecord;
import org.xbill.DNS.Type;
import org.xbill.DNS.ZoneTransferException;
import org.xbill.DNS.ZoneTransferIn;

/** Secondaries: transfers whole and in part, only with the key, and being told of changes; dnsjava is the secondary. */
class TransferTest {
    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final TsigKey KEY = new TsigKey(DnsName.of("secondary.example"), SECRET);
    private static final TSIG GOOD = tsig("secondary.example.", SECRET);
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final MemoryZones zones = new MemoryZones(zone(1, hosts(0, 3000)));

    private DatagramSocket secondary;
    private DnsServer server;

    @BeforeEach
    void start() throws IOException {
        secondary = new DatagramSocket(0, HERE);
        secondary.setSoTimeout(10_000);
        server = new DnsServer(
                DnsServerConfig.of(new InetSocketAddress(HERE, 0))
                        .withSecondaries(
                                List.of(new Secondary(new InetSocketAddress(HERE, secondary.getLocalPort()), KEY))),
                zones,
                InstantSource.system(),
                new SecureRandom());
        server.start();
    }

    @AfterEach
    void close() {
        server.close(Duration.ZERO);
        secondary.close();
    }

    @Test
    void aZoneIsTransferredWholeInSeveralSignedMessages() throws Exception {
        ZoneTransferIn transfer =
                ZoneTransferIn.newAXFR(Name.fromString("example.jp."), HERE.getHostAddress(), server.port(), GOOD);
        transfer.run();
        List<Record> records = transfer.getAXFR();
        assertThat(records).hasSize(3000 + 3 + 1);
        assertThat(records.getFirst()).isEqualTo(records.getLast());
        assertThat(records.stream().map(Record::toString).distinct()).hasSize(3003);
    }

    @Test
    void nobodyGetsAZoneWithoutTheKey() throws Exception {
        assertThat(axfr(null).getRcode()).isEqualTo(Rcode.REFUSED);
        assertThat(axfr(tsig("secondary.example.", new byte[32])).getRcode()).isEqualTo(Rcode.NOTAUTH);
        assertThat(axfr(tsig("other.example.", SECRET)).getRcode()).isEqualTo(Rcode.NOTAUTH);
        TSIG wrong = tsig("secondary.example.", new byte[32]);
        ZoneTransferIn transfer =
                ZoneTransferIn.newAXFR(Name.fromString("example.jp."), HERE.getHostAddress(), server.port(), wrong);
        assertThatExceptionOfType(ZoneTransferException.class).isThrownBy(transfer::run);
    }

    @Test
    void aReasonIsGivenForABadSignature() throws Exception {
        assertThat(error(tsig("secondary.example.", new byte[32]))).isEqualTo(TsigRecord.BAD_SIGNATURE);
        assertThat(error(tsig("other.example.", SECRET))).isEqualTo(TsigRecord.BAD_KEY);
        TSIG late = new TSIG(
                TSIG.HMAC_SHA256,
                Name.fromString("secondary.example."),
                new SecretKeySpec(SECRET, "HmacSHA256"),
                Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-400)));
        assertThat(error(late)).isEqualTo(TsigRecord.BAD_TIME);
    }

    @Test
    void aSignedQuestionGetsASignedAnswer() throws Exception {
        Message question = Dialogue.question("h1.example.jp", "A");
        question.setTSIG(GOOD);
        byte[] wire = question.toWire(65_535);
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(HERE, server.port());
            socket.setSoTimeout(5000);
            socket.send(new DatagramPacket(wire, wire.length));
            DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
            socket.receive(packet);
            byte[] octets = Arrays.copyOf(packet.getData(), packet.getLength());
            Message answer = new Message(octets);
            assertThat(answer.getSection(Section.ANSWER)).hasSize(1);
            assertThat(GOOD.verify(answer, octets, new Message(wire).getTSIG())).isEqualTo(Rcode.NOERROR);
        }
    }

    @Test
    void onlyWhatHasChangedIsTransferredAgain() throws Exception {
        zones.replace(zone(2, hosts(0, 2999) + "\nnew 60 A 192.0.2.2"));
        zones.replace(zone(3, hosts(1, 2999) + "\nnew 60 A 192.0.2.2\nnewer 60 A 192.0.2.3"));
        ZoneTransferIn transfer = ixfr(1);
        assertThat(transfer.isIXFR()).isTrue();
        List<ZoneTransferIn.Delta> deltas = transfer.getIXFR();
        assertThat(deltas).hasSize(2);
        assertThat(names(deltas.get(0).deletes)).containsExactly("example.jp.", "h2999.example.jp.");
        assertThat(names(deltas.get(0).adds)).containsExactly("example.jp.", "new.example.jp.");
        assertThat(names(deltas.get(1).deletes)).containsExactly("example.jp.", "h0.example.jp.");
        assertThat(names(deltas.get(1).adds)).containsExactly("example.jp.", "newer.example.jp.");
    }

    @Test
    void whoIsUpToDateGetsNothing() throws Exception {
        assertThat(ixfr(1).isCurrent()).isTrue();
        assertThat(ixfr(2).isCurrent()).isTrue();
    }

    @Test
    void whoIsTooFarBehindGetsTheWholeZone() throws Exception {
        for (int serial = 2; serial <= 2 + ServedZone.MAX_CHANGES; serial++) {
            zones.replace(zone(serial, "v 60 TXT " + serial + "\n" + hosts(0, 300)));
        }
        assertThat(ixfr(1).isAXFR()).isTrue();
        assertThat(ixfr(2).isIXFR()).isTrue();
    }

    @Test
    void secondariesAreToldOfAChangeUntilTheyAnswer() throws Exception {
        zones.replace(zone(2, ""));
        DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
        secondary.receive(packet);
        byte[] octets = Arrays.copyOf(packet.getData(), packet.getLength());
        Message told = new Message(octets);
        assertThat(told.getHeader().getOpcode()).isEqualTo(Opcode.NOTIFY);
        assertThat(told.getQuestion().getName()).hasToString("example.jp.");
        assertThat(told.getSection(Section.ANSWER).getFirst().rdataToString()).contains(" 2 7200 ");
        assertThat(GOOD.verify(told, octets, null)).isEqualTo(Rcode.NOERROR);

        secondary.receive(packet);
        assertThat(new Message(Arrays.copyOf(packet.getData(), packet.getLength()))
                        .getHeader()
                        .getOpcode())
                .as("asked again because nobody answered")
                .isEqualTo(Opcode.NOTIFY);
        packet.getData()[2] |= (byte) 0x80;
        secondary.send(packet);
        zones.replace(zone(3, ""));
        secondary.receive(packet);
        assertThat(new Message(Arrays.copyOf(packet.getData(), packet.getLength()))
                        .getSection(Section.ANSWER)
                        .getFirst()
                        .rdataToString())
                .contains(" 3 7200 ");
    }

    private ZoneTransferIn ixfr(long serial) throws IOException, ZoneTransferException {
        ZoneTransferIn transfer = ZoneTransferIn.newIXFR(
                Name.fromString("example.jp."), serial, false, HERE.getHostAddress(), server.port(), GOOD);
        transfer.run();
        return transfer;
    }

    private Message axfr(TSIG tsig) throws IOException {
        Message question = Message.newQuery(Record.newRecord(Name.fromString("example.jp."), Type.AXFR, DClass.IN));
        if (tsig != null) {
            question.setTSIG(tsig);
        }
        try (Socket socket = new Socket(HERE, server.port())) {
            socket.setSoTimeout(5000);
            byte[] wire = question.toWire(65_535);
            byte[] framed = new byte[wire.length + 2];
            framed[0] = (byte) (wire.length >> 8);
            framed[1] = (byte) wire.length;
            System.arraycopy(wire, 0, framed, 2, wire.length);
            socket.getOutputStream().write(framed);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            return new Message(in.readNBytes(in.readUnsignedShort()));
        }
    }

    private int error(TSIG tsig) throws IOException {
        TSIGRecord record = axfr(tsig).getTSIG();
        return record.getError();
    }

    private static List<String> names(List<Record> records) {
        return records.stream().map(record -> record.getName().toString()).toList();
    }

    private static Zone zone(long serial, String lines) {
        return Zones.simple("example.jp", serial, lines);
    }

    private static String hosts(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "h" + i + " 60 A 10.0." + i / 256 + "." + i % 256)
                .collect(Collectors.joining("\n"));
    }

    private static TSIG tsig(String name, byte[] secret) {
        return new TSIG(TSIG.HMAC_SHA256, name, Base64.getEncoder().encodeToString(secret));
    }
}
