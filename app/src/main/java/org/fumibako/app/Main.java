// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app;

import java.util.List;
import org.fumibako.app.config.ConfigurationException;
import org.fumibako.app.control.LocalTerminal;
import org.fumibako.app.control.Terminal;

/** The process: reads the command line, runs one command, and leaves with its exit status. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Terminal terminal = new LocalTerminal();
        int status = run(List.of(arguments), terminal);
        terminal.out().flush();
        terminal.err().flush();
        System.exit(status);
    }

    /** {@code admin} has arguments of its own, which only the server understands; everything else is read here. */
    private static int run(List<String> arguments, Terminal terminal) {
        if (!arguments.isEmpty() && arguments.getFirst().equals("admin")) {
            return new AdminCommand(terminal).run(arguments.subList(1, arguments.size()));
        }
        if (!arguments.isEmpty() && arguments.getFirst().equals("doctor")) {
            return doctor(arguments, terminal);
        }
        try {
            return new Commands(terminal).run(arguments);
        } catch (StartException | ConfigurationException refused) {
            terminal.err().println("fumibako: " + refused.getMessage());
            return 1;
        }
    }

    private static int doctor(List<String> arguments, Terminal terminal) {
        try {
            return new AdminCommand(terminal).run(DoctorLine.of(arguments));
        } catch (StartException unreadable) {
            terminal.err().println("fumibako: " + unreadable.getMessage());
            return 1;
        }
    }
}
