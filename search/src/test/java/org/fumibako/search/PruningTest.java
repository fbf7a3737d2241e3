// SPDX-License-Identifier: Apache-2.0
package org.fumibako.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fumibako.search.TestMail.TARO;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.fumibako.search.Candidates.Known;
import org.fumibako.store.Housekeeping;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PruningTest {
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    private final AtomicLong nanos = new AtomicLong();
    private TestMail mail;
    private SearchIndex index;

    @BeforeEach
    void open() {
        mail = new TestMail(directory);
        index = new SearchIndex(
                new SearchIndex.Parts(mail.volume().arrivals(), directory.resolve("search"), nanos::get));
        index.start();
    }

    @AfterEach
    void close() {
        index.close();
        mail.close();
    }

    private long indexed(String text) {
        long content = mail.file(TestMail.message("s", text), TARO);
        assertThat(index.awaitCurrent(DEADLINE)).as("indexed in time").isTrue();
        return content;
    }

    /** What nobody has any more leaves the store when its day of grace is over. */
    private void deleteForGood() throws Exception {
        mail.empty(TARO);
        Clock laterThanGrace = Clock.offset(Clock.systemUTC(), Duration.ofDays(2));
        try (Housekeeping housekeeping = new Housekeeping(mail.volume(), laterThanGrace)) {
            assertThat(housekeeping.run().contents()).isEqualTo(1);
        }
    }

    @Test
    void whatTheStoreHasNoMoreLeavesTheIndexAfterHalfADay() throws Exception {
        indexed("機密の書類");
        deleteForGood();

        long kept = indexed("翌朝の会議");
        assertThat(index.status().messages()).as("before it is time").isEqualTo(2);

        nanos.addAndGet(Duration.ofHours(12).toNanos());
        long last = indexed("午後の会議");
        assertThat(index.status().messages()).isEqualTo(2);
        for (long content : new long[] {kept, last}) {
            assertThat(index.find(TARO, TextField.BODY, "会議").of(content)).isEqualTo(Known.HAS_IT);
        }
    }

    @Test
    void whatIsOnlyDeletedByItsOwnerStaysUntilItIsCollected() throws Exception {
        indexed("機密の書類");
        mail.empty(TARO);

        nanos.addAndGet(Duration.ofHours(12).toNanos());
        indexed("翌朝の会議");
        assertThat(index.status().messages()).isEqualTo(2);
    }
}
