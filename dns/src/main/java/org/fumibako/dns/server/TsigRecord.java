// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.server;

import org.fumibako.dns.DnsName;
import org.fumibako.dns.wire.MalformedMessageException;
import org.fumibako.dns.wire.MessageReader;
import org.fumibako.dns.wire.MessageWriter;
import org.fumibako.dns.wire.Wire;

/**
 * A TSIG record (RFC 8945 §4.2).
 *
 * @param time when it was signed, in seconds
 * @param fudge how far clocks may be apart, in seconds
 * @param originalId the id that was signed
 */
record TsigRecord(
        DnsName key, DnsName algorithm, long time, int fudge, byte[] mac, int originalId, int error, byte[] other) {
    static final int BAD_SIGNATURE = 16;
    static final int BAD_KEY = 17;
    static final int BAD_TIME = 18;

    /** The fudge we put in ours (RFC 8945 §10 recommends it). */
    static final int FUDGE = 300;

    /** Reads the record that is the last of a message. */
    static TsigRecord read(byte[] message, int length, int at) throws MalformedMessageException {
        MessageReader in = new MessageReader(message, length);
        in.skip(at);
        DnsName key = name(in);
        in.u16();
        if (in.u16() != Wire.CLASS_ANY || in.u32() != 0 || in.u16() != in.left()) {
            throw new MalformedMessageException("not a TSIG record");
        }
        DnsName algorithm = name(in);
        long time = (long) in.u16() << 32 | in.u32();
        int fudge = in.u16();
        byte[] mac = in.octets(in.u16());
        int id = in.u16();
        int error = in.u16();
        byte[] other = in.octets(in.u16());
        if (in.left() != 0) {
            throw new MalformedMessageException("a TSIG record does not end where it says");
        }
        return new TsigRecord(key, algorithm, time, fudge, mac, id, error, other);
    }

    /** Octets that a signature with a key takes at most, with the time that is sent with BADTIME. */
    static int size(DnsName key) {
        return new TsigRecord(key, TsigKey.ALGORITHM, 0, FUDGE, new byte[TsigKey.MAC], 0, 0, new byte[6])
                .write()
                .length;
    }

    /** The octets of the whole record, which go to the end of a message. */
    byte[] write() {
        MessageWriter out = MessageWriter.plain();
        out.name(key).u16(Wire.TYPE_TSIG).u16(Wire.CLASS_ANY).u32(0);
        int length = out.position();
        out.u16(0).name(algorithm);
        time(out).u16(mac.length).octets(mac).u16(originalId).u16(error);
        out.u16(other.length).octets(other);
        out.u16At(length, out.position() - length - 2);
        return out.message();
    }

    /** What is signed besides the message: everything (RFC 8945 §4.3.3) ... */
    byte[] variables() {
        MessageWriter out = MessageWriter.plain();
        out.name(key).u16(Wire.CLASS_ANY).u32(0).name(algorithm);
        time(out).u16(error).u16(other.length).octets(other);
        return out.message();
    }

    /** ... or, from the second message of several on, the time alone (RFC 8945 §5.3.1). */
    byte[] timers() {
        return time(MessageWriter.plain()).message();
    }

    private MessageWriter time(MessageWriter out) {
        return out.u16((int) (time >> 32)).u32(time & 0xFFFF_FFFFL).u16(fudge);
    }

    private static DnsName name(MessageReader in) throws MalformedMessageException {
        return in.name().orElseThrow(() -> new MalformedMessageException("a key with an odd name"));
    }
}
