// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.admin;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fumibako.app.backup.Backup;
import org.fumibako.app.backup.BackupException;
import org.fumibako.app.control.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code admin backup}. {@code admin restore} is not here: it is for a server that does not run. */
@Command(name = "backup", description = "Copies everything to a directory, or what is new since the last time.")
final class BackupCommand implements Callable<Integer> {
    private final Optional<Backup> backup;
    private final Terminal terminal;

    @Parameters(paramLabel = "DIR", description = "where to, on the server's machine")
    private Path target = Path.of("");

    /** {@code backup} is empty where registry and index are in PostgreSQL. */
    BackupCommand(Optional<Backup> backup, Terminal terminal) {
        this.backup = backup;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws BackupException {
        if (backup.isEmpty()) {
            terminal.err()
                    .println(
                            "fumibako: Registry and index are in PostgreSQL, which has its own backup: run pg_dump first,"
                                    + " then copy the data directory. docs/operations/backup.md says how.");
            return 1;
        }
        backup.get().run(target.toAbsolutePath(), terminal.out());
        return 0;
    }
}
