// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.server;

import java.time.InstantSource;
import java.util.Arrays;
import javax.crypto.Mac;

/** Signs messages with one key, each bound to the one before it: a reply to its request, a transfer's next message to its last. */
final class TsigSigner {
    private final TsigKey key;
    private final InstantSource clock;
    private byte[] before;
    private boolean first = true;

    /** @param before the MAC that the first message answers; empty for a request of our own */
    TsigSigner(TsigKey key, InstantSource clock, byte[] before) {
        this.key = key;
        this.clock = clock;
        this.before = before;
    }

    byte[] sign(byte[] message) {
        return sign(message, clock.instant().getEpochSecond(), 0, new byte[0]);
    }

    /** The message with a TSIG record at its end. */
    byte[] sign(byte[] message, long time, int error, byte[] other) {
        int id = (message[0] & 0xFF) << 8 | (message[1] & 0xFF);
        TsigRecord unsigned =
                new TsigRecord(key.name(), TsigKey.ALGORITHM, time, TsigRecord.FUDGE, new byte[0], id, error, other);
        byte[] mac = mac(key, before, message, first ? unsigned.variables() : unsigned.timers());
        before = mac;
        first = false;
        TsigRecord signed =
                new TsigRecord(key.name(), TsigKey.ALGORITHM, time, TsigRecord.FUDGE, mac, id, error, other);
        return append(message, signed);
    }

    static byte[] append(byte[] message, TsigRecord record) {
        byte[] tail = record.write();
        byte[] whole = Arrays.copyOf(message, message.length + tail.length);
        System.arraycopy(tail, 0, whole, message.length, tail.length);
        int count = ((message[10] & 0xFF) << 8 | (message[11] & 0xFF)) + 1;
        whole[10] = (byte) (count >> 8);
        whole[11] = (byte) count;
        return whole;
    }

    /** The MAC over what came before, the message and the record (RFC 8945 §4.3). */
    static byte[] mac(TsigKey key, byte[] before, byte[] message, byte[] variables) {
        Mac mac = key.mac();
        if (before.length > 0) {
            mac.update((byte) (before.length >> 8));
            mac.update((byte) before.length);
            mac.update(before);
        }
        mac.update(message);
        return mac.doFinal(variables);
    }
}
