// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.fumibako.model.DomainName;
import org.fumibako.smtp.client.Attempt;
import org.fumibako.smtp.client.NextHop;
import org.fumibako.smtp.client.Stage;
import org.fumibako.store.queue.Claim;
import org.junit.jupiter.api.Test;

/** Who is next, how many at a time, and when again. */
class TurnsTest {
    private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");
    private static final Attempt REFUSED_CONNECTION =
            Attempt.failed(Optional.empty(), Stage.CONNECT, "4.4.1", "connection refused");

    @Test
    void lanesTakeTurnsAndWithinALaneItsHops() {
        Window window = new Window();
        window.add(entry(1, 1, "a.test"));
        window.add(entry(2, 1, "a.test"));
        window.add(entry(3, 1, "b.test"));
        window.add(entry(4, 2, "a.test"));
        List<Long> order = new ArrayList<>();
        for (Optional<Window.Entry> next = window.next(hop -> true);
                next.isPresent();
                next = window.next(hop -> true)) {
            order.add(next.get().claim().queueId());
        }
        assertThat(order).containsExactly(1L, 4L, 3L, 2L);
        assertThat(window.next("a.test")).isEmpty();
    }

    @Test
    void atOneHopLanesTakeTurnsToo() {
        Window window = new Window();
        window.add(entry(1, 1, "a.test"));
        window.add(entry(2, 1, "a.test"));
        window.add(entry(3, 2, "a.test"));
        assertThat(IntStream.range(0, 3)
                        .mapToObj(
                                i -> window.next("a.test").orElseThrow().claim().queueId()))
                .containsExactly(1L, 3L, 2L);
    }

    @Test
    void aHopThatIsNotFreeIsPassedOver() {
        Window window = new Window();
        window.add(entry(1, 1, "a.test"));
        window.add(entry(2, 2, "b.test"));
        assertThat(window.next("b.test"::equals))
                .map(next -> next.claim().queueId())
                .contains(2L);
        assertThat(window.next("b.test"::equals)).isEmpty();
        assertThat(window.drain()).extracting(Claim::queueId).containsExactly(1L);
    }

    @Test
    void aLaneMayHoldItsShareAndNotOneMore() {
        Holdings holdings = new Holdings(100);
        assertThat(holdings.reserve(1, 51)).isFalse();
        assertThat(holdings.reserve(1, 50)).isTrue();
        assertThat(holdings.reserve(1, 1)).isFalse();
        assertThat(holdings.reserve(2, 34)).isFalse();
        assertThat(holdings.reserve(2, 33)).isTrue();
        assertThat(holdings.appetite(500).recipients()).isEqualTo(17);
        holdings.forgo(1, 50);
        assertThat(holdings.appetite(500).fullLanes()).isEmpty();
        assertThat(holdings.reserve(1, 1)).isTrue();
    }

    @Test
    void whatIsClaimedCountsForItsLaneAndItsDomain() {
        Holdings holdings = new Holdings(8);
        for (int i = 0; i < 2; i++) {
            holdings.add(entry(i, 1, "a.test").claim());
        }
        assertThat(holdings.appetite(3).recipients()).isEqualTo(3);
        assertThat(holdings.appetite(3).fullWays()).hasSize(1);
        assertThat(holdings.appetite(3).fullLanes()).isEmpty();
        holdings.remove(entry(0, 1, "a.test").claim());
        assertThat(holdings.appetite(3).fullWays()).isEmpty();
    }

    @Test
    void aPlaceThatAnswersGetsMoreConnectionsUpToTheBound() {
        Destination place = new Destination(4);
        assertThat(place.limit()).isEqualTo(Destination.FIRST_LIMIT);
        for (int i = 0; i < 5; i++) {
            place.begin();
            place.answered();
        }
        assertThat(place.limit()).isEqualTo(4);
        IntStream.range(0, 4).forEach(i -> place.begin());
        assertThat(place.free(NOW)).isFalse();
    }

    @Test
    void aPlaceWhereNobodyAnswersRestsLongerEachTime() {
        Destination place = new Destination(4);
        Instant now = NOW;
        for (int minutes : new int[] {1, 2, 4, 8, 15, 15}) {
            place.begin();
            place.unreachable(REFUSED_CONNECTION, now);
            assertThat(place.rest(now)).map(Destination.Rest::until).contains(now.plus(Duration.ofMinutes(minutes)));
            now = now.plus(Duration.ofMinutes(minutes));
            assertThat(place.rest(now)).isEmpty();
        }
        assertThat(place.limit()).isOne();
        place.begin();
        place.answered();
        place.begin();
        place.unreachable(REFUSED_CONNECTION, now);
        assertThat(place.rest(now)).map(Destination.Rest::until).contains(now.plus(Duration.ofMinutes(1)));
    }

    @Test
    void oneFailureAmongOpenConnectionsMakesFewerAndNoRest() {
        Destination place = new Destination(8);
        place.begin();
        place.begin();
        place.unreachable(REFUSED_CONNECTION, NOW);
        assertThat(place.rest(NOW)).isEmpty();
        assertThat(place.limit()).isOne();
    }

    @Test
    void waitsGrowToFourHoursAndAreNotAllTheSame() {
        RetrySchedule schedule = RetrySchedule.DEFAULT;
        Random random = new Random(7);
        long[] minutes = {1, 5, 15, 30, 60, 120, 240, 240};
        for (int attempts = 1; attempts <= minutes.length; attempts++) {
            Duration wait = Duration.between(NOW, schedule.next(attempts, NOW, random));
            Duration standard = Duration.ofMinutes(minutes[attempts - 1]);
            assertThat(wait)
                    .isBetween(
                            standard.multipliedBy(8).dividedBy(10),
                            standard.multipliedBy(12).dividedBy(10));
        }
        assertThat(schedule.next(1, NOW, random)).isNotEqualTo(schedule.next(1, NOW, random));
    }

    private static Window.Entry entry(long id, long lane, String domain) {
        DomainName name = DomainName.of(domain);
        return new Window.Entry(new Claim(id, lane, name, List.of(0), NOW), new NextHop.MailExchangers(name));
    }
}
