// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.fumibako.app.Options.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
    private static final Set<String> KNOWN = Set.of("--data", "--port-base");

    @ParameterizedTest
    @CsvSource({"--data /srv --port-base 25000", "--data=/srv --port-base=25000", "--port-base 25000 --data /srv"})
    void optionsHaveTheirValueBehindThem(String line) throws UsageException {
        Options options = Options.read(List.of(line.split(" ", -1)), KNOWN);

        assertThat(options.path("--data")).contains(Path.of("/srv"));
        assertThat(options.port("--port-base", 20_000)).isEqualTo(25_000);
        assertThat(options.words(0)).isEmpty();
    }

    @Test
    void whatIsNotThereHasItsDefault() throws UsageException {
        Options options = Options.read(List.of("check", "a.toml"), KNOWN);

        assertThat(options.path("--data")).isEmpty();
        assertThat(options.port("--port-base", 20_000)).isEqualTo(20_000);
        assertThat(options.words(2)).containsExactly("check", "a.toml");
        assertThatThrownBy(() -> options.requiredPath("--data")).hasMessage("--data is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "--port 1,there is no option --port",
        "--data,--data needs a value",
        "--data a --data b,--data is there twice",
    })
    void whatCannotBeUnderstoodIsNamed(String line, String message) {
        assertThatThrownBy(() -> Options.read(List.of(line.split(" ", -1)), KNOWN))
                .isInstanceOf(UsageException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({"-1", "65536", "x", "99999999999999", "''"})
    void aPortIsANumber(String value) throws UsageException {
        Options options = Options.read(List.of("--port-base=" + value), KNOWN);

        assertThatThrownBy(() -> options.port("--port-base", 0))
                .hasMessage("--port-base is a number from 0 to 65535, not " + value);
    }

    @Test
    void wordsThatNobodyAskedForAreNamed() throws UsageException {
        Options options = Options.read(List.of("one", "two"), KNOWN);

        assertThatThrownBy(() -> options.words(1)).hasMessage("nobody asked for two");
        assertThatThrownBy(() -> options.words(3)).hasMessage("something is missing");
    }
}
