// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fumibako.dns.Answer;
import org.fumibako.dns.Budget;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.RecordText;
import org.fumibako.dns.RecordType;
import org.fumibako.dns.wire.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Upstreams that lie, cut, loop or say nothing. */
class HostileUpstreamTest {
    private static final RecordData GOOD = RecordText.parse(RecordType.A, "192.0.2.1");

    private final List<ScriptedUpstream> upstreams = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (ScriptedUpstream upstream : upstreams) {
            upstream.close();
        }
    }

    static Stream<Function<byte[], byte[]>> forgeries() {
        return Stream.of(
                good -> change(good, 1, 1),
                good -> change(good, 2, 0x80),
                good -> change(good, 5, 3),
                good -> change(good, 14, 0x20),
                good -> change(good, good.length - 6, 0x40),
                good -> Arrays.copyOf(good, good.length - 1),
                good -> Arrays.copyOf(good, 11),
                good -> new byte[0],
                good -> new byte[5000]);
    }

    /** An off-path forger's messages do not keep the true answer from arriving. */
    @ParameterizedTest
    @MethodSource("forgeries")
    void whatIsNoReplyToTheQuestionIsPassedOver(Function<byte[], byte[]> forgery) throws IOException {
        CachingResolver resolver = resolver(upstream(asked -> {
            byte[] good = good(asked);
            return List.of(forgery.apply(good), good);
        }));
        assertThat(ask(resolver, "mx.example.jp").all(RecordData.class)).containsExactly(GOOD);
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void nothingElseCountsEvenWhenNoReplyComes(Function<byte[], byte[]> forgery) throws IOException {
        CachingResolver resolver = resolver(upstream(asked -> List.of(forgery.apply(good(asked)))));
        assertThat(reason(ask(resolver, "mx.example.jp"))).isIn(Answer.Reason.MALFORMED, Answer.Reason.TIMEOUT);
    }

    @Test
    void aFloodOfForgeriesIsEscapedOverTcp() throws IOException {
        ScriptedUpstream upstream = upstream(asked -> {
            byte[] good = good(asked);
            List<byte[]> forged = new ArrayList<>();
            for (int i = 0; i < ResolverLimits.MAX_STRAYS; i++) {
                forged.add(change(good, 1, 1 + i));
            }
            return asked.tcp() ? List.of(good) : forged;
        });
        assertThat(ask(resolver(upstream), "mx.example.jp").all(RecordData.class))
                .containsExactly(GOOD);
        assertThat(upstream.asked()).extracting(ScriptedUpstream.Asked::tcp).containsExactly(false, true);
    }

    @Test
    void oneForgeryLessIsStillReadOverUdp() throws IOException {
        ScriptedUpstream upstream = upstream(asked -> {
            byte[] good = good(asked);
            List<byte[]> messages = new ArrayList<>();
            for (int i = 0; i < ResolverLimits.MAX_STRAYS - 1; i++) {
                messages.add(change(good, 1, 1 + i));
            }
            messages.add(good);
            return messages;
        });
        assertThat(ask(resolver(upstream), "mx.example.jp").all(RecordData.class))
                .containsExactly(GOOD);
        assertThat(upstream.asked()).extracting(ScriptedUpstream.Asked::tcp).containsExactly(false);
    }

    @Test
    void aTruncatedReplyIsFetchedOverTcp() throws IOException {
        CachingResolver resolver = resolver(upstream(asked ->
                List.of(asked.tcp() ? good(asked) : asked.reply(Wire.TC).build())));
        assertThat(ask(resolver, "mx.example.jp").all(RecordData.class)).containsExactly(GOOD);
    }

    @Test
    void anUpstreamWithoutEdnsIsAskedWithout() throws IOException {
        ScriptedUpstream upstream = upstream(
                asked -> List.of(asked.edns() ? asked.reply(Wire.FORMAT_ERROR).build() : good(asked)));
        assertThat(ask(resolver(upstream), "mx.example.jp").all(RecordData.class))
                .containsExactly(GOOD);
    }

    @Test
    void aSilentUpstreamGivesWayToTheNext() throws IOException {
        ScriptedUpstream silent = upstream(asked -> List.of());
        ScriptedUpstream alive = upstream(asked -> List.of(good(asked)));
        CachingResolver resolver = resolver(silent, alive);
        assertThat(ask(resolver, "mx.example.jp").all(RecordData.class)).containsExactly(GOOD);
        ask(resolver, "mx2.example.jp");
        assertThat(silent.asked())
                .as("the one that answered is asked first from then on")
                .hasSize(1);
    }

    @Test
    void nobodyWaitsForEver() throws IOException {
        CachingResolver resolver = resolver(upstream(asked -> List.of()));
        assertThat(reason(ask(resolver, "mx.example.jp"))).isEqualTo(Answer.Reason.TIMEOUT);
        Answer hurried = resolver.resolve(
                DnsName.of("b.example.jp"), RecordType.A, Budget.of(1, Duration.ofMillis(50), System::nanoTime));
        assertThat(reason(hurried)).isEqualTo(Answer.Reason.BUDGET_SPENT);
    }

    @Test
    void oneThatRefusesGivesWayToTheNext() throws IOException {
        ScriptedUpstream unwilling =
                upstream(asked -> List.of(asked.reply(Wire.REFUSED).build()));
        assertThat(reason(ask(resolver(unwilling), "mx.example.jp"))).isEqualTo(Answer.Reason.REFUSED);
        CachingResolver both = resolver(unwilling, upstream(asked -> List.of(good(asked))));
        assertThat(ask(both, "mx.example.jp").all(RecordData.class)).containsExactly(GOOD);
    }

    @Test
    void aliasesAreFollowedInOneReplyAndOverSeveral() throws IOException {
        CachingResolver resolver = resolver(upstream(asked -> List.of(
                asked.name().text().equals("www.example.jp")
                        ? asked.reply(0)
                                .answer("a.example.jp", 5, RecordType.CNAME, "b.example.net")
                                .answer("www.example.jp", 60, RecordType.CNAME, "a.example.jp")
                                .answer("evil.example.jp", 60, RecordType.A, "192.0.2.66")
                                .build()
                        : good(asked))));
        Answer.Records records = (Answer.Records) ask(resolver, "www.example.jp");
        assertThat(records.data()).containsExactly(GOOD);
        assertThat(records.ttl()).isEqualTo(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 10, 11})
    void tenAliasesAreEnough(int aliases) throws IOException {
        CachingResolver resolver = resolver(upstream(asked -> {
            int at = Integer.parseInt(asked.name().labels().getFirst());
            return List.of(
                    at == aliases
                            ? good(asked)
                            : asked.reply(0)
                                    .answer(asked.name().text(), 60, RecordType.CNAME, (at + 1) + ".example.jp")
                                    .build());
        }));
        Answer answer = ask(resolver, "0.example.jp");
        if (aliases <= ResolverLimits.MAX_ALIASES) {
            assertThat(answer.all(RecordData.class)).containsExactly(GOOD);
        } else {
            assertThat(reason(answer)).isEqualTo(Answer.Reason.MALFORMED);
        }
    }

    @Test
    void aliasesInCirclesAreNotFollowed() throws IOException {
        CachingResolver resolver = resolver(upstream(asked -> List.of(asked.reply(0)
                .answer("a.example.jp", 60, RecordType.CNAME, "b.example.jp")
                .answer("b.example.jp", 60, RecordType.CNAME, "a.example.jp")
                .build())));
        assertThat(reason(ask(resolver, "a.example.jp"))).isEqualTo(Answer.Reason.MALFORMED);
    }

    @Test
    void anAliasIntoThisMachineLeadsNowhere() throws IOException {
        CachingResolver resolver = resolver(upstream(asked -> List.of(asked.reply(0)
                .answer("a.example.jp", 60, RecordType.CNAME, "localhost")
                .build())));
        assertThat(ask(resolver, "a.example.jp")).isEqualTo(new Answer.NoSuchName());
    }

    private ScriptedUpstream upstream(Function<ScriptedUpstream.Asked, List<byte[]>> script) throws IOException {
        ScriptedUpstream upstream = new ScriptedUpstream(script);
        upstreams.add(upstream);
        return upstream;
    }

    private static CachingResolver resolver(ScriptedUpstream... upstreams) {
        return new CachingResolver(
                new ResolverConfig(
                        Stream.of(upstreams).map(one -> one.upstream(false)).toList(),
                        List.of(),
                        Duration.ofMillis(150)),
                new SecureRandom(),
                System::nanoTime);
    }

    private static Answer ask(CachingResolver resolver, String name) {
        return resolver.resolve(DnsName.of(name), RecordType.A, Budget.of(1, Duration.ofSeconds(20), System::nanoTime));
    }

    private static Answer.Reason reason(Answer answer) {
        return ((Answer.Failure) answer).reason();
    }

    private static byte[] good(ScriptedUpstream.Asked asked) {
        return asked.reply(0)
                .answer(asked.name().text(), 60, RecordType.A, "192.0.2.1")
                .build();
    }

    private static byte[] change(byte[] message, int at, int mask) {
        byte[] changed = message.clone();
        changed[at] ^= (byte) mask;
        return changed;
    }
}
