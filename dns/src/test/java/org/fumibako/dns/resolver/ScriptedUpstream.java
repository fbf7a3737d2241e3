// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.resolver;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.wire.MessageReader;
import org.fumibako.dns.wire.Wire;

/** A name server that answers each question with the messages a test wants, over UDP and TCP on one port. */
final class ScriptedUpstream implements AutoCloseable {
    private final DatagramSocket udp;
    private final ServerSocket tcp;
    private final Function<Asked, List<byte[]>> script;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    /** A question as it came. */
    record Asked(byte[] message, DnsName name, int type, boolean tcp) {
        boolean edns() {
            return message[11] != 0;
        }

        /** The id, flags that say "response" and others, and the question as it was asked. */
        ReplyBuilder reply(int flags) {
            return new ReplyBuilder(message, name, flags);
        }
    }

    ScriptedUpstream(Function<Asked, List<byte[]>> script) throws IOException {
        this.script = script;
        this.tcp = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.udp = new DatagramSocket(tcp.getLocalPort(), InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serveUdp);
        Thread.ofVirtual().start(this::serveTcp);
    }

    Upstream upstream(boolean trusted) {
        return new Upstream(new InetSocketAddress(InetAddress.getLoopbackAddress(), tcp.getLocalPort()), trusted);
    }

    List<Asked> asked() {
        return asked;
    }

    @Override
    public void close() throws IOException {
        udp.close();
        tcp.close();
    }

    private void serveUdp() {
        DatagramPacket packet = new DatagramPacket(new byte[Wire.MAX_MESSAGE], Wire.MAX_MESSAGE);
        try {
            while (true) {
                udp.receive(packet);
                byte[] message = Arrays.copyOf(packet.getData(), packet.getLength());
                for (byte[] reply : answer(message, false)) {
                    udp.send(new DatagramPacket(reply, reply.length, packet.getSocketAddress()));
                }
            }
        } catch (IOException e) {
            // Closed by the test.
        }
    }

    private void serveTcp() {
        try {
            while (true) {
                try (Socket socket = tcp.accept()) {
                    DataInputStream in = new DataInputStream(socket.getInputStream());
                    byte[] message = in.readNBytes(in.readUnsignedShort());
                    OutputStream out = socket.getOutputStream();
                    for (byte[] reply : answer(message, true)) {
                        out.write(new byte[] {(byte) (reply.length >> 8), (byte) reply.length});
                        out.write(reply);
                    }
                }
            }
        } catch (IOException e) {
            // Closed by the test.
        }
    }

    private List<byte[]> answer(byte[] message, boolean overTcp) {
        try {
            MessageReader in = new MessageReader(message, message.length);
            in.skip(Wire.HEADER);
            Asked question = new Asked(message, in.name().orElseThrow(), in.u16(), overTcp);
            asked.add(question);
            return script.apply(question);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
