// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import java.util.List;
import java.util.stream.IntStream;

/** A mail account that the benchmark owns on every contender. */
record Account(String address, String password) {

    /** The domain of every account; the demo server's own, so that no contender needs another. */
    static final String DOMAIN = "example.test";

    private static final String PASSWORD = "Kaze-no-fumi-2026";

    /** {@code count} accounts, the same on every contender. */
    static List<Account> numbered(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Account("load%03d@%s".formatted(i, DOMAIN), PASSWORD))
                .toList();
    }
}
