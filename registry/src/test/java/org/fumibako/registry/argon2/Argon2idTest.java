// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.argon2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Random;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;

class Argon2idTest {
    @Test
    void agreesWithAnotherImplementationWhateverTheParameters() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 150; round++) {
            int parallelism = 1 + random.nextInt(4);
            Argon2id ours = new Argon2id(
                    8 * parallelism + random.nextInt(round % 10 == 0 ? 3000 : 200), 1 + random.nextInt(4), parallelism);
            byte[] password = new byte[random.nextInt(200)];
            byte[] salt = new byte[8 + random.nextInt(60)];
            random.nextBytes(password);
            random.nextBytes(salt);
            int octets = 4 + random.nextInt(200);
            assertThat(ours.tag(password, salt, octets))
                    .as("seed %d, round %d, %s", seed, round, ours)
                    .isEqualTo(theirs(ours, password, salt, octets));
        }
    }

    private static byte[] theirs(Argon2id ours, byte[] password, byte[] salt, int octets) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(ours.memoryKibibytes())
                .withIterations(ours.iterations())
                .withParallelism(ours.parallelism())
                .withSalt(salt)
                .build());
        byte[] tag = new byte[octets];
        generator.generateBytes(password, tag);
        return tag;
    }

    @Test
    void refusesParametersThatCostTooMuchOrTooLittle() {
        assertThat(new Argon2id(Argon2id.MAX_MEMORY_KIBIBYTES, Argon2id.MAX_ITERATIONS, Argon2id.MAX_PARALLELISM))
                .isNotNull();
        assertThat(new Argon2id(8, 1, 1)).isNotNull();
        int[][] outside = {
            {7, 1, 1},
            {15, 1, 2},
            {8, 0, 1},
            {8, 1, 0},
            {Argon2id.MAX_MEMORY_KIBIBYTES + 1, 1, 1},
            {64, Argon2id.MAX_ITERATIONS + 1, 1},
            {1024, 1, Argon2id.MAX_PARALLELISM + 1}
        };
        for (int[] each : outside) {
            assertThatThrownBy(() -> new Argon2id(each[0], each[1], each[2]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("out of bounds");
        }
    }

    @Test
    void textComesBackAsItWasAndWhatIsNoHashIsNone() {
        String text = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        PhcString parsed = PhcString.parse(text).orElseThrow();
        assertThat(parsed.parameters()).isEqualTo(new Argon2id(65_536, 2, 1));
        assertThat(Base64.getEncoder().encodeToString(parsed.salt())).startsWith("c29tZXNhbHQ");
        assertThat(parsed).hasToString(text);
        for (String none : new String[] {
            "",
            text.replace("argon2id", "argon2i"),
            text.replace("v=19", "v=16"),
            text.replace("m=65536", "m=9999999"),
            text.replace("p=1", "p=0"),
            text + "=",
            text + "\n"
        }) {
            assertThat(PhcString.parse(none)).as(none).isEmpty();
        }
    }
}
