// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.control;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** One message on the control socket. */
record Frame(Kind kind, String text) {
    /** Octets in a frame: far above any argument or line of output, far below what would hurt. */
    static final int MAX = 1 << 20;

    enum Kind {
        ARGUMENT('a'),
        RUN('r'),
        ANSWER('n'),
        OUT('o'),
        ERR('e'),
        ASK('q'),
        EXIT('x');

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        private static Kind of(int code) throws IOException {
            for (Kind kind : values()) {
                if (kind.code == code) {
                    return kind;
                }
            }
            throw new IOException("not a frame of the control socket");
        }
    }

    static Frame read(DataInputStream in) throws IOException {
        Kind kind = Kind.of(in.readUnsignedByte());
        int length = in.readInt();
        if (length < 0 || length > MAX) {
            throw new IOException("not a frame of the control socket");
        }
        byte[] octets = new byte[length];
        in.readFully(octets);
        return new Frame(kind, new String(octets, StandardCharsets.UTF_8));
    }

    void write(DataOutputStream out) throws IOException {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        out.writeByte(kind.code);
        out.writeInt(octets.length);
        out.write(octets);
        out.flush();
    }
}
