// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import java.util.Arrays;

/** Gathers the octets of one header as the window passes over them, as many as the limits allow. */
final class HeaderBlock {
    private final MimeLimits limits;
    private byte[] octets = {};
    private int length;

    HeaderBlock(MimeLimits limits) {
        this.limits = limits;
    }

    void append(OctetWindow window) {
        int count = Math.min(window.next() - window.from(), limits.headerOctets() - length);
        if (length + count > octets.length) {
            octets = Arrays.copyOf(octets, Math.max(length + count, Math.max(2_048, octets.length * 2)));
        }
        System.arraycopy(window.octets(), window.from(), octets, length, count);
        length += count;
    }

    void clear() {
        length = 0;
    }

    /** The fields gathered so far; good until {@link #append} or {@link #clear}. */
    Headers headers() {
        return Headers.of(octets, length, limits);
    }
}
