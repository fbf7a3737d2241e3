// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.control;

import java.io.PrintWriter;

/** Where a command's words go and its questions are answered, wherever the operator sits. */
public interface Terminal {
    PrintWriter out();

    PrintWriter err();

    /**
     * Asks for something that must not be seen or logged. Without a terminal, the next line of standard input is taken.
     *
     * @throws java.io.UncheckedIOException when nobody answers
     */
    String askSecret(String prompt);
}
