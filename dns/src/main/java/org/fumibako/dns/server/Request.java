// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.server;

import org.fumibako.dns.wire.Wire;

/** One message from a client, read in place. Used again for every message; for one thread. */
final class Request {
    private final QuestionName name = new QuestionName();
    private byte[] message = new byte[0];
    private int length;
    private int flags;
    private int type;
    private int questionClass;
    private int questionEnd;
    private boolean edns;
    private int ednsVersion;
    private int udpSize;
    private int tsig;

    /** What became of reading. */
    enum Outcome {
        /** To be answered. */
        READ,
        /** To be told that it is malformed. */
        MALFORMED,
        /** Not even a question: answering would only help who sends such things (RFC 1035 §7.3). */
        NOTHING
    }

    /** Reads {@code length} octets; they must stay as they are until the request has been answered. */
    Outcome read(byte[] octets, int size) {
        message = octets;
        length = size;
        questionEnd = Wire.HEADER;
        edns = false;
        ednsVersion = 0;
        udpSize = Wire.PLAIN_UDP;
        tsig = -1;
        type = 0;
        if (size < Wire.HEADER) {
            return Outcome.NOTHING;
        }
        flags = u16(2);
        if ((flags & Wire.QR) != 0) {
            return Outcome.NOTHING;
        }
        return u16(4) == 1 && question() && records() ? Outcome.READ : Outcome.MALFORMED;
    }

    private boolean question() {
        int end = name.read(message, Wire.HEADER, length);
        if (end < 0 || end + 4 > length) {
            return false;
        }
        type = u16(end);
        questionClass = u16(end + 2);
        questionEnd = end + 4;
        return true;
    }

    /** Passes over the records, of which only EDNS and TSIG matter here. */
    private boolean records() {
        int before = u16(6) + u16(8);
        int count = before + u16(10);
        int at = questionEnd;
        for (int i = 0; i < count; i++) {
            int owner = at;
            at = afterName(at);
            if (at < 0 || at + 10 > length || tsig >= 0) {
                return false;
            }
            int kind = u16(at);
            if (i >= before && kind == Wire.TYPE_OPT && !edns(owner, at)) {
                return false;
            } else if (i >= before && kind == Wire.TYPE_TSIG) {
                tsig = owner;
            }
            at += 10 + u16(at + 8);
        }
        return at == length;
    }

    /** At most one, at the root (RFC 6891 §6.1.1). */
    private boolean edns(int owner, int at) {
        boolean proper = !edns && message[owner] == 0;
        edns = true;
        udpSize = Math.max(Wire.PLAIN_UDP, u16(at + 2));
        ednsVersion = message[at + 5] & 0xFF;
        return proper;
    }

    private int afterName(int from) {
        int at = from;
        while (at < length) {
            int octet = message[at] & 0xFF;
            if (octet == 0) {
                return at + 1;
            }
            if (octet >= 0xC0) {
                return at + 2;
            }
            at += octet + 1;
        }
        return -1;
    }

    private int u16(int at) {
        return (message[at] & 0xFF) << 8 | (message[at + 1] & 0xFF);
    }

    QuestionName name() {
        return name;
    }

    byte[] message() {
        return message;
    }

    int length() {
        return length;
    }

    int id() {
        return u16(0);
    }

    int flags() {
        return flags;
    }

    int opcode() {
        return flags & Wire.OPCODE_MASK;
    }

    int type() {
        return type;
    }

    int questionClass() {
        return questionClass;
    }

    /** Where the question ends; the end of the header when there is none. */
    int questionEnd() {
        return questionEnd;
    }

    boolean edns() {
        return edns;
    }

    int ednsVersion() {
        return ednsVersion;
    }

    /** What the client can take over UDP. */
    int udpSize() {
        return udpSize;
    }

    /** Where the TSIG record begins, or -1. */
    int tsig() {
        return tsig;
    }
}
