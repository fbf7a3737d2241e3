// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app;

import java.nio.file.Path;
import org.fumibako.app.config.Configuration;
import org.fumibako.app.config.ConfigurationException;
import org.fumibako.app.config.ConfigurationReader;
import org.fumibako.app.control.Terminal;
import org.fumibako.app.demo.Demo;
import org.fumibako.app.demo.WarmUp;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands that are a server, or look at one that is not running. */
@Command(name = "fumibako", description = "Mail for many domains, in one process.")
final class Commands {
    private final Terminal terminal;

    Commands(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(name = "demo", description = "Runs everything on 127.0.0.1 with a sample customer, until Ctrl-C.")
    int demo(
            @Option(names = "--data", paramLabel = "DIR") @Nullable Path data,
            @Option(names = "--port-base", paramLabel = "N", defaultValue = "20000") int portBase,
            @Option(
                            names = "--sink",
                            paramLabel = "PORT",
                            defaultValue = "0",
                            description = "mail for other servers goes to this port on 127.0.0.1")
                    int sink) {
        return serve(Demo.open(data == null ? Demo.defaultDirectory() : data, portBase, sink, terminal));
    }

    @Command(
            name = "run",
            description = "Runs the server that a configuration file describes, until it is told to stop.")
    int run(@Option(names = "--config", paramLabel = "FILE", required = true) Path file) throws ConfigurationException {
        Configuration configuration = ConfigurationReader.read(file);
        Fumibako server = Fumibako.open(configuration);
        server.start();
        terminal.out().println(configuration.host() + " is running; its data is in " + configuration.data() + ".");
        return serve(server);
    }

    @Command(name = "warm-up", hidden = true, description = "Serves a little mail to itself, for the start-up cache.")
    int warmUp(@Option(names = "--data", required = true) Path data) {
        return WarmUp.run(data, terminal);
    }

    /** Waits until the process is told to stop; then finishes what is being committed, and closes. */
    private static int serve(Fumibako server) {
        // Opening leaves half of the heap as garbage (a password hash alone is 19 MiB); a server at rest gives it back.
        System.gc();
        ShutdownSignal.closeOnSignal(server).await();
        return 0;
    }

    /** {@code config check}. */
    @Command(name = "config", description = "Works on configuration files.")
    static final class Config {
        private final Terminal terminal;

        Config(Terminal terminal) {
            this.terminal = terminal;
        }

        @Command(name = "check", description = "Reads a configuration and names the line at fault.")
        int check(@Parameters(paramLabel = "FILE") Path file) throws ConfigurationException {
            Configuration configuration = ConfigurationReader.read(file);
            terminal.out()
                    .println(file + " is fine: " + configuration.host() + " with "
                            + configuration.listen().size() + " services.");
            return 0;
        }
    }
}
