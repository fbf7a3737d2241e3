// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.zone;

import java.nio.file.Path;
import org.fumibako.db.TestDatabases;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SqliteZonesTest implements ZonesContract, ZoneEditorContract, NameServersContract {
    @TempDir
    private Path directory;

    @Override
    public Town town() {
        return new Town(TestDatabases.sqlite(directory, "db/registry"), TestDatabases.sqlite(directory, "db/volume"));
    }
}
