// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.bayes;

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

    private static TokenTable trained(String... more) throws Exception {
        BaseTrainer trainer = new BaseTrainer();
        trainer.learn("From x Mon Jan 1\nSubject: a\n\nbuy pills\n".getBytes(StandardCharsets.US_ASCII), true);
        trainer.learn("Subject: a\n\nsee you\n".getBytes(StandardCharsets.US_ASCII), false);
        for (String text : more) {
            trainer.learn(text.getBytes(StandardCharsets.US_ASCII), true);
        }
        return trainer.table();
    }

    @Test
    void knowsAfterARestartWhatItWasTaught() throws Exception {
        Path file = directory.resolve("filter.base");
        SharedBase base = SharedBase.open(file);
        assertThat(base.spam()).isZero();
        TokenTable table = trained();
        base.replace(table);
        SharedBase again = SharedBase.open(file);
        assertThat(again.spam()).isEqualTo(1);
        assertThat(again.ham()).isEqualTo(1);
        assertThat(table.size()).isGreaterThan(10);
        for (long token : table.tokens()) {
            assertThat(again.of(token)).isEqualTo(table.of(token)).isEqualTo(base.of(token));
        }
    }

    @Test
    void refusesADamagedFile() throws Exception {
        Path file = directory.resolve("filter.base");
        SharedBase.open(file).replace(trained());
        byte[] octets = Files.readAllBytes(file);
        octets[40] ^= 1;
        Files.write(file, octets);
        assertThatIOException().isThrownBy(() -> SharedBase.open(file)).withMessageContaining("damaged");
        Files.writeString(file, "something else");
        assertThatIOException().isThrownBy(() -> SharedBase.open(file)).withMessageContaining("holds no words");
    }

    @Test
    void takesOtherCountsInPlaceOfTheOld() throws Exception {
        Path file = directory.resolve("filter.base");
        SharedBase base = SharedBase.open(file);
        base.replace(trained());
        base.replace(trained("Subject: b\n\nmore\n"));
        assertThat(base.spam()).isEqualTo(2);
        assertThat(directory.toFile().list()).containsExactly("filter.base");
    }
}
