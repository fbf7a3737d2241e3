// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.nio.file.Path;
import org.fumibako.db.TestDatabases;
import org.junit.jupiter.api.io.TempDir;

class SqliteRegistryTest implements RegistryContract {
    @TempDir
    private Path directory;

    @Override
    public Office office() {
        return new Office(TestDatabases.sqlite(directory, "db/registry"), TestDatabases.sqlite(directory, "db/volume"));
    }
}
