// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.zone;

import java.nio.file.Path;
import org.fumibako.db.TestDatabases;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class PostgresZonesTest implements ZonesContract, ZoneEditorContract, NameServersContract {
    @TempDir
    private Path directory;

    @Override
    public Town town() {
        return new Town(TestDatabases.postgres("db/registry"), TestDatabases.sqlite(directory, "db/volume"));
    }
}
