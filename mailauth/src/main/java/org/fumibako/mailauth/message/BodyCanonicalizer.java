// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.message;

import java.util.List;

/**
 * Makes the canonical form of a body as its octets come, in any pieces (RFC 6376 §3.4.3, §3.4.4). Line breaks and white space
 * wait until it is known that something follows, as those at the end do not count.
 */
final class BodyCanonicalizer {
    private static final int STAGE = 8_192;

    private static final boolean[] PLAIN_SIMPLE = plain("\r\n");
    private static final boolean[] PLAIN_RELAXED = plain("\r\n \t");

    private final boolean relaxed;
    private final boolean[] plain;
    private final List<BodyDigest> digests;
    private final byte[] stage = new byte[STAGE];
    private int staged;
    private long lineBreaks;
    private boolean space;
    private boolean cr;
    private boolean anything;

    BodyCanonicalizer(Canonicalization form, List<BodyDigest> digests) {
        this.relaxed = form == Canonicalization.RELAXED;
        this.plain = relaxed ? PLAIN_RELAXED : PLAIN_SIMPLE;
        this.digests = digests;
    }

    void update(byte[] octets, int begin, int end) {
        int i = begin;
        while (i < end) {
            int run = i;
            while (run < end && plain[octets[run] & 0xff]) {
                run++;
            }
            if (run > i) {
                release();
                put(octets, i, run);
                i = run;
            } else {
                hold(octets[i]);
                i++;
            }
        }
    }

    /** A body with content ends with one line break; one without is a line break in simple form and nothing in relaxed. */
    void finish() {
        if (cr) {
            bareCr();
        }
        if (anything || !relaxed) {
            put((byte) '\r');
            put((byte) '\n');
        }
        flush();
    }

    /** Takes an octet of which it is not known yet whether it counts. */
    private void hold(byte octet) {
        if (octet == '\n') {
            cr = false;
            space = false;
            lineBreaks++;
        } else if (octet == '\r') {
            if (cr) {
                bareCr();
            }
            cr = true;
        } else {
            if (cr) {
                bareCr();
            }
            space = true;
        }
    }

    /** A CR that no LF follows is an octet like others. */
    private void bareCr() {
        cr = false;
        release();
        put((byte) '\r');
    }

    /** Something that counts follows, so all that was held does too. */
    private void release() {
        if (cr) {
            bareCr();
        }
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
    }

    private void put(byte[] octets, int begin, int end) {
        for (int from = begin; from < end; ) {
            if (staged == STAGE) {
                flush();
            }
            int count = Math.min(end - from, STAGE - staged);
            System.arraycopy(octets, from, stage, staged, count);
            staged += count;
            from += count;
        }
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

    private static boolean[] plain(String others) {
        boolean[] plain = new boolean[256];
        for (int octet = 0; octet < plain.length; octet++) {
            plain[octet] = others.indexOf(octet) < 0;
        }
        return plain;
    }
}
