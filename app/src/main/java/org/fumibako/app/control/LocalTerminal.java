// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.control;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The terminal this process was started from. */
public final class LocalTerminal implements Terminal {
    private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    private final PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    private final BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

    @Override
    public PrintWriter out() {
        return out;
    }

    @Override
    public PrintWriter err() {
        return err;
    }

    @Override
    public String askSecret(String prompt) {
        Optional<Console> console = Optional.ofNullable(System.console()).filter(Console::isTerminal);
        if (console.isPresent()) {
            char[] typed = console.get().readPassword("%s", prompt);
            return answered(typed == null ? null : new String(typed));
        }
        try {
            return answered(input.readLine());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String answered(@org.jspecify.annotations.Nullable String answer) {
        if (answer == null) {
            throw new UncheckedIOException(
                    new IOException("no password was given: type it, or send it on standard input"));
        }
        return answer;
    }
}
