// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.fumibako.dns.Answer;
import org.fumibako.dns.Budget;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.RecordType;
import org.fumibako.dns.wire.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is remembered, shared, refused and never asked. */
class CachingResolverTest {
    private static final String SOA = "ns.example.jp. host.example.jp. 1 7200 900 1209600 300";

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1000);
    private final List<ScriptedUpstream> upstreams = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (ScriptedUpstream upstream : upstreams) {
            upstream.close();
        }
    }

    @Test
    void anAnswerIsRememberedForItsTimeAndNoLonger() throws IOException {
        ScriptedUpstream upstream = upstream(asked -> List.of(asked.reply(0)
                .answer("mx.example.jp", 60, RecordType.A, "192.0.2.1")
                .answer("mx.example.jp", 300, RecordType.A, "192.0.2.2")
                .build()));
        CachingResolver resolver = resolver(upstream, false);
        assertThat(((Answer.Records) ask(resolver, "mx.example.jp")).data()).hasSize(2);
        now.addAndGet(Duration.ofSeconds(59).toNanos());
        assertThat(((Answer.Records) ask(resolver, "mx.example.jp")).ttl()).isEqualTo(Duration.ofSeconds(1));
        assertThat(upstream.asked()).hasSize(1);
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        ask(resolver, "mx.example.jp");
        assertThat(upstream.asked()).hasSize(2);
    }

    @Test
    void noIsRememberedForTheLesserOfTheSoasTtlAndMinimum() throws IOException {
        ScriptedUpstream upstream = upstream(
                asked -> List.of(asked.reply(asked.name().text().startsWith("no") ? Wire.NAME_ERROR : Wire.NO_ERROR)
                        .authority("example.jp", 3600, RecordType.SOA, SOA)
                        .build()));
        CachingResolver resolver = resolver(upstream, false);
        assertThat(ask(resolver, "no.example.jp")).isEqualTo(new Answer.NoSuchName());
        assertThat(ask(resolver, "example.jp")).isEqualTo(new Answer.NoData());
        now.addAndGet(Duration.ofSeconds(299).toNanos());
        assertThat(ask(resolver, "no.example.jp")).isEqualTo(new Answer.NoSuchName());
        assertThat(upstream.asked()).hasSize(2);
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        ask(resolver, "no.example.jp");
        assertThat(upstream.asked()).hasSize(3);
    }

    @Test
    void aNoWithoutAnSoaIsNotRemembered() throws IOException {
        ScriptedUpstream upstream =
                upstream(asked -> List.of(asked.reply(Wire.NAME_ERROR).build()));
        CachingResolver resolver = resolver(upstream, false);
        ask(resolver, "no.example.jp");
        assertThat(ask(resolver, "no.example.jp")).isEqualTo(new Answer.NoSuchName());
        assertThat(upstream.asked()).hasSize(2);
    }

    @Test
    void equalQuestionsAtTheSameTimeAreAskedOnce() throws Exception {
        CountDownLatch everybodyAsks = new CountDownLatch(1);
        ScriptedUpstream upstream = upstream(asked -> {
            awaitOrFail(everybodyAsks);
            return List.of(asked.reply(0)
                    .answer("mx.example.jp", 0, RecordType.A, "192.0.2.1")
                    .build());
        });
        CachingResolver resolver = new CachingResolver(
                new ResolverConfig(List.of(upstream.upstream(false)), List.of(), Duration.ofSeconds(10)),
                new SecureRandom(),
                System::nanoTime);
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = new ArrayList<>();
            CountDownLatch started = new CountDownLatch(20);
            for (int i = 0; i < 20; i++) {
                answers.add(pool.submit(() -> {
                    started.countDown();
                    return ask(resolver, "mx.example.jp");
                }));
            }
            awaitOrFail(started);
            everybodyAsks.countDown();
            for (Future<Answer> answer : answers) {
                assertThat(answer.get()).isInstanceOf(Answer.Records.class);
            }
        }
        assertThat(upstream.asked()).hasSizeLessThan(20);
    }

    @Test
    void aFailureIsRememberedForAMoment() throws IOException {
        ScriptedUpstream upstream =
                upstream(asked -> List.of(asked.reply(Wire.SERVER_FAILURE).build()));
        CachingResolver resolver = resolver(upstream, false);
        assertThat(reason(ask(resolver, "example.jp"))).isEqualTo(Answer.Reason.SERVER_FAILURE);
        ask(resolver, "example.jp");
        assertThat(upstream.asked()).hasSize(1);
        now.addAndGet(ResolverLimits.FAILURE_TTL.toNanos());
        ask(resolver, "example.jp");
        assertThat(upstream.asked()).hasSize(2);
    }

    @Test
    void localNamesAreNotAsked() throws IOException {
        ScriptedUpstream upstream =
                upstream(asked -> List.of(asked.reply(Wire.REFUSED).build()));
        CachingResolver resolver = resolver(upstream, false);
        assertThat(ask(resolver, "localhost").all(RecordData.A.class)).hasSize(1);
        for (String name : List.of(
                "printer.local",
                "a.test",
                "x.invalid",
                "x.onion",
                "1.0.168.192.in-addr.arpa",
                "1.0.16.172.in-addr.arpa")) {
            assertThat(ask(resolver, name)).as(name).isEqualTo(new Answer.NoSuchName());
        }
        assertThat(upstream.asked()).isEmpty();
        ask(resolver, "1.0.32.172.in-addr.arpa");
        assertThat(upstream.asked()).hasSize(1);
    }

    @Test
    void aForwardTakesItsNamesElsewhere() throws IOException {
        ScriptedUpstream world =
                upstream(asked -> List.of(asked.reply(Wire.NAME_ERROR).build()));
        ScriptedUpstream home = upstream(asked -> List.of(asked.reply(0)
                .answer(asked.name().text(), 60, RecordType.A, "192.0.2.1")
                .build()));
        CachingResolver resolver = new CachingResolver(
                new ResolverConfig(
                        List.of(world.upstream(false)),
                        List.of(new Forward(DnsName.of("test"), List.of(home.upstream(false)))),
                        Duration.ofSeconds(5)),
                new SecureRandom(),
                now::get);
        assertThat(ask(resolver, "gmail.test")).isInstanceOf(Answer.Records.class);
        assertThat(ask(resolver, "contest")).isEqualTo(new Answer.NoSuchName());
        assertThat(world.asked()).extracting(asked -> asked.name().text()).containsExactly("contest");
    }

    @Test
    void dnssecIsBelievedOfATrustedUpstreamOnly() throws IOException {
        ScriptedUpstream upstream = upstream(asked -> List.of(asked.reply(Wire.AD)
                .answer("mx.example.jp", 60, RecordType.A, "192.0.2.1")
                .build()));
        assertThat(((Answer.Records) ask(resolver(upstream, false), "mx.example.jp")).authenticated())
                .isFalse();
        assertThat(((Answer.Records) ask(resolver(upstream, true), "mx.example.jp")).authenticated())
                .isTrue();
    }

    @Test
    void aSpentBudgetAsksNothing() throws IOException {
        ScriptedUpstream upstream = upstream(asked -> List.of());
        Answer answer = resolver(upstream, false)
                .resolve(DnsName.of("example.jp"), RecordType.A, Budget.of(0, Duration.ofSeconds(5), now::get));
        assertThat(reason(answer)).isEqualTo(Answer.Reason.BUDGET_SPENT);
        assertThat(upstream.asked()).isEmpty();
    }

    private ScriptedUpstream upstream(Function<ScriptedUpstream.Asked, List<byte[]>> script) throws IOException {
        ScriptedUpstream upstream = new ScriptedUpstream(script);
        upstreams.add(upstream);
        return upstream;
    }

    private CachingResolver resolver(ScriptedUpstream upstream, boolean trusted) {
        return new CachingResolver(
                new ResolverConfig(List.of(upstream.upstream(trusted)), List.of(), Duration.ofSeconds(5)),
                new SecureRandom(),
                now::get);
    }

    private static Answer ask(CachingResolver resolver, String name) {
        return resolver.resolve(DnsName.of(name), RecordType.A, Budget.of(1, Duration.ofSeconds(20), System::nanoTime));
    }

    private static Answer.Reason reason(Answer answer) {
        return ((Answer.Failure) answer).reason();
    }

    private static void awaitOrFail(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
