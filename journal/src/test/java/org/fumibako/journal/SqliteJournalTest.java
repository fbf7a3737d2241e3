// SPDX-License-Identifier: Apache-2.0
package org.fumibako.journal;

import java.nio.file.Path;
import org.fumibako.db.TestDatabase;
import org.fumibako.db.TestDatabases;
import org.junit.jupiter.api.io.TempDir;

class SqliteJournalTest implements JournalContract, TraceContract {
    @TempDir
    private Path directory;

    @Override
    public TestDatabase fresh() {
        return TestDatabases.sqlite(directory, "db/volume");
    }
}
