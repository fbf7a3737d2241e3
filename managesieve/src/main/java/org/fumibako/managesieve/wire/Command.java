// SPDX-License-Identifier: Apache-2.0
package org.fumibako.managesieve.wire;

import java.util.List;

/**
 * One command as it was read.
 *
 * @param name in capitals
 */
public record Command(String name, List<Argument> arguments) {
    public Command {
        arguments = List.copyOf(arguments);
    }

    /** A string, however it was written, or a number. */
    public sealed interface Argument {
        record Text(String value) implements Argument {}

        record Numeral(long value) implements Argument {}
    }
}
