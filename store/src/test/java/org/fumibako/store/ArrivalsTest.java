// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fumibako.store.TestVolume.HANAKO;
import static org.fumibako.store.TestVolume.TARO;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fumibako.db.TestDatabases;
import org.fumibako.model.Content;
import org.fumibako.model.SpecialUse;
import org.fumibako.model.UidSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrivalsTest {
    @TempDir
    private Path directory;

    private TestVolume volume;

    @BeforeEach
    void open() {
        volume = new TestVolume(TestDatabases.sqlite(directory, Volume.MIGRATIONS), directory.resolve("packs"));
        volume.store().createAccount(TARO);
        volume.store().createAccount(HANAKO);
    }

    @AfterEach
    void close() {
        volume.close();
    }

    private static List<Arrivals.Arrival> rest(ArrivalCursor cursor, int page) {
        List<Arrivals.Arrival> all = new ArrayList<>();
        for (List<Arrivals.Arrival> next = cursor.next(page); !next.isEmpty(); next = cursor.next(page)) {
            assertThat(next).hasSizeLessThanOrEqualTo(page);
            all.addAll(next);
        }
        return all;
    }

    @Test
    void everyContentComesOnceOverAllPacksAndAfterTheNextStart() throws Exception {
        List<Long> filed = new ArrayList<>();
        List<Long> read = new ArrayList<>();
        ArrivalMark mark = ArrivalMark.NONE;
        for (int i = 0; i < 60; i++) {
            String text = Integer.toString(i).repeat(3_000)
                    + new java.util.Random(i).ints(2_000).boxed().toList();
            filed.add(volume.file(i % 2 == 0 ? TARO : HANAKO, SpecialUse.INBOX, text)
                    .contentId());
            if (i % 20 == 19) {
                ArrivalCursor cursor = volume.store().arrivals().from(ArrivalMark.parse(mark.toString()));
                rest(cursor, 7).forEach(arrival -> read.add(arrival.contentId()));
                mark = cursor.mark();
                volume.reopen();
            }
        }
        assertThat(read).isEqualTo(filed);
        assertThat(read.stream().map(AppendChange::pack).distinct()).as("packs").hasSizeGreaterThan(2);
        assertThat(filed).allMatch(mark::covers);
        assertThat(mark.covers(volume.file(TARO, SpecialUse.INBOX, "later").contentId()))
                .isFalse();
        assertThat(volume.store().arrivals().waiting(mark)).isEqualTo(1);
    }

    @Test
    void itIsToldWhoHasAContentAndWhatItSays() throws Exception {
        Append.Filing taro = volume.filing(TARO, SpecialUse.INBOX, TestVolume.ROOMY);
        Append.Filing hanako = volume.filing(HANAKO, SpecialUse.JUNK, TestVolume.ROOMY);
        volume.store().append(List.of(Mail.append(Mail.of("to both"), taro, hanako)), true);
        volume.file(TARO, SpecialUse.INBOX, "deleted");
        volume.store().expunge(TARO, volume.mailbox(TARO, SpecialUse.INBOX).id(), UidSet.of(2), false, Mail.ORIGIN);

        List<Arrivals.Arrival> arrivals = rest(volume.store().arrivals().from(ArrivalMark.NONE), 10);
        assertThat(arrivals).hasSize(2);
        assertThat(arrivals.getFirst().accounts()).containsExactlyInAnyOrder(TARO, HANAKO);
        assertThat(arrivals.getLast().accounts()).isEmpty();
        try (Content content = volume.store().arrivals().open(arrivals.getFirst())) {
            assertThat(new String(content.bytes(), StandardCharsets.UTF_8)).isEqualTo("to both");
        }
    }

    @Test
    void theNumberOfArrivalsTellsThatThereAreNewOnes() {
        long before = volume.store().arrivals().committed();
        volume.file(TARO, SpecialUse.INBOX, "one");
        assertThat(volume.store().arrivals().committed()).isEqualTo(before + 1);
    }

    @Test
    void whatTheStoreHasNoMoreIsNamed() {
        long there = volume.file(TARO, SpecialUse.INBOX, "there").contentId();
        assertThat(volume.store().arrivals().gone(new long[] {there - 1, there, there + 1}))
                .containsExactly(there - 1, there + 1);
        assertThat(volume.store().arrivals().gone(new long[0])).isEmpty();
    }

    @Test
    void aMarkThatIsNoneIsRefused() {
        assertThat(ArrivalMark.parse("")).hasToString("");
        assertThatThrownBy(() -> ArrivalMark.parse("twelve")).isInstanceOf(IllegalArgumentException.class);
    }
}
