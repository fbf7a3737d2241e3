// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import com.password4j.Argon2Function;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

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

    private final Cost cost;
    private final Argon2Function function;
    private final SecureRandom random;
    private final ExecutorService threads;

    /** What one hash costs us, and whoever guesses. */
    record Cost(int memoryKibibytes, int iterations) {
        static final Cost DEFAULT = new Cost(19_456, 2);
    }

    Argon2(SecureRandom random, Cost cost) {
        this.random = random;
        this.cost = cost;
        this.function = Argon2Function.getInstance(
                cost.memoryKibibytes(), cost.iterations(), PARALLELISM, HASH_OCTETS, com.password4j.types.Argon2.ID);
        this.threads = Executors.newFixedThreadPool(
                Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MAX_THREADS),
                Thread.ofPlatform().name("argon2-", 0).daemon(true).factory());
    }

    @Override
    public String hash(PreparedPassword password) {
        byte[] salt = new byte[SALT_OCTETS];
        random.nextBytes(salt);
        return onThread(() -> function.hash(octets(password), salt).getResult());
    }

    @Override
    public boolean fits(PreparedPassword password, String phc) {
        return onThread(() -> Argon2Function.getInstanceFromHash(phc)
                .check(octets(password), phc.getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public String unfittable() {
        byte[] salt = new byte[SALT_OCTETS];
        byte[] hash = new byte[HASH_OCTETS];
        random.nextBytes(salt);
        random.nextBytes(hash);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + cost.memoryKibibytes() + ",t=" + cost.iterations() + ",p=" + PARALLELISM + "$"
                + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
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
