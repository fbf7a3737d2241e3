// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;

/**
 * What a password turned out to be, right or wrong, for a short time, so that a client which reconnects every minute costs
 * no hash each. Keyed by an HMAC under a key that only this process has; an answer ends when the account's hash changes, and
 * is for the peer alone that asked before: somebody who was stopped elsewhere must not learn from it.
 */
final class RecentPasswords {
    private static final Duration AGE = Duration.ofMinutes(10);

    /** Some 200 octets each. */
    private static final int MAX_ENTRIES = 50_000;

    private static final int KEY_OCTETS = 32;

    private final byte[] key = new byte[KEY_OCTETS];
    private final Cache<ByteBuffer, Answer> answers =
            Caffeine.newBuilder().expireAfterWrite(AGE).maximumSize(MAX_ENTRIES).build();

    private record Answer(String argon2, boolean right) {}

    /** How far a password is known. */
    enum Known {
        RIGHT,
        WRONG,
        NOT_YET
    }

    RecentPasswords(SecureRandom random) {
        random.nextBytes(key);
    }

    Known ask(Attempt attempt, PreparedPassword password) {
        Answer answer = answers.getIfPresent(digest(attempt, password));
        if (answer == null || !answer.argon2().equals(argon2(attempt))) {
            return Known.NOT_YET;
        }
        return answer.right() ? Known.RIGHT : Known.WRONG;
    }

    void remember(Attempt attempt, PreparedPassword password, boolean right) {
        answers.put(digest(attempt, password), new Answer(argon2(attempt), right));
    }

    private ByteBuffer digest(Attempt attempt, PreparedPassword password) {
        String subject = attempt.key() + "\0" + attempt.peer().orElse("") + "\0" + password.text();
        return ByteBuffer.wrap(ScramHash.hmac(key, subject.getBytes(StandardCharsets.UTF_8)));
    }

    private static String argon2(Attempt attempt) {
        return attempt.user().map(KnownUser::argon2).orElse("");
    }
}
