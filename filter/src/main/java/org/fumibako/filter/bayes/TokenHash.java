// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.bayes;

/**
 * 64 bits for a token (FNV-1a, and a finish that spreads it). Rows of counts are keyed by it: it never changes. Two of a million words
 * that fall together are of no weight.
 */
final class TokenHash {
    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private TokenHash() {}

    /** What a token of a field begins with, so that a word in the subject is another than the same in the text. */
    static long seed(String field) {
        return add(BASIS, field) * PRIME;
    }

    static long add(long hash, char c) {
        return (hash ^ c) * PRIME;
    }

    static long add(long hash, String text) {
        long sum = hash;
        for (int i = 0; i < text.length(); i++) {
            sum = add(sum, text.charAt(i));
        }
        return sum;
    }

    static long finish(long hash) {
        long mixed = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }

    /** The token of a word that stands by itself. */
    static long of(long seed, String word) {
        return finish(add(seed, word));
    }
}
