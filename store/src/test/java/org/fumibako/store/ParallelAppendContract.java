// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fumibako.store.TestVolume.ROOMY;
import static org.fumibako.store.TestVolume.TARO;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.fumibako.model.ByteSize;
import org.fumibako.model.Content;
import org.fumibako.model.SpecialUse;
import org.junit.jupiter.api.Test;

/** What many appenders at once may rely on. */
interface ParallelAppendContract {
    TestVolume volume();

    @Test
    default void ofFiftyThatRaceForTheLastRoomExactlyOneIsFiled() throws Exception {
        Content hundred = Mail.of("x".repeat(100));
        ByteSize limit = new ByteSize(10_000);
        for (int i = 0; i < 99; i++) {
            assertThat(volume().file(volume().filing(TARO, SpecialUse.INBOX, limit), hundred))
                    .isInstanceOf(Append.Outcome.Filed.class);
        }
        Append.Filing last = volume().filing(TARO, SpecialUse.INBOX, limit);
        List<Append.Outcome> outcomes = atOnce(50, 1, number -> volume().file(last, hundred));
        assertThat(outcomes).filteredOn(Append.Outcome.Filed.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(Append.Outcome.OverQuota.class::isInstance)
                .hasSize(49);
        assertThat(volume().store().usage(TARO)).isEqualTo(new MessageStore.Usage(limit, 100));
        volume().reopen();
        assertThat(volume().store().usage(TARO)).isEqualTo(new MessageStore.Usage(limit, 100));
        assertThat(volume().snapshot(TARO, SpecialUse.INBOX).size()).isEqualTo(100);
    }

    @Test
    default void uidsRiseInTheOrderOfCommits() throws Exception {
        Append.Filing filing = volume().filing(TARO, SpecialUse.INBOX, ROOMY);
        List<Append.Outcome> outcomes =
                atOnce(20, 10, number -> volume().file(filing, Mail.of("message of " + number)));
        List<Append.Outcome.Filed> filed = outcomes.stream()
                .map(Append.Outcome.Filed.class::cast)
                .sorted(Comparator.comparingLong(Append.Outcome.Filed::uid))
                .toList();
        assertThat(filed).extracting(Append.Outcome.Filed::uid).containsExactlyElementsOf(upTo(200));
        assertThat(filed).extracting(Append.Outcome.Filed::modSeq).isSorted().doesNotHaveDuplicates();
        assertThat(filed).extracting(Append.Outcome.Filed::contentId).isSorted().doesNotHaveDuplicates();
        volume().reopen();
        MailboxSnapshot snapshot = volume().snapshot(TARO, SpecialUse.INBOX);
        assertThat(snapshot.size()).isEqualTo(200);
        assertThat(volume().file(TARO, SpecialUse.INBOX, "next").uid()).isEqualTo(201);
    }

    /** Appends something and says what became of it. */
    interface Appender {
        Append.Outcome append(int number);
    }

    /** All begin at the same moment; each appends {@code times}, and gets rising UIDs. */
    private static List<Append.Outcome> atOnce(int appenders, int times, Appender appender) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<List<Append.Outcome>>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < appenders; number++) {
                int own = number;
                running.add(threads.submit(() -> {
                    start.await();
                    List<Append.Outcome> outcomes = new ArrayList<>();
                    for (int i = 0; i < times; i++) {
                        outcomes.add(appender.append(own));
                    }
                    return outcomes;
                }));
            }
            start.countDown();
            List<Append.Outcome> all = new ArrayList<>();
            for (Future<List<Append.Outcome>> one : running) {
                List<Append.Outcome> outcomes = one.get();
                assertThat(outcomes)
                        .filteredOn(Append.Outcome.Filed.class::isInstance)
                        .extracting(outcome -> ((Append.Outcome.Filed) outcome).uid())
                        .isSorted();
                all.addAll(outcomes);
            }
            return all;
        }
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
