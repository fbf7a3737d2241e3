// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class Argon2Test {
    private static final PreparedPassword PASSWORD = PreparedPassword.of("password");

    private final Argon2 argon2 = new Argon2(new SecureRandom(), Argon2.Cost.DEFAULT);

    @AfterEach
    void close() {
        argon2.close();
    }

    @Test
    void hashIsFittedByItsPasswordOnlyAndNeverTheSameTwice() {
        String hash = argon2.hash(PASSWORD);
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(argon2.fits(PASSWORD, hash)).isTrue();
        assertThat(argon2.fits(PreparedPassword.of("Password"), hash)).isFalse();
        assertThat(argon2.hash(PASSWORD)).isNotEqualTo(hash);
    }

    @Test
    void hashOfAnotherProgramAndOtherParametersFits() {
        // From the tests of the reference implementation: t=2, m=2^16, p=1, salt "somesalt".
        String reference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assertThat(argon2.fits(PASSWORD, reference)).isTrue();
        assertThat(argon2.fits(PreparedPassword.of("differentpassword"), reference))
                .isFalse();
    }

    @Test
    void unfittableHashCostsWhatAnyCostsAndFitsNothing() {
        String unfittable = argon2.unfittable();
        assertThat(CountingHash.cost(unfittable)).isEqualTo(CountingHash.cost(argon2.hash(PASSWORD)));
        assertThat(argon2.fits(PASSWORD, unfittable)).isFalse();
        assertThat(argon2.unfittable()).isNotEqualTo(unfittable);
    }
}
