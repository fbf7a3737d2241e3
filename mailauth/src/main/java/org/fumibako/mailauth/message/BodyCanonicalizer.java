// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.message;

import java.util.List;

/**
 * Makes the canonical form of a body as its octets come, in any pieces (RFC 6376 §3.4.3, §3.4.4). Line breaks and white space
 * wait until it is known that something follows, as those at the end do not count.
 */
final class BodyCanonicalizer {
    private static final int STAGE = 8_192;

    private final boolean relaxed;
    private final List<BodyDigest> digests;
    private final byte[] stage = new byte[STAGE];
    private int staged;
    private long lineBreaks;
    private boolean space;
    private boolean cr;
    private boolean anything;

    BodyCanonicalizer(Canonicalization form, List<BodyDigest> digests) {
        this.relaxed = form == Canonicalization.RELAXED;
        this.digests = digests;
    }

    void update(byte[] octets, int begin, int end) {
        for (int i = begin; i < end; i++) {
            byte octet = octets[i];
            if (octet == '\n') {
                cr = false;
                space = false;
                lineBreaks++;
                continue;
            }
            if (cr) {
                content((byte) '\r');
                cr = false;
            }
            if (octet == '\r') {
                cr = true;
            } else if (relaxed && (octet == ' ' || octet == '\t')) {
                space = true;
            } else {
                content(octet);
            }
        }
    }

    /** A body with content ends with one line break; one without is a line break in simple form and nothing in relaxed. */
    void finish() {
        if (cr) {
            content((byte) '\r');
        }
        if (anything || !relaxed) {
            put((byte) '\r');
            put((byte) '\n');
        }
        flush();
    }

    private void content(byte octet) {
        anything = true;
        while (lineBreaks > 0) {
            put((byte) '\r');
            put((byte) '\n');
            lineBreaks--;
        }
        if (space) {
            put((byte) ' ');
            space = false;
        }
        put(octet);
    }

    private void put(byte octet) {
        if (staged == STAGE) {
            flush();
        }
        stage[staged] = octet;
        staged++;
    }

    private void flush() {
        for (BodyDigest digest : digests) {
            digest.update(stage, staged);
        }
        staged = 0;
    }
}
