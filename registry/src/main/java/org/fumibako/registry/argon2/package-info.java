// SPDX-License-Identifier: Apache-2.0
/**
 * Argon2id (RFC 9106), version 0x13, without secret and associated data.
 *
 * <p>Our own because of where the memory is: libraries make a hash's 19 MiB of small arrays on the heap, which a young generation
 * of 32 MB cannot hold, so that every hash leaves 20 MB of garbage in the old one. Here the memory is outside the heap for as long
 * as one hash takes. The hash function within is Bouncy Castle's BLAKE2b.
 *
 * <p>What it does not do: Argon2i, Argon2d, parallel lanes in parallel.
 */
@org.jspecify.annotations.NullMarked
package org.fumibako.registry.argon2;
