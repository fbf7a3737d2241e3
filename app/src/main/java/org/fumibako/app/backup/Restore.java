// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.backup;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.fumibako.app.DataDirectory;
import org.fumibako.app.Schemas;
import org.fumibako.db.Database;
import org.fumibako.db.DatabaseException;
import org.fumibako.db.SqliteDatabase;
import org.fumibako.journal.Journal;
import org.fumibako.registry.Account;
import org.fumibako.registry.Registry;
import org.fumibako.registry.zone.Zones;
import org.fumibako.store.StoreException;
import org.fumibako.store.Volume;

/**
 * Puts a backup into an empty data directory. Every octet is checked before anything is written; until the last step is done
 * the directory is marked, so that no server starts on half of it.
 */
public final class Restore {
    private static final int MAX_NAMED = 20;

    private final Path backup;
    private final Path data;
    private final Clock clock;
    private final PrintWriter out;

    public Restore(Path backup, Path data, Clock clock, PrintWriter out) {
        this.backup = backup.toAbsolutePath().normalize();
        this.data = data.toAbsolutePath().normalize();
        this.clock = clock;
        this.out = out;
    }

    /**
     * @throws BackupException when there is no whole backup, or it cannot be put there
     * @throws org.fumibako.app.StartException when the data directory is in use, or is not empty
     */
    public void run() throws BackupException {
        try {
            Manifest manifest = Manifest.read(backup)
                    .orElseThrow(() -> new BackupException(backup + " has no manifest, so it is no whole backup"));
            verify(manifest);
            try (DataDirectory directory = DataDirectory.openToRestore(data)) {
                copy(manifest, directory);
                renew(directory);
                directory.restored();
            }
            say("Restored " + manifest.host() + " as it was at " + manifest.made() + " to " + data + ".");
            say("Mail programs will read their mailboxes anew: what they saw after that moment may be gone.");
            if (!manifest.outside().isEmpty()) {
                say("Not in the backup: " + String.join(", ", manifest.outside()) + ".");
            }
        } catch (IOException | StoreException | DatabaseException failed) {
            throw new BackupException("the backup was not restored: " + failed.getMessage(), failed);
        }
    }

    private void verify(Manifest manifest) throws BackupException {
        Progress progress = new Progress(
                out,
                "checked",
                manifest.files().stream().mapToLong(Manifest.Entry::length).sum());
        List<String> damaged = new ArrayList<>();
        for (Manifest.Entry entry : manifest.files()) {
            try {
                int crc = (int) Durable.checksum(backup.resolve(entry.path()), entry.length(), progress)
                        .getValue();
                if (crc != entry.crc()) {
                    damaged.add(entry.path() + ": its checksum does not match");
                }
            } catch (IOException unreadable) {
                damaged.add(entry.path() + ": " + unreadable.getMessage());
            }
        }
        if (!damaged.isEmpty()) {
            damaged.stream().limit(MAX_NAMED).forEach(this::say);
            throw new BackupException(damaged.size() + " of " + manifest.files().size()
                    + " files of the backup are damaged; nothing was restored");
        }
    }

    private void copy(Manifest manifest, DataDirectory directory) throws IOException, BackupException {
        Progress progress = new Progress(
                out,
                "restored",
                manifest.files().stream().mapToLong(Manifest.Entry::length).sum());
        for (Manifest.Entry entry : manifest.files()) {
            Path target = target(Path.of(entry.path()), directory);
            Durable.directory(Durable.above(target));
            int crc = Durable.copy(backup.resolve(entry.path()), target, entry.length(), progress);
            if (crc != entry.crc()) {
                throw new BackupException(entry.path() + " changed while it was read");
            }
        }
    }

    /** {@code packs/X}, {@code state-T/index.db}, {@code state-T/registry.db} or {@code state-T/files/...}. */
    private static Path target(Path path, DataDirectory directory) throws BackupException {
        String within = path.subpath(1, path.getNameCount()).toString();
        if (path.startsWith("packs")) {
            return directory.packs().resolve(within);
        }
        return switch (within) {
            case "index.db" -> directory.index();
            case "registry.db" -> directory.registry();
            default -> {
                if (path.getNameCount() < 3 || !path.getName(1).toString().equals("files")) {
                    throw new BackupException(path + " has no place in a data directory");
                }
                yield directory
                        .root()
                        .resolve(path.subpath(2, path.getNameCount()).toString());
            }
        };
    }

    private void renew(DataDirectory directory) {
        try (Database index = SqliteDatabase.open(directory.index(), Volume.MIGRATIONS);
                Database registryDatabase = SqliteDatabase.open(directory.registry(), Schemas.REGISTRY);
                Journal journal = new Journal(index, clock)) {
            Volume.Parts parts = new Volume.Parts(index, directory.packs(), journal, clock);
            Volume.renew(parts);
            Zones.renew(registryDatabase);
            try (Volume volume = Volume.open(parts);
                    Registry registry = new Registry(registryDatabase, journal, clock, new SecureRandom())) {
                // The registry was copied after the index: an account may have come in between.
                for (Account account : registry.accounts().list()) {
                    if (volume.mailboxes(account.id()).isEmpty()) {
                        volume.createAccount(account.id());
                    }
                }
            }
        }
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
