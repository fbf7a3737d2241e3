// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.util.Arrays;
import java.util.Optional;

/**
 * The header with which a proxy says for whom it connects: version 1 (a line) and version 2 (binary) of HAProxy's PROXY
 * protocol. Reads not one octet beyond the header.
 */
final class ProxyHeader {
    /** Version 1, CRLF included (PROXY protocol §2.1). */
    private static final int MAX_LINE = 107;

    /** Version 2, addresses and TLVs; the length field could say 65,535, real headers stay below 600. */
    private static final int MAX_BODY = 4096;

    private static final byte[] SIGNATURE = {0x0d, 0x0a, 0x0d, 0x0a, 0x00, 0x0d, 0x0a, 0x51, 0x55, 0x49, 0x54, 0x0a};

    private ProxyHeader() {}

    /**
     * Reads the header.
     *
     * @return whom the proxy speaks for; empty when it speaks for itself ({@code UNKNOWN}, {@code LOCAL})
     * @throws ProtocolException when this is no header
     */
    static Optional<InetAddress> read(InputStream in) throws IOException {
        int first = octet(in);
        return first == SIGNATURE[0] ? readBinary(in) : readLine(in, first);
    }

    private static Optional<InetAddress> readLine(InputStream in, int first) throws IOException {
        StringBuilder line = new StringBuilder().append((char) first);
        while (line.length() < 2 || line.charAt(line.length() - 1) != '\n') {
            if (line.length() == MAX_LINE) {
                throw new ProtocolException("PROXY line too long");
            }
            line.append((char) octet(in));
        }
        if (!line.toString().endsWith("\r\n")) {
            throw new ProtocolException("PROXY line without CRLF");
        }
        String[] words = line.substring(0, line.length() - 2).split(" ", -1);
        if (words.length >= 2 && words[0].equals("PROXY") && words[1].equals("UNKNOWN")) {
            return Optional.empty();
        }
        if (words.length != 6 || !words[0].equals("PROXY")) {
            throw new ProtocolException("not a PROXY line");
        }
        return Optional.of(literal(words[1], words[2]));
    }

    private static InetAddress literal(String family, String address) throws ProtocolException {
        int octets = switch (family) {
            case "TCP4" -> 4;
            case "TCP6" -> 16;
            default -> throw new ProtocolException("PROXY family");
        };
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            if (parsed.getAddress().length == octets || octets == 16) {
                return parsed;
            }
        } catch (IllegalArgumentException e) {
            // Refused below, together with an address of the wrong family.
        }
        throw new ProtocolException("PROXY address");
    }

    private static Optional<InetAddress> readBinary(InputStream in) throws IOException {
        byte[] fixed = exactly(in, SIGNATURE.length - 1 + 4);
        if (!Arrays.equals(fixed, 0, SIGNATURE.length - 1, SIGNATURE, 1, SIGNATURE.length)) {
            throw new ProtocolException("not a PROXY header");
        }
        int versionCommand = fixed[SIGNATURE.length - 1] & 0xff;
        int family = fixed[SIGNATURE.length] & 0xff;
        int length = (fixed[SIGNATURE.length + 1] & 0xff) << 8 | (fixed[SIGNATURE.length + 2] & 0xff);
        if (versionCommand >>> 4 != 2 || (versionCommand & 0x0f) > 1 || length > MAX_BODY) {
            throw new ProtocolException("PROXY header version 2");
        }
        byte[] body = exactly(in, length);
        boolean local = (versionCommand & 0x0f) == 0;
        return local ? Optional.empty() : source(family, body);
    }

    private static Optional<InetAddress> source(int family, byte[] body) throws IOException {
        return switch (family) {
            case 0x11 -> Optional.of(address(body, 4, 12));
            case 0x21 -> Optional.of(address(body, 16, 36));
            default -> Optional.empty();
        };
    }

    private static InetAddress address(byte[] body, int octets, int needed) throws IOException {
        if (body.length < needed) {
            throw new ProtocolException("PROXY header too short");
        }
        return InetAddress.getByAddress(Arrays.copyOf(body, octets));
    }

    private static byte[] exactly(InputStream in, int count) throws IOException {
        byte[] octets = in.readNBytes(count);
        if (octets.length < count) {
            throw new EOFException("PROXY header cut off");
        }
        return octets;
    }

    private static int octet(InputStream in) throws IOException {
        int octet = in.read();
        if (octet < 0) {
            throw new EOFException("no PROXY header");
        }
        return octet;
    }
}
