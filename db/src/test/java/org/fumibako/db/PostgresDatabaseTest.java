// SPDX-License-Identifier: Apache-2.0
package org.fumibako.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PostgresDatabaseTest implements DatabaseContract {
    @Override
    public TestDatabase fresh() {
        return TestDatabases.postgres("db/sample");
    }

    @Test
    void leaseOfOneProcessIsRefusedToAnother() {
        try (TestDatabase test = fresh();
                Database one = test.open();
                Database other = test.open()) {
            assertThat(one.engine()).isEqualTo(Database.Engine.POSTGRESQL);
            Database.Lease lease = one.lease("sweep", Duration.ofMinutes(1)).orElseThrow();
            assertThat(other.lease("sweep", Duration.ofMinutes(1))).isEmpty();
            lease.close();
            assertThat(other.lease("sweep", Duration.ofMinutes(1))).isPresent();
        }
    }

    @Test
    void serverThatCannotBeReachedIsNamedWithoutThePassword() {
        PostgresConfig config = new PostgresConfig("jdbc:postgresql://127.0.0.1:1/none", "user", "hush", "mail", 1);
        assertThatThrownBy(() -> PostgresDatabase.open(config, "db/sample"))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("127.0.0.1:1")
                .hasMessageNotContaining("hush");
    }
}
