// SPDX-License-Identifier: Apache-2.0
package org.fumibako.testkit;

import java.util.List;

/** One thing a transcript does; {@code connection} counts from 1, {@code line} is where it stands in the file. */
sealed interface Step {
    int line();

    int connection();

    record Send(int line, int connection, String text, boolean crlf) implements Step {}

    record Expect(int line, int connection, String pattern) implements Step {}

    /** Skips lines until one matches. */
    record Until(int line, int connection, String pattern) implements Step {}

    /** As many lines as patterns, in any order. */
    record Unordered(int line, int connection, List<String> patterns) implements Step {
        public Unordered {
            patterns = List.copyOf(patterns);
        }
    }

    record Connect(int line, int connection, boolean tls) implements Step {}

    record StartTls(int line, int connection) implements Step {}

    record Disconnect(int line, int connection) implements Step {}

    record Closed(int line, int connection) implements Step {}
}
