// SPDX-License-Identifier: Apache-2.0
package org.fumibako.acme;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.fumibako.model.DomainName;
import org.fumibako.net.TlsCertificate;

/**
 * When a certificate is renewed: after two thirds of its life, give or take a twentieth, so that those that were issued together
 * are not renewed together; and when a failed order is repeated: after an hour, then each time twice as late, about a day at most, which
 * stays below what authorities allow.
 */
public final class Renewal {
    private static final Duration FIRST_RETRY = Duration.ofHours(1);
    private static final Duration LAST_RETRY = Duration.ofDays(1);
    private static final int DOUBLINGS = 5;
    private static final double JITTER = 0.05;

    private final RandomGenerator random;

    public Renewal(RandomGenerator random) {
        this.random = random;
    }

    /** The same for the same certificate, however often it is asked. */
    Instant due(DomainName of, TlsCertificate certificate) {
        Instant from = certificate.leaf().getNotBefore().toInstant();
        Duration life = Duration.between(from, certificate.expiry());
        // Of the serial, not of a generator: a day that moves at each look might never come.
        int mixed = (of.ascii() + certificate.leaf().getSerialNumber()).hashCode();
        double share = 2.0 / 3 + JITTER * mixed / Integer.MAX_VALUE;
        return from.plusMillis((long) (life.toMillis() * share));
    }

    /** @param failures in a row, one at least */
    Instant retry(Instant now, int failures) {
        Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
        Duration bounded = wait.compareTo(LAST_RETRY) < 0 ? wait : LAST_RETRY;
        return now.plusMillis((long) (bounded.toMillis() * (1 + JITTER * random.nextDouble())));
    }
}
