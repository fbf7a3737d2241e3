// SPDX-License-Identifier: Apache-2.0
package org.fumibako.managesieve.command;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.fumibako.managesieve.wire.Command;
import org.fumibako.managesieve.wire.Command.Argument;

/** The arguments of a command, taken one by one. */
final class Arguments {
    private final String name;
    private final Deque<Argument> left;

    Arguments(Command command) {
        this.name = command.name();
        this.left = new ArrayDeque<>(command.arguments());
    }

    String text(String what) {
        return optionalText().orElseThrow(() -> new ArgumentException(name + " needs " + what));
    }

    Optional<String> optionalText() {
        return left.peek() instanceof Argument.Text(String value) && left.poll() != null
                ? Optional.of(value)
                : Optional.empty();
    }

    long number(String what) {
        if (left.poll() instanceof Argument.Numeral(long value)) {
            return value;
        }
        throw new ArgumentException(name + " needs " + what);
    }

    /** Nothing may be left now. */
    void end() {
        if (!left.isEmpty()) {
            throw new ArgumentException(name + " has too many arguments");
        }
    }
}
