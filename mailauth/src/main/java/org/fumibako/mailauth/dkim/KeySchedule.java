// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dkim;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What the keys of one domain do at one moment. Of each algorithm the newest key that is old enough signs. A key is published
 * from the moment it is made, so that resolvers which remember that it was not there have forgotten it when it signs, and
 * stays published for a while after its last signature.
 *
 * @param signing keys that sign, at most one an algorithm, RSA first
 * @param published keys whose records are in DNS
 * @param finished keys that can be deleted
 * @param due algorithms of which a new key is to be made now
 */
public record KeySchedule(List<Key> signing, List<Key> published, List<Key> finished, Set<SignatureAlgorithm> due) {
    /** A key of the domain. */
    public record Key(String selector, SignatureAlgorithm algorithm, Instant created) {}

    /**
     * The times between.
     *
     * @param life age at which a key gets a successor
     * @param settling age at which a key begins to sign, unless it is the first one
     * @param overlap how long a key stays published after its successor began to sign
     */
    public record Policy(Duration life, Duration settling, Duration overlap) {
        /**
         * Two keys a year; two days for caches and secondaries; a month for what is on its way, which is longer than
         * {@link DkimSigner#LIFETIME}.
         */
        public static final Policy DEFAULT = new Policy(Duration.ofDays(180), Duration.ofDays(2), Duration.ofDays(30));

        public Policy {
            if (settling.compareTo(life) >= 0) {
                throw new IllegalArgumentException("a key would get a successor before it signs");
            }
        }
    }

    public KeySchedule {
        signing = List.copyOf(signing);
        published = List.copyOf(published);
        finished = List.copyOf(finished);
        due = Set.copyOf(due);
    }

    /** The schedule of these keys, given in any order. */
    public static KeySchedule at(Instant now, Collection<Key> keys, Policy policy) {
        List<Key> signing = new ArrayList<>();
        List<Key> published = new ArrayList<>();
        List<Key> finished = new ArrayList<>();
        Set<SignatureAlgorithm> due = EnumSet.noneOf(SignatureAlgorithm.class);
        for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
            List<Key> oldestFirst = keys.stream()
                    .filter(key -> key.algorithm() == algorithm)
                    .sorted(Comparator.comparing(Key::created).thenComparing(Key::selector))
                    .toList();
            int current = current(oldestFirst, now, policy);
            for (int i = 0; i < oldestFirst.size(); i++) {
                boolean over = i < current
                        && !now.isBefore(
                                signsFrom(oldestFirst.get(i + 1), policy).plus(policy.overlap()));
                (over ? finished : published).add(oldestFirst.get(i));
            }
            if (current >= 0) {
                signing.add(oldestFirst.get(current));
            }
            if (current < 0 || !now.isBefore(oldestFirst.getLast().created().plus(policy.life()))) {
                due.add(algorithm);
            }
        }
        return new KeySchedule(signing, published, finished, due);
    }

    /** A selector that no key of the domain has: {@code r20261125} for RSA, {@code e20261125} for Ed25519; then {@code -2}. */
    public static String selector(SignatureAlgorithm algorithm, LocalDate day, Collection<String> taken) {
        String first = algorithm.keyType().charAt(0) + DateTimeFormatter.BASIC_ISO_DATE.format(day);
        String selector = first;
        for (int i = 2; taken.contains(selector); i++) {
            selector = first + '-' + i;
        }
        return selector;
    }

    /** The newest that signs; the oldest signs from the beginning, as nothing else could; -1 without keys. */
    private static int current(List<Key> oldestFirst, Instant now, Policy policy) {
        int current = Math.min(0, oldestFirst.size() - 1);
        for (int i = 1; i < oldestFirst.size(); i++) {
            if (!now.isBefore(signsFrom(oldestFirst.get(i), policy))) {
                current = i;
            }
        }
        return current;
    }

    private static Instant signsFrom(Key key, Policy policy) {
        return key.created().plus(policy.settling());
    }
}
