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
import java.net.SocketTimeoutException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Flags;
import org.xbill.DNS.GenericEDNSOption;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Section;

/** The server on real sockets: UDP, TCP, their bounds, and changes while it runs. */
class DnsServerTest {
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private final MemoryZones zones = new MemoryZones(zone(1, "www 60 A 192.0.2.1\n" + manyTexts(20)));
    private final List<AutoCloseable> open = new ArrayList<>();

    private DnsServer server;

    @BeforeEach
    void start() throws IOException {
        server = start(DnsServerConfig.of(ANY_PORT).withWorkers(2));
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    @Test
    void udpAndTcpGiveTheSameAnswer() throws IOException {
        Message question = Dialogue.question("www.example.jp", "A");
        String answer = "AA NOERROR\nAN www.example.jp. 60 A 192.0.2.1";
        assertThat(Dialogue.show(udp(question))).isEqualTo(answer);
        assertThat(Dialogue.show(tcp(question).getFirst())).isEqualTo(answer);
    }

    @Test
    void whatDoesNotFitIsCutOverUdpAndWholeOverTcp() throws IOException {
        Message question = Dialogue.question("many.example.jp", "TXT");
        assertThat(Dialogue.show(udp(question))).isEqualTo("AA TC NOERROR");
        assertThat(tcp(question).getFirst().getSection(Section.ANSWER)).hasSize(20);
        question.addRecord(new OPTRecord(65_535, 0, 0), Section.ADDITIONAL);
        assertThat(udp(question).getHeader().getFlag(Flags.TC))
                .as("1232 octets are the most, whatever the client says")
                .isTrue();
    }

    @Test
    void questionsAreAnsweredInOrderOnOneConnection() throws IOException {
        Message first = Dialogue.question("www.example.jp", "A");
        Message second = Dialogue.question("no.example.jp", "A");
        Message third = Dialogue.question("example.net", "A");
        assertThat(tcp(first, second, third))
                .extracting(answer -> answer.getHeader().getID())
                .containsExactly(
                        first.getHeader().getID(),
                        second.getHeader().getID(),
                        third.getHeader().getID());
    }

    @Test
    void aRequestOverTcpHasAtMost4096Octets() throws IOException {
        for (int length = TcpService.MAX_REQUEST - 1; length <= TcpService.MAX_REQUEST + 1; length++) {
            byte[] padded = padded(Dialogue.question("www.example.jp", "A"), length);
            try (Socket socket = connect()) {
                send(socket, padded);
                DataInputStream in = new DataInputStream(socket.getInputStream());
                if (length <= TcpService.MAX_REQUEST) {
                    assertThat(in.readUnsignedShort()).isPositive();
                } else {
                    assertThat(in.read()).isEqualTo(-1);
                }
            }
        }
    }

    @Test
    void aChangeIsSeenWhole() throws IOException {
        zones.replace(zone(2, "www 60 A 192.0.2.2"));
        assertThat(Dialogue.show(udp(Dialogue.question("www.example.jp", "A")))).contains("192.0.2.2");
        assertThat(Dialogue.show(udp(Dialogue.question("many.example.jp", "TXT"))))
                .startsWith("AA NXDOMAIN");
        zones.remove(zone(2, "").apex());
        assertThat(Dialogue.show(udp(Dialogue.question("www.example.jp", "A")))).isEqualTo("REFUSED");
    }

    @Test
    void aVersionThatIsNotNewerIsNotServed() throws IOException {
        zones.replace(zone(1, "www 60 A 192.0.2.2"));
        assertThat(Dialogue.show(udp(Dialogue.question("www.example.jp", "A")))).contains("192.0.2.1");
    }

    @Test
    void garbageIsRefusedOrNotAnswered() throws IOException {
        byte[] question = Dialogue.question("www.example.jp", "A").toWire();
        byte[] response = question.clone();
        response[2] |= (byte) 0x80;
        assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> udp(response));
        assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> udp(new byte[11]));
        byte[] two = question.clone();
        two[5] = 2;
        assertThat(Dialogue.show(udp(two))).isEqualTo("FORMERR");
        byte[] none = new byte[12];
        assertThat(Dialogue.show(udp(none))).isEqualTo("FORMERR");
        byte[] pointer = question.clone();
        pointer[12] = (byte) 0xC0;
        assertThat(Dialogue.show(udp(pointer))).isEqualTo("FORMERR");
    }

    @Test
    void floodsGetASlipInsteadOfAnAnswer() throws IOException {
        DnsServer limited =
                start(DnsServerConfig.of(ANY_PORT).withWorkers(1).withRate(new DnsServerConfig.RateLimit(5, 2)));
        int answered = 0;
        int cut = 0;
        int silent = 0;
        for (int i = 0; i < 9; i++) {
            try {
                Message answer =
                        udp(limited, Dialogue.question("www.example.jp", "A").toWire(), 100);
                boolean truncated = answer.getHeader().getFlag(Flags.TC);
                cut += truncated ? 1 : 0;
                answered += truncated ? 0 : 1;
            } catch (SocketTimeoutException e) {
                silent++;
            }
        }
        assertThat(answered).isGreaterThanOrEqualTo(5);
        assertThat(cut).isPositive();
        assertThat(silent).isPositive();
    }

    private DnsServer start(DnsServerConfig config) throws IOException {
        DnsServer started = new DnsServer(config, zones, InstantSource.system(), new SecureRandom());
        started.start();
        open.add(started);
        return started;
    }

    private static Zone zone(long serial, String lines) {
        return Zones.simple("example.jp", serial, lines);
    }

    private static String manyTexts(int count) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append("many 60 TXT \"").append("x".repeat(100)).append(i).append("\"\n");
        }
        return lines.toString();
    }

    private Message udp(Message question) throws IOException {
        return udp(question.toWire());
    }

    private Message udp(byte[] question) throws IOException {
        return udp(server, question, 500);
    }

    private static Message udp(DnsServer server, byte[] question, int patience) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(InetAddress.getLoopbackAddress(), server.port());
            socket.setSoTimeout(patience);
            socket.send(new DatagramPacket(question, question.length));
            DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
            socket.receive(packet);
            byte[] octets = new byte[packet.getLength()];
            System.arraycopy(packet.getData(), 0, octets, 0, octets.length);
            assertThat(octets.length).isLessThanOrEqualTo(1232);
            return new Message(octets);
        }
    }

    private List<Message> tcp(Message... questions) throws IOException {
        try (Socket socket = connect()) {
            for (Message question : questions) {
                send(socket, question.toWire());
            }
            DataInputStream in = new DataInputStream(socket.getInputStream());
            List<Message> answers = new ArrayList<>();
            for (int i = 0; i < questions.length; i++) {
                answers.add(new Message(in.readNBytes(in.readUnsignedShort())));
            }
            return answers;
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(5000);
        return socket;
    }

    private static void send(Socket socket, byte[] message) throws IOException {
        byte[] framed = new byte[message.length + 2];
        framed[0] = (byte) (message.length >> 8);
        framed[1] = (byte) message.length;
        System.arraycopy(message, 0, framed, 2, message.length);
        socket.getOutputStream().write(framed);
    }

    /** The question with an EDNS padding option, so that the whole has a length (RFC 7830). */
    private static byte[] padded(Message question, int length) throws IOException {
        int padding = length - question.toWire().length - 15;
        question.addRecord(
                new OPTRecord(1232, 0, 0, 0, List.of(new GenericEDNSOption(12, new byte[padding]))),
                Section.ADDITIONAL);
        byte[] wire = question.toWire();
        assertThat(wire).hasSize(length);
        return wire;
    }
}
