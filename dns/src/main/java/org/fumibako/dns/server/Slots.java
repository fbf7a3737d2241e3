// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.server;

import java.util.Arrays;
import org.fumibako.dns.RecordType;
import org.fumibako.dns.wire.Wire;

/** Where the answer for a type is kept: one slot for each type we know, one for ANY, one for all others, whose answers are alike. */
final class Slots {
    private static final RecordType[] TYPES = RecordType.values();
    static final int ANY = TYPES.length;
    static final int OTHER = ANY + 1;
    static final int COUNT = OTHER + 1;

    private static final byte[] BY_CODE = new byte[RecordType.CAA.code() + 1];

    static {
        Arrays.fill(BY_CODE, (byte) OTHER);
        for (int slot = 0; slot < TYPES.length; slot++) {
            BY_CODE[TYPES[slot].code()] = (byte) slot;
        }
        BY_CODE[Wire.TYPE_ANY] = (byte) ANY;
    }

    private Slots() {}

    static int of(int code) {
        return code < BY_CODE.length ? BY_CODE[code] : OTHER;
    }

    /** Whether a record type is what the slot is about. */
    static boolean asks(int slot, RecordType type) {
        return slot < TYPES.length && TYPES[slot] == type;
    }
}
