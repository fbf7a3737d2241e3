// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedBaseTest {
    @TempDir
    private Path directory;

    private static Weights trained(String... more) throws Exception {
        Trainer trainer = new Trainer();
        for (int i = 0; i < 3; i++) {
            trainer.learn(
                    ("From x Mon Jan 1\nSubject: a" + i + "\n\nbuy pills\n").getBytes(StandardCharsets.US_ASCII), true);
            trainer.learn(("Subject: a" + i + "\n\nsee you\n").getBytes(StandardCharsets.US_ASCII), false);
        }
        for (String text : more) {
            trainer.learn(text.getBytes(StandardCharsets.US_ASCII), true);
        }
        return trainer.weights();
    }

    @Test
    void knowsAfterARestartWhatItWasTaught() throws Exception {
        Path file = directory.resolve("filter.base");
        SharedBase base = SharedBase.open(file);
        assertThat(base.get().spam()).isZero();
        Weights weights = trained();
        base.replace(weights);
        Weights again = SharedBase.open(file).get();
        assertThat(again.spam()).isEqualTo(3);
        assertThat(again.ham()).isEqualTo(3);
        assertThat(again.fit()).isEqualTo(weights.fit());
        assertThat(again.size()).isEqualTo(weights.size()).isGreaterThan(4);
        for (long token : weights.table().tokens()) {
            assertThat(again.table().of(token)).isEqualTo(weights.table().of(token));
        }
    }

    @Test
    void theSameMessagesMakeTheSameWeights() throws Exception {
        Weights one = trained();
        Weights other = trained();
        assertThat(other.fit()).isEqualTo(one.fit());
        for (long token : one.table().tokens()) {
            assertThat(other.table().of(token)).isEqualTo(one.table().of(token));
        }
    }

    @Test
    void refusesADamagedFile() throws Exception {
        Path file = directory.resolve("filter.base");
        SharedBase.open(file).replace(trained());
        byte[] octets = Files.readAllBytes(file);
        octets[60] ^= 1;
        Files.write(file, octets);
        assertThatIOException().isThrownBy(() -> SharedBase.open(file)).withMessageContaining("damaged");
        Files.writeString(file, "something else");
        assertThatIOException().isThrownBy(() -> SharedBase.open(file)).withMessageContaining("holds no words");
    }

    @Test
    void takesOtherWeightsInPlaceOfTheOld() throws Exception {
        Path file = directory.resolve("filter.base");
        SharedBase base = SharedBase.open(file);
        base.replace(trained());
        base.replace(trained("Subject: b\n\nmore\n"));
        assertThat(base.get().spam()).isEqualTo(4);
        assertThat(directory.toFile().list()).containsExactly("filter.base");
    }
}
