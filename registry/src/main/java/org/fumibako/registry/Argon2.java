// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.fumibako.registry.argon2.Argon2id;
import org.fumibako.registry.argon2.PhcString;

/**
 * Argon2id (RFC 9106) as PHC strings. A hash takes some 40 ms of CPU and 19 MiB, so a few platform threads do them all:
 * memory stays bounded, and virtual threads' carriers are left to sessions.
 */
final class Argon2 implements PasswordHash {
    private static final int PARALLELISM = 1;
    private static final int HASH_OCTETS = 32;
    private static final int SALT_OCTETS = 16;

    /** 8 x 19 MiB is what the largest machine pays. */
    private static final int MAX_THREADS = 8;

    private final Argon2id function;
    private final SecureRandom random;
    private final ExecutorService threads;

    /** What one hash costs us, and whoever guesses. */
    record Cost(int memoryKibibytes, int iterations) {
        static final Cost DEFAULT = new Cost(19_456, 2);
    }

    Argon2(SecureRandom random, Cost cost) {
        this.random = random;
        this.function = new Argon2id(cost.memoryKibibytes(), cost.iterations(), PARALLELISM);
        this.threads = Executors.newFixedThreadPool(
                Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MAX_THREADS),
                Thread.ofPlatform().name("argon2-", 0).daemon(true).factory());
    }

    @Override
    public String hash(PreparedPassword password) {
        byte[] salt = random(SALT_OCTETS);
        byte[] tag = onThread(() -> function.tag(octets(password), salt, HASH_OCTETS));
        return new PhcString(function, salt, tag).toString();
    }

    @Override
    public boolean fits(PreparedPassword password, String phc) {
        Optional<PhcString> kept = PhcString.parse(phc);
        if (kept.isEmpty()) {
            return false;
        }
        PhcString hash = kept.get();
        byte[] tag = onThread(() -> hash.parameters().tag(octets(password), hash.salt(), hash.tag().length));
        return MessageDigest.isEqual(tag, hash.tag());
    }

    @Override
    public String unfittable() {
        return new PhcString(function, random(SALT_OCTETS), random(HASH_OCTETS)).toString();
    }

    private byte[] random(int octets) {
        byte[] drawn = new byte[octets];
        random.nextBytes(drawn);
        return drawn;
    }

    private static byte[] octets(PreparedPassword password) {
        return password.text().getBytes(StandardCharsets.UTF_8);
    }

    private <T> T onThread(Supplier<T> work) {
        var result = threads.submit(work::get);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return result.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
