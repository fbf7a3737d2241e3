// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.argon2;

/** The compression function G of two blocks (RFC 9106 §3.5). For one thread. */
final class Compression {
    private final long[] sum = new long[Lanes.BLOCK_LONGS];

    /** Writes G(x, y) to {@code out}, which may be one of the two. */
    void compress(long[] x, long[] y, long[] out) {
        for (int i = 0; i < Lanes.BLOCK_LONGS; i++) {
            long both = x[i] ^ y[i];
            sum[i] = both;
            out[i] = both;
        }
        for (int row = 0; row < 8; row++) {
            permute(out, 16 * row, 2);
        }
        for (int column = 0; column < 8; column++) {
            permute(out, 2 * column, 16);
        }
        for (int i = 0; i < Lanes.BLOCK_LONGS; i++) {
            out[i] ^= sum[i];
        }
    }

    /** The permutation P (RFC 9106 §3.6) of eight pairs of words, {@code step} apart. */
    private static void permute(long[] v, int base, int step) {
        int a = base;
        int b = base + 2 * step;
        int c = base + 4 * step;
        int d = base + 6 * step;
        mix(v, a, b, c, d);
        mix(v, a + 1, b + 1, c + 1, d + 1);
        mix(v, a + step, b + step, c + step, d + step);
        mix(v, a + step + 1, b + step + 1, c + step + 1, d + step + 1);
        mix(v, a, b + 1, c + step, d + step + 1);
        mix(v, a + 1, b + step, c + step + 1, d);
        mix(v, a + step, b + step + 1, c, d + 1);
        mix(v, a + step + 1, b, c + 1, d + step);
    }

    /** The function GB of RFC 9106 §3.6. */
    private static void mix(long[] v, int ia, int ib, int ic, int id) {
        long a = v[ia];
        long b = v[ib];
        long c = v[ic];
        long d = v[id];
        a = add(a, b);
        d = Long.rotateRight(d ^ a, 32);
        c = add(c, d);
        b = Long.rotateRight(b ^ c, 24);
        a = add(a, b);
        d = Long.rotateRight(d ^ a, 16);
        c = add(c, d);
        b = Long.rotateRight(b ^ c, 63);
        v[ia] = a;
        v[ib] = b;
        v[ic] = c;
        v[id] = d;
    }

    private static long add(long x, long y) {
        return x + y + 2 * (x & 0xffffffffL) * (y & 0xffffffffL);
    }
}
