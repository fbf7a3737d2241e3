// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.server;

import org.fumibako.dns.DnsName;
import org.fumibako.dns.wire.MessageWriter;
import org.fumibako.dns.wire.Wire;

/**
 * The name in a question: its octets in lower case, where its labels begin, and the hash of each tail. Used again for every message;
 * for one thread.
 */
final class QuestionName {
    /** Labels in the longest name: one octet each and its length, and the root. */
    private static final int MAX_LABELS = Wire.MAX_NAME / 2 + 1;

    private static final int POINTER_OR_UNKNOWN = 0xC0;

    private final byte[] octets = new byte[Wire.MAX_NAME];
    private final int[] offsets = new int[MAX_LABELS];
    private final int[] hashes = new int[MAX_LABELS];
    private int length;
    private int labels;

    /** Reads the name at {@code from}; returns where it ends, or -1 when there is none. A question has nothing to point back to. */
    int read(byte[] message, int from, int end) {
        int at = from;
        labels = 0;
        while (at < end && at - from < Wire.MAX_NAME) {
            int count = message[at];
            if (count == 0) {
                length = at + 1 - from;
                copy(message, from);
                return at + 1;
            }
            if ((count & POINTER_OR_UNKNOWN) != 0) {
                return -1;
            }
            offsets[labels++] = at - from;
            at += count + 1;
        }
        return -1;
    }

    void set(DnsName name) {
        byte[] wire = new MessageWriter().plainName(name).message();
        read(wire, 0, wire.length);
    }

    byte[] octets() {
        return octets;
    }

    /** Octets with the root. */
    int length() {
        return length;
    }

    /** Labels without the root. */
    int labels() {
        return labels;
    }

    int offset(int label) {
        return offsets[label];
    }

    /** The hash of the name without its first {@code label} labels. */
    int hash(int label) {
        return hashes[label];
    }

    /** From the end to the beginning, so that one pass gives the hash of every tail. Length octets are not letters. */
    private void copy(byte[] message, int from) {
        int hash = 0;
        int label = labels - 1;
        for (int i = length - 1; i >= 0; i--) {
            byte octet = message[from + i];
            if (octet >= 'A' && octet <= 'Z') {
                octet = (byte) (octet | 0x20);
            }
            octets[i] = octet;
            hash = 0x01000193 * (hash ^ (octet & 0xFF));
            if (label >= 0 && i == offsets[label]) {
                hashes[label--] = hash;
            }
        }
    }
}
