// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.argon2;

/** Fills the lanes, segment by segment, as often as there are iterations (RFC 9106 §3.2, §3.4). For one thread. */
final class Filling {
    private static final int SLICES = 4;
    private static final int TYPE_ID = 2;

    private final Lanes lanes;
    private final int iterations;
    private final int segment;
    private final Compression compression = new Compression();
    private final long[] previous = new long[Lanes.BLOCK_LONGS];
    private final long[] reference = new long[Lanes.BLOCK_LONGS];
    private final long[] old = new long[Lanes.BLOCK_LONGS];

    /** Which segment is being filled. */
    private record Place(int pass, int lane, int slice) {
        /** Whether what is read depends on where alone, not on the password: half of the first pass (RFC 9106 §3.4.1.3). */
        boolean independent() {
            return pass == 0 && slice < SLICES / 2;
        }

        boolean first() {
            return pass == 0 && slice == 0;
        }
    }

    Filling(Lanes lanes, int iterations) {
        this.lanes = lanes;
        this.iterations = iterations;
        this.segment = lanes.length() / SLICES;
    }

    void run() {
        for (int pass = 0; pass < iterations; pass++) {
            for (int slice = 0; slice < SLICES; slice++) {
                for (int lane = 0; lane < lanes.count(); lane++) {
                    fill(new Place(pass, lane, slice));
                }
            }
        }
    }

    private void fill(Place place) {
        Addresses addresses = new Addresses(place);
        int begin = place.first() ? 2 : 0;
        int block = place.slice() * segment + begin;
        lanes.read(place.lane(), before(block), previous);
        for (int i = begin; i < segment; i++, block++) {
            long random = place.independent() ? addresses.at(i) : previous[0];
            int lane = place.first() ? place.lane() : (int) ((random >>> 32) % lanes.count());
            lanes.read(lane, referenced(place, i, lane == place.lane(), random & 0xffffffffL), reference);
            if (place.pass() == 0) {
                compression.compress(previous, reference, previous);
            } else {
                lanes.read(place.lane(), block, old);
                compression.compress(previous, reference, previous);
                for (int j = 0; j < Lanes.BLOCK_LONGS; j++) {
                    previous[j] ^= old[j];
                }
            }
            lanes.write(place.lane(), block, previous);
        }
    }

    private int before(int block) {
        return block == 0 ? lanes.length() - 1 : block - 1;
    }

    /** Which block of the lane is read, among those that are finished (RFC 9106 §3.4.2). */
    private int referenced(Place place, int index, boolean sameLane, long j1) {
        int finished = place.pass() == 0 ? place.slice() * segment : lanes.length() - segment;
        long area = sameLane ? finished + index - 1L : finished - (index == 0 ? 1L : 0L);
        long x = (j1 * j1) >>> 32;
        long relative = area - 1 - ((area * x) >>> 32);
        long start = place.pass() == 0 ? 0 : (place.slice() + 1L) * segment;
        return (int) ((start + relative) % lanes.length());
    }

    /** The pseudo-random words of a segment whose reads depend on where alone (RFC 9106 §3.4.1.2). */
    private final class Addresses {
        private final long[] input = new long[Lanes.BLOCK_LONGS];
        private final long[] words = new long[Lanes.BLOCK_LONGS];
        private final long[] zero = new long[Lanes.BLOCK_LONGS];

        Addresses(Place place) {
            input[0] = place.pass();
            input[1] = place.lane();
            input[2] = place.slice();
            input[3] = (long) lanes.count() * lanes.length();
            input[4] = iterations;
            input[5] = TYPE_ID;
        }

        long at(int index) {
            int within = index % Lanes.BLOCK_LONGS;
            if (input[6] == 0 || within == 0) {
                input[6]++;
                compression.compress(zero, input, words);
                compression.compress(zero, words, words);
            }
            return words[within];
        }
    }
}
