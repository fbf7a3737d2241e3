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
final class Argon2 implements AutoCloseable {
    private static final int MEMORY_KIBIBYTES = 19_456;
    private static final int ITERATIONS = 2;
    private static final int PARALLELISM = 1;
    private static final int HASH_OCTETS = 32;
    private static final int SALT_OCTETS = 16;

    /** 8 x 19 MiB is what the largest machine pays. */
    private static final int MAX_THREADS = 8;

    private static final Argon2Function FUNCTION = Argon2Function.getInstance(
            MEMORY_KIBIBYTES, ITERATIONS, PARALLELISM, HASH_OCTETS, com.password4j.types.Argon2.ID);

    private final SecureRandom random;
    private final ExecutorService threads;

    Argon2(SecureRandom random) {
        this.random = random;
        this.threads = Executors.newFixedThreadPool(
                Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MAX_THREADS),
                Thread.ofPlatform().name("argon2-", 0).daemon(true).factory());
    }

    String hash(PreparedPassword password) {
        byte[] salt = new byte[SALT_OCTETS];
        random.nextBytes(salt);
        return onThread(() -> FUNCTION.hash(octets(password), salt).getResult());
    }

    /** Checks against the parameters in {@code phc}, which need not be today's. */
    boolean fits(PreparedPassword password, String phc) {
        return onThread(() -> Argon2Function.getInstanceFromHash(phc)
                .check(octets(password), phc.getBytes(StandardCharsets.US_ASCII)));
    }

    /** A hash that costs as much to check as any and that no password fits. */
    String unfittable() {
        byte[] salt = new byte[SALT_OCTETS];
        byte[] hash = new byte[HASH_OCTETS];
        random.nextBytes(salt);
        random.nextBytes(hash);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIBIBYTES + ",t=" + ITERATIONS + ",p=" + PARALLELISM + "$"
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
