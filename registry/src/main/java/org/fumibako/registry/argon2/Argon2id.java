// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.argon2;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bouncycastle.crypto.digests.Blake2bDigest;

/**
 * Derives a tag from a password (RFC 9106 §3). One thread for each hash; safe for any number of threads.
 *
 * @param memoryKibibytes m, of which what is no multiple of four times the parallelism is not used
 * @param iterations t
 * @param parallelism p: lanes, which are filled one after the other
 */
public record Argon2id(int memoryKibibytes, int iterations, int parallelism) {
    /** RFC 9106 §3.1 */
    private static final int VERSION = 0x13;

    private static final int TYPE_ID = 2;
    private static final int H0_OCTETS = 64;
    private static final int DIGEST_OCTETS = 64;

    /** A hash that costs more than this was not made for us to check. */
    public static final int MAX_MEMORY_KIBIBYTES = 1 << 18;

    public static final int MAX_ITERATIONS = 64;
    public static final int MAX_PARALLELISM = 16;

    /** @throws IllegalArgumentException when out of bounds */
    public Argon2id {
        boolean fits = parallelism >= 1
                && parallelism <= MAX_PARALLELISM
                && iterations >= 1
                && iterations <= MAX_ITERATIONS
                && memoryKibibytes >= 8 * parallelism
                && memoryKibibytes <= MAX_MEMORY_KIBIBYTES;
        if (!fits) {
            throw new IllegalArgumentException(
                    "m=" + memoryKibibytes + ",t=" + iterations + ",p=" + parallelism + " is out of bounds");
        }
    }

    /** @param octets length of the tag, at least 4 */
    public byte[] tag(byte[] password, byte[] salt, int octets) {
        byte[] h0 = h0(password, salt, octets);
        int laneLength = memoryKibibytes / (4 * parallelism) * 4;
        try (Lanes lanes = new Lanes(parallelism, laneLength)) {
            for (int lane = 0; lane < parallelism; lane++) {
                for (int block = 0; block < 2; block++) {
                    lanes.write(lane, block, longs(variable(Lanes.BLOCK_OCTETS, seed(h0, block, lane))));
                }
            }
            new Filling(lanes, iterations).run();
            return variable(octets, octets(lanes.last()));
        }
    }

    private byte[] h0(byte[] password, byte[] salt, int octets) {
        byte[] in = new byte[10 * Integer.BYTES + password.length + salt.length];
        ByteBuffer to = littleEndian(in);
        to.putInt(parallelism).putInt(octets).putInt(memoryKibibytes).putInt(iterations);
        to.putInt(VERSION).putInt(TYPE_ID);
        to.putInt(password.length).put(password).putInt(salt.length).put(salt);
        to.putInt(0).putInt(0);
        return digest(H0_OCTETS, in);
    }

    private static byte[] seed(byte[] h0, int block, int lane) {
        byte[] in = new byte[H0_OCTETS + 2 * Integer.BYTES];
        littleEndian(in).put(h0).putInt(block).putInt(lane);
        return in;
    }

    /** The hash function of any length, H' (RFC 9106 §3.3). */
    private static byte[] variable(int octets, byte[] in) {
        byte[] first = new byte[Integer.BYTES + in.length];
        littleEndian(first).putInt(octets).put(in);
        if (octets <= DIGEST_OCTETS) {
            return digest(octets, first);
        }
        byte[] out = new byte[octets];
        ByteBuffer to = ByteBuffer.wrap(out);
        byte[] part = digest(DIGEST_OCTETS, first);
        while (to.remaining() > DIGEST_OCTETS) {
            to.put(part, 0, DIGEST_OCTETS / 2);
            part = digest(Math.min(DIGEST_OCTETS, to.remaining()), part);
        }
        to.put(part, 0, to.remaining());
        return out;
    }

    private static byte[] digest(int octets, byte[] in) {
        Blake2bDigest blake2b = new Blake2bDigest(octets * Byte.SIZE);
        blake2b.update(in, 0, in.length);
        byte[] out = new byte[octets];
        blake2b.doFinal(out, 0);
        return out;
    }

    private static long[] longs(byte[] octets) {
        long[] longs = new long[octets.length / Long.BYTES];
        littleEndian(octets).asLongBuffer().get(longs);
        return longs;
    }

    private static byte[] octets(long[] longs) {
        byte[] octets = new byte[longs.length * Long.BYTES];
        littleEndian(octets).asLongBuffer().put(longs);
        return octets;
    }

    private static ByteBuffer littleEndian(byte[] octets) {
        return ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN);
    }
}
