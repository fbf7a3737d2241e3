// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.nio.file.Path;
import org.fumibako.db.TestDatabases;
import org.junit.jupiter.api.io.TempDir;

class PostgresRegistryTest implements RegistryContract {
    @TempDir
    private Path directory;

    /** The journal has a contract of its own for PostgreSQL. */
    @Override
    public Office office() {
        return new Office(TestDatabases.postgres("db/registry"), TestDatabases.sqlite(directory, "db/volume"));
    }
}
