// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ProxyHeaderTest {
    private static final String SIGNATURE = "\r\n\r\n\0\r\nQUIT\n";

    @Test
    void aLineNamesTheSourceAndNothingBehindItIsRead() throws IOException {
        ByteArrayInputStream in = stream("PROXY TCP4 192.0.2.7 192.0.2.1 4711 25\r\nEHLO x\r\n");

        assertThat(ProxyHeader.read(in)).contains(InetAddress.ofLiteral("192.0.2.7"));
        assertThat(new String(in.readAllBytes(), ISO_8859_1)).isEqualTo("EHLO x\r\n");
        assertThat(ProxyHeader.read(stream("PROXY TCP6 2001:db8::7 2001:db8::1 4711 25\r\n")))
                .contains(InetAddress.ofLiteral("2001:db8::7"));
    }

    @Test
    void aProxyMaySpeakForItself() throws IOException {
        assertThat(ProxyHeader.read(stream("PROXY UNKNOWN\r\n"))).isEmpty();
        assertThat(ProxyHeader.read(stream("PROXY UNKNOWN ffff:f::f 1 2 3\r\n")))
                .isEmpty();
        assertThat(ProxyHeader.read(stream(SIGNATURE + "\040\000\000\000"))).isEmpty();
    }

    @Test
    void aBinaryHeaderNamesTheSourceAndItsExtensionsAreSkipped() throws IOException {
        String v4 = SIGNATURE + "\041\021\000\017" + "\300\000\002\007" + "\300\000\002\001" + "\022\147\000\031"
                + "\004\000\000" + "rest";
        ByteArrayInputStream in = stream(v4);
        assertThat(ProxyHeader.read(in)).contains(InetAddress.ofLiteral("192.0.2.7"));
        assertThat(new String(in.readAllBytes(), ISO_8859_1)).isEqualTo("rest");

        String v6 = SIGNATURE + "\041\041\000\044" + "\040\001\r\270" + "\0".repeat(11) + "\007" + "\0".repeat(16)
                + "\0".repeat(4);
        assertThat(ProxyHeader.read(stream(v6))).contains(InetAddress.ofLiteral("2001:db8::7"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "EHLO x\r\n",
                "PROXY TCP4 192.0.2.7 192.0.2.1 4711 25\n",
                "PROXY TCP4 192.0.2.7 192.0.2.1 4711\r\n",
                "PROXY TCP4 2001:db8::7 2001:db8::1 1 2\r\n",
                "PROXY TCP4 example.test 192.0.2.1 1 2\r\n",
                "PROXY UDP4 192.0.2.7 192.0.2.1 1 2\r\n",
                "\r\n\r\n\0\r\nQUIX\n\041\021\000\000",
                SIGNATURE + "\021\021\000\000",
                SIGNATURE + "\042\021\000\000",
                SIGNATURE + "\041\021\000\004\001\002\003\004",
                SIGNATURE + "\041\021\000\014\001",
                SIGNATURE + "\041\021\377\377",
            })
    void anythingElseIsRefused(String header) {
        assertThatIOException().isThrownBy(() -> ProxyHeader.read(stream(header)));
    }

    @Test
    void aLineMayHaveAHundredAndSevenOctets() throws IOException {
        String start = "PROXY UNKNOWN ";
        assertThat(ProxyHeader.read(stream(start + "x".repeat(104 - start.length()) + "\r\n")))
                .isEmpty();
        assertThat(ProxyHeader.read(stream(start + "x".repeat(105 - start.length()) + "\r\n")))
                .isEmpty();
        assertThatIOException()
                .isThrownBy(() -> ProxyHeader.read(stream(start + "x".repeat(106 - start.length()) + "\r\n")))
                .withMessageContaining("too long");
    }

    @Test
    void onlyTrustedProxiesAreBelieved() throws IOException {
        ListenerConfig plain = ListenerConfig.of("test", new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        ListenerConfig trusting = plain.withProxies(List.of(block("127.0.0.0/8")));
        ListenerConfig wary = plain.withProxies(List.of(block("192.0.2.0/24")));
        String header = "PROXY TCP4 203.0.113.9 192.0.2.1 4711 25\r\n";

        assertThat(peerSeenBy(trusting, header)).isEqualTo("203.0.113.9");
        assertThat(peerSeenBy(wary, "")).isEqualTo("127.0.0.1");
        assertThat(peerSeenBy(trusting, "EHLO x\r\n")).isEmpty();
    }

    @Test
    void blocksContainTheirAddresses() {
        assertThat(block("192.0.2.128/25").contains(InetAddress.ofLiteral("192.0.2.127")))
                .isFalse();
        assertThat(block("192.0.2.128/25").contains(InetAddress.ofLiteral("192.0.2.128")))
                .isTrue();
        assertThat(block("2001:db8::/33").contains(InetAddress.ofLiteral("2001:db8:8000::1")))
                .isFalse();
        assertThat(block("2001:db8::1").contains(InetAddress.ofLiteral("2001:db8::1")))
                .isTrue();
        assertThat(block("0.0.0.0/0").contains(InetAddress.ofLiteral("::1"))).isFalse();
        assertThat(AddressBlock.parse("192.0.2.0/33")).isEmpty();
        assertThat(AddressBlock.parse("localhost")).isEmpty();
        assertThat(AddressBlock.parse("192.0.2.0/x")).isEmpty();
    }

    private static String peerSeenBy(ListenerConfig config, String sent) throws IOException {
        ConnectionHandler telling =
                connection -> connection.out().ascii(connection.peer().getHostAddress());
        Listener listener = new Listener(config, telling);
        listener.start();
        try (listener;
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(sent.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        } catch (java.net.SocketException reset) {
            return "";
        }
    }

    private static AddressBlock block(String text) {
        Optional<AddressBlock> block = AddressBlock.parse(text);
        return block.orElseThrow();
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(ISO_8859_1));
    }
}
