// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.scan;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Where a program listens: an address and port, or a Unix socket. An interrupt closes what was opened. */
public record Door(SocketAddress address) {
    public static Door of(InetSocketAddress address) {
        return new Door(address);
    }

    public static Door of(Path socket) {
        return new Door(UnixDomainSocketAddress.of(socket));
    }

    SocketChannel open() throws IOException {
        try {
            return SocketChannel.open(address);
        } catch (IOException unreachable) {
            throw new IOException("cannot be reached at " + address + ": " + unreachable.getMessage(), unreachable);
        }
    }

    static void write(SocketChannel channel, String line) throws IOException {
        write(channel, ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
    }

    static void write(SocketChannel channel, ByteBuffer octets) throws IOException {
        while (octets.hasRemaining()) {
            channel.write(octets);
        }
    }

    /** Sends a whole stream. */
    static void copy(InputStream from, SocketChannel to) throws IOException {
        byte[] buffer = new byte[65_536];
        for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
            write(to, ByteBuffer.wrap(buffer, 0, count));
        }
    }

    /** All that comes until the other side closes. */
    static String readAll(SocketChannel channel, int most) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(4_096);
        while (channel.read(buffer) >= 0) {
            out.write(buffer.array(), 0, buffer.position());
            buffer.clear();
            if (out.size() > most) {
                throw new IOException("its answer is longer than " + most + " octets");
            }
        }
        if (out.size() == 0) {
            throw new EOFException("it closed the connection without an answer");
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
