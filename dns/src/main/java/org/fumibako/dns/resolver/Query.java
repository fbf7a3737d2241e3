// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.resolver;

import java.util.random.RandomGenerator;
import org.fumibako.dns.Question;
import org.fumibako.dns.wire.MessageWriter;
import org.fumibako.dns.wire.Wire;

/**
 * One question as it is sent: with a random id and letters in random case, both of which the reply must repeat (RFC 5452 §9.1).
 *
 * @param message the whole message
 * @param questionEnd where the question ends and EDNS begins
 */
record Query(byte[] message, int questionEnd) {
    /** What a question asks for with EDNS: no more than what passes unfragmented. */
    private static final int OWN_SIZE = Wire.SAFE_UDP;

    static Query of(Question question, boolean edns, RandomGenerator random) {
        MessageWriter out = new MessageWriter();
        out.u16(random.nextInt(0x10000)).u16(Wire.RD | Wire.AD);
        out.u16(1).u16(0).u16(0).u16(edns ? 1 : 0);
        out.name(question.name()).u16(question.type().code()).u16(Wire.CLASS_IN);
        int end = out.position();
        if (edns) {
            out.u8(0).u16(Wire.TYPE_OPT).u16(OWN_SIZE).u32(0).u16(0);
        }
        byte[] message = out.message();
        mixCase(message, end - 4, random);
        return new Query(message, end);
    }

    int id() {
        return (message[0] & 0xFF) << 8 | (message[1] & 0xFF);
    }

    /** Whether a message has the question of this one, letter for letter. */
    boolean isRepeatedBy(byte[] reply, int length) {
        if (length < questionEnd) {
            return false;
        }
        for (int i = Wire.HEADER; i < questionEnd; i++) {
            if (reply[i] != message[i]) {
                return false;
            }
        }
        return true;
    }

    /** Length octets are below 64, so below the letters. */
    private static void mixCase(byte[] message, int end, RandomGenerator random) {
        for (int i = Wire.HEADER; i < end; i++) {
            if (message[i] >= 'a' && message[i] <= 'z' && random.nextBoolean()) {
                message[i] = (byte) (message[i] - ('a' - 'A'));
            }
        }
    }
}
