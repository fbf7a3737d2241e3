// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.fumibako.api.openapi.OpenApi;
import org.fumibako.app.Options.UsageException;
import org.fumibako.app.config.Configuration;
import org.fumibako.app.config.ConfigurationException;
import org.fumibako.app.config.ConfigurationReader;
import org.fumibako.app.control.Terminal;
import org.fumibako.app.demo.Demo;
import org.fumibako.app.demo.WarmUp;
import org.fumibako.app.demo.stage.Stage;

/** The commands that are a server, or look at one that is not running. */
final class Commands {
    static final String USAGE = """
            Usage: fumibako demo [--data DIR] [--port-base N] [--sink PORT] [--stage E8]
                   fumibako run --config FILE
                   fumibako config check FILE
                   fumibako admin COMMAND ..

              --stage WHAT   makes a trouble happen for the doctor to find: E1 to E15, E8-abroad, or all
              --data DIR     where the demo keeps its data
              --port-base N  what its ports are counted from; 20000 when it is not there
              --sink PORT    mail for other servers goes to this port on 127.0.0.1""";

    private static final int DEMO_PORT_BASE = 20_000;

    private final Terminal terminal;

    Commands(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Runs one command to its end; returns the exit status, 2 for a line that cannot be understood. */
    int run(List<String> line) throws ConfigurationException {
        if (line.isEmpty() || line.contains("--help")) {
            terminal.out().println(USAGE);
            return line.isEmpty() ? 2 : 0;
        }
        try {
            return run(line.getFirst(), line.subList(1, line.size()));
        } catch (UsageException wrong) {
            terminal.err().println("fumibako: " + wrong.getMessage() + ".\n" + USAGE);
            return 2;
        }
    }

    private int run(String command, List<String> arguments) throws UsageException, ConfigurationException {
        return switch (command) {
            case "demo" -> demo(Options.read(arguments, Set.of("--data", "--port-base", "--sink", "--stage")));
            case "run" -> server(Options.read(arguments, Set.of("--config")));
            case "config" -> config(Options.read(arguments, Set.of()));
            case "openapi" -> openApi(Options.read(arguments, Set.of()));
            case "warm-up" -> warmUp(Options.read(arguments, Set.of("--data")));
            default -> throw new UsageException("there is no command " + command);
        };
    }

    /** Everything on 127.0.0.1 with a sample customer, until Ctrl-C. */
    private int demo(Options options) throws UsageException {
        options.words(0);
        Path data = options.path("--data").orElseGet(Demo::defaultDirectory);
        String staged = options.values().getOrDefault("--stage", "");
        if (!staged.isEmpty() && Stage.named(staged).isEmpty()) {
            throw new UsageException("--stage is E1 to E15, one situation such as E8-abroad, or all, not " + staged);
        }
        Fumibako server =
                Demo.open(data, options.port("--port-base", DEMO_PORT_BASE), options.port("--sink", 0), terminal);
        if (!staged.isEmpty()) {
            Demo.stage(server, staged, terminal);
        }
        return serve(server);
    }

    /** The server that a configuration file describes, until it is told to stop. */
    private int server(Options options) throws UsageException, ConfigurationException {
        options.words(0);
        Configuration configuration = ConfigurationReader.read(options.requiredPath("--config"));
        Fumibako server = Fumibako.open(configuration);
        server.start();
        terminal.out().println(configuration.host() + " is running; its data is in " + configuration.data() + ".");
        return serve(server);
    }

    /** Prints {@code api/openapi.json}. The table is part of a server, so one is made, which never listens. */
    private int openApi(Options options) throws UsageException {
        options.words(0);
        try {
            Path scratch = Files.createTempDirectory("fumibako-openapi");
            try (Fumibako server = Fumibako.open(Demo.configuration(scratch))) {
                terminal.out().print(OpenApi.print(server.endpoints()));
            } finally {
                remove(scratch);
            }
            return 0;
        } catch (IOException unwritable) {
            throw new StartException(
                    "There is no room for temporary files: " + unwritable.getMessage() + ".", unwritable);
        }
    }

    private static void remove(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** {@code config check}: names the line at fault. */
    private int config(Options options) throws UsageException, ConfigurationException {
        List<String> words = options.words(2);
        if (!words.getFirst().equals("check")) {
            throw new UsageException("there is no command config " + words.getFirst());
        }
        Path file = Path.of(words.getLast());
        Configuration configuration = ConfigurationReader.read(file);
        terminal.out()
                .println(file + " is fine: " + configuration.host() + " with "
                        + configuration.listen().size() + " services.");
        return 0;
    }

    /** Serves a little mail to itself, for the start-up cache; only the launcher knows of it. */
    private int warmUp(Options options) throws UsageException {
        return WarmUp.run(options.requiredPath("--data"), terminal);
    }

    /** Waits until the process is told to stop; then finishes what is being committed, and closes. */
    private static int serve(Fumibako server) {
        // Opening leaves half of the heap as garbage (a password hash alone is 19 MiB); a server at rest gives it back.
        System.gc();
        ShutdownSignal.closeOnSignal(server).await();
        return 0;
    }
}
