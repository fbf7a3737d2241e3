// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.fumibako.app.backup.BackupException;
import org.fumibako.app.backup.Restore;
import org.fumibako.app.config.Configuration;
import org.fumibako.app.config.ConfigurationException;
import org.fumibako.app.config.ConfigurationReader;
import org.fumibako.app.control.ControlClient;
import org.fumibako.app.control.Terminal;
import org.fumibako.app.demo.Demo;

/**
 * {@code fumibako admin}, the operator's side: finds the data directory, and lets the server that has it run the command.
 * What needs the server stopped runs here.
 */
final class AdminCommand {
    private final Terminal terminal;

    AdminCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    int run(List<String> line) {
        try {
            List<String> arguments = new ArrayList<>(line);
            Place place = takePlace(arguments);
            Path directory = place.directory();
            if (!arguments.isEmpty() && arguments.getFirst().equals("restore")) {
                return restore(arguments, directory);
            }
            if (!arguments.isEmpty() && arguments.getFirst().equals("rebuild")) {
                return rebuild(arguments, place);
            }
            return run(directory, arguments.isEmpty() ? List.of("help") : arguments);
        } catch (StartException | ConfigurationException | IOException refused) {
            terminal.err().println("fumibako: " + refused.getMessage());
            return 1;
        } catch (BackupException refused) {
            terminal.err().println("fumibako: " + refused.getMessage() + ".");
            return 1;
        }
    }

    private int restore(List<String> arguments, Path directory) throws BackupException {
        if (arguments.size() != 2 || arguments.getLast().startsWith("-")) {
            terminal.err().println("Usage: fumibako admin restore BACKUP --data DIR");
            return 2;
        }
        new Restore(Path.of(arguments.getLast()), directory, Clock.systemUTC(), terminal.out()).run();
        return 0;
    }

    /** Needs the server stopped, so that it runs here. */
    private int rebuild(List<String> arguments, Place place) {
        if (arguments.size() > 1) {
            terminal.err().println("Usage: fumibako admin rebuild --data DIR | --config FILE");
            return 2;
        }
        if (place.postgreSql()) {
            throw new StartException("The index lies in PostgreSQL; put it back from the database's own backup.");
        }
        return RebuildCommand.run(place.directory(), Clock.systemUTC(), terminal);
    }

    private int run(Path directory, List<String> arguments) throws IOException {
        ControlClient client = new ControlClient(DataDirectory.controlSocket(directory), terminal);
        if (!client.reachesServer()) {
            throw new StartException("No server is running on " + directory
                    + "; start it, or name its directory with --data DIR or its file with --config FILE.");
        }
        return arguments.size() > 2 && arguments.subList(0, 3).equals(List.of("account", "import", "-"))
                ? importing(client, arguments)
                : client.run(resolved(arguments));
    }

    /** Standard input is here and the server is there: it gets a file that nobody else can read. */
    private static int importing(ControlClient client, List<String> arguments) throws IOException {
        Path copy = Files.createTempFile("fumibako-accounts", ".csv");
        try {
            Files.copy(System.in, copy, StandardCopyOption.REPLACE_EXISTING);
            List<String> resolved = new ArrayList<>(arguments);
            resolved.set(2, copy.toString());
            return client.run(resolved);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** The server has another working directory: a path is meant as the operator's. */
    private static List<String> resolved(List<String> arguments) {
        int at = path(arguments);
        if (at < 0 || arguments.get(at).startsWith("-")) {
            return arguments;
        }
        List<String> resolved = new ArrayList<>(arguments);
        resolved.set(at, Path.of(arguments.get(at)).toAbsolutePath().normalize().toString());
        return resolved;
    }

    /** Where a command has a path; below zero for those that have none. */
    private static int path(List<String> arguments) {
        if (arguments.size() == 2 && arguments.getFirst().equals("backup")) {
            return 1;
        }
        boolean imports = arguments.size() > 2 && arguments.subList(0, 2).equals(List.of("account", "import"));
        return imports ? 2 : -1;
    }

    /** A server's data directory, and whether its databases lie elsewhere. */
    private record Place(Path directory, boolean postgreSql) {}

    /** Takes {@code --data DIR} or {@code --config FILE} out of the line, wherever it stands. */
    private static Place takePlace(List<String> arguments) throws ConfigurationException {
        Path directory = Demo.defaultDirectory();
        boolean postgreSql = false;
        for (int i = 0; i + 1 < arguments.size(); i++) {
            String option = arguments.get(i);
            if (option.equals("--data") || option.equals("--config")) {
                Path value = Path.of(arguments.get(i + 1));
                if (option.equals("--data")) {
                    directory = value;
                } else {
                    Configuration configuration = ConfigurationReader.read(value);
                    directory = configuration.data();
                    postgreSql = configuration.database().isPresent();
                }
                arguments.subList(i, i + 2).clear();
                i--;
            }
        }
        return new Place(directory.toAbsolutePath().normalize(), postgreSql);
    }
}
