// SPDX-License-Identifier: Apache-2.0
package org.fumibako.db;

/**
 * Where a PostgreSQL database is.
 *
 * @param url {@code jdbc:postgresql://host:port/database}
 * @param schema the schema this database has for itself; made when it is not there
 * @param connections for writing, and as many again for reading; at least 1
 */
public record PostgresConfig(String url, String user, String password, String schema, int connections) {
    public PostgresConfig {
        if (connections < 1) {
            throw new IllegalArgumentException("connections must be at least 1, not " + connections);
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return user + " at " + url + ", schema " + schema;
    }
}
