// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.nio.file.Path;
import org.fumibako.db.TestDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class PostgresMessageStoreTest
        implements MessageStoreContract,
                MailboxContract,
                EmailsContract,
                AnnotationContract,
                AccountObjectContract,
                ShareContract,
                HousekeepingContract,
                ParallelAppendContract {
    @TempDir
    private Path directory;

    private TestVolume volume;

    @BeforeEach
    void open() {
        volume = new TestVolume(TestDatabases.postgres(Volume.MIGRATIONS), directory.resolve("packs"));
        volume.store().createAccount(TestVolume.TARO);
        volume.store().createAccount(TestVolume.HANAKO);
    }

    @AfterEach
    void close() {
        volume.close();
    }

    @Override
    public TestVolume volume() {
        return volume;
    }
}
