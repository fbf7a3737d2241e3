// SPDX-License-Identifier: Apache-2.0
package org.fumibako.journal;

import org.fumibako.db.TestDatabase;
import org.fumibako.db.TestDatabases;

class PostgresJournalTest implements JournalContract, TraceContract {
    @Override
    public TestDatabase fresh() {
        return TestDatabases.postgres("db/volume");
    }
}
