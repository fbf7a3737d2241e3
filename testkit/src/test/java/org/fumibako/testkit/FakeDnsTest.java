// SPDX-License-Identifier: Apache-2.0
package org.fumibako.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.fumibako.dns.Answer;
import org.fumibako.dns.Budget;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.Question;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.RecordType;
import org.junit.jupiter.api.Test;

class FakeDnsTest {
    private final FakeDns dns = FakeDns.of("""
            ; a small world
            example.jp      MX    10 mx.example.jp
            example.jp      TXT   "v=spf1 mx -all"
            mx.example.jp   A     192.0.2.1
            www.example.jp  CNAME mx.example.jp
            loop.example.jp CNAME loop.example.jp
            """).fail("dead.example.jp", Answer.Reason.TIMEOUT);

    private final Budget budget = Budget.of(20, Duration.ofSeconds(20), System::nanoTime);

    @Test
    void answersWhatItWasTold() {
        assertThat(ask("example.jp", RecordType.MX).all(RecordData.Mx.class))
                .containsExactly(new RecordData.Mx(10, DnsName.of("mx.example.jp")));
        assertThat(ask("example.jp", RecordType.A)).isEqualTo(new Answer.NoData());
        assertThat(ask("jp", RecordType.A)).isEqualTo(new Answer.NoData());
        assertThat(ask("no.example.jp", RecordType.A)).isEqualTo(new Answer.NoSuchName());
    }

    @Test
    void followsAliasesButNotForEver() {
        assertThat(ask("www.example.jp", RecordType.A).all(RecordData.A.class)).hasSize(1);
        assertThat(ask("loop.example.jp", RecordType.A)).isInstanceOf(Answer.Failure.class);
    }

    @Test
    void failsWhereItWasToldTo() {
        assertThat(ask("dead.example.jp", RecordType.A))
                .isInstanceOfSatisfying(
                        Answer.Failure.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Answer.Reason.TIMEOUT));
    }

    @Test
    void anAnswerIsProvenWhenEveryAliasOnTheWayIs() {
        dns.secure("mx.example.jp");
        assertThat(ask("mx.example.jp", RecordType.A))
                .isInstanceOfSatisfying(
                        Answer.Records.class,
                        records -> assertThat(records.authenticated()).isTrue());
        assertThat(ask("www.example.jp", RecordType.A))
                .isInstanceOfSatisfying(
                        Answer.Records.class,
                        records -> assertThat(records.authenticated()).isFalse());
    }

    @Test
    void questionsAreCountedAndTheBudgetIsKept() {
        Budget one = Budget.of(1, Duration.ofSeconds(20), System::nanoTime);
        dns.resolve(DnsName.of("example.jp"), RecordType.MX, one);
        Answer refused = dns.resolve(DnsName.of("example.jp"), RecordType.TXT, one);
        assertThat(refused)
                .isInstanceOfSatisfying(
                        Answer.Failure.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Answer.Reason.BUDGET_SPENT));
        assertThat(dns.asked()).isEqualTo(List.of(new Question(DnsName.of("example.jp"), RecordType.MX)));
    }

    private Answer ask(String name, RecordType type) {
        return dns.resolve(DnsName.of(name), type, budget);
    }
}
