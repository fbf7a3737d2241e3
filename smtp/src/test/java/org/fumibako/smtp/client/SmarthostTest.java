// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.fumibako.dns.RecordText;
import org.fumibako.dns.RecordType;
import org.fumibako.model.DomainName;
import org.fumibako.smtp.client.Smarthost.Credentials;
import org.fumibako.smtp.client.Smarthost.Tls;
import org.fumibako.testkit.Reaction;
import org.fumibako.testkit.SinkMx;
import org.fumibako.testkit.SinkScript;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SmarthostTest {
    private static final Credentials US = new Credentials("user", "secret");
    private final Outside outside = new Outside();

    @BeforeEach
    void trust() throws Exception {
        outside.trust(Certificates.FAR.trusting());
        outside.dns.add("smart.far.test", RecordText.parse(RecordType.A, "127.0.0.1"));
    }

    @AfterEach
    void close() throws Exception {
        outside.close();
    }

    @Test
    void domainsMayHaveWaysOfTheirOwn() {
        Smarthost all = new Smarthost("smart.far.test", 587, Tls.REQUIRED, Optional.of(US));
        Smarthost one = new Smarthost("other.far.test", 465, Tls.IMPLICIT, Optional.of(US));
        NextHops hops = new NextHops(
                Map.of(DomainName.of("a.test"), Optional.of(one), DomainName.of("b.test"), Optional.empty()),
                Optional.of(all));
        assertThat(hops.of(DomainName.of("a.test"))).isEqualTo(new NextHop.Relay(one));
        assertThat(hops.of(DomainName.of("b.test"))).isEqualTo(new NextHop.MailExchangers(DomainName.of("b.test")));
        assertThat(hops.of(DomainName.of("c.test"))).isEqualTo(new NextHop.Relay(all));
        assertThat(hops.of(DomainName.of("c.test")).key()).isEqualTo("smarthost:smart.far.test:587");
    }

    @Test
    void aPasswordWithoutTlsIsNoConfiguration() {
        assertThatThrownBy(() -> new Smarthost("smart.far.test", 587, Tls.OPPORTUNISTIC, Optional.of(US)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(US.toString()).doesNotContain("secret");
    }

    @Test
    void mailGoesToItsAddressWhateverItsExchangesAre() throws Exception {
        SinkMx sink = outside.sink(SinkScript.MODERN);
        outside.dns.add("smart.far.test", RecordText.parse(RecordType.MX, "0 ."));
        assertThat(deliver(sink, "smart.far.test", Tls.NONE, Optional.empty())).isInstanceOf(Outcome.Delivered.class);
    }

    @Test
    void anAddressNeedsNoDns() throws Exception {
        SinkMx sink = outside.sink(SinkScript.MODERN);
        assertThat(deliver(sink, "127.0.0.1", Tls.OPPORTUNISTIC, Optional.empty()))
                .isInstanceOf(Outcome.Delivered.class);
        assertThat(outside.dns.questions()).isZero();
    }

    @Test
    void plainIsUsedUnderTls() throws Exception {
        SinkMx sink = outside.sink(
                SinkScript.MODERN.offering("AUTH PLAIN LOGIN").withStartTls(Certificates.FAR.serverContext()));
        assertThat(deliver(sink, "smart.far.test", Tls.REQUIRED, Optional.of(US)))
                .isInstanceOf(Outcome.Delivered.class);
        assertThat(sink.lines()).containsSubsequence("STARTTLS", "EHLO out.near.test", "AUTH PLAIN AHVzZXIAc2VjcmV0");
    }

    @Test
    void loginIsUsedWhereThereIsNothingElse() throws Exception {
        SinkMx sink = outside.sink(SinkScript.MODERN
                .offering("AUTH LOGIN")
                .withImplicitTls(Certificates.FAR.serverContext())
                .on("AUTH", Reaction.say("334 VXNlcm5hbWU6"))
                .on("dXNlcg==", Reaction.say("334 UGFzc3dvcmQ6"))
                .on("c2VjcmV0", Reaction.say("235 2.7.0 welcome")));
        assertThat(deliver(sink, "smart.far.test", Tls.IMPLICIT, Optional.of(US)))
                .isInstanceOf(Outcome.Delivered.class);
        assertThat(sink.received().getFirst().tls()).isTrue();
    }

    @Test
    void aServerThatCannotDoScramDoesNotLearnThePassword() throws Exception {
        SinkMx sink = outside.sink(SinkScript.MODERN
                .offering("AUTH PLAIN SCRAM-SHA-256")
                .withImplicitTls(Certificates.FAR.serverContext())
                .on("AUTH", Reaction.say("334 cj14LHM9eCxpPTE=")));
        Outcome outcome = deliver(sink, "smart.far.test", Tls.IMPLICIT, Optional.of(US));
        assertThat(outcome).isInstanceOf(Outcome.Deferred.class);
        assertThat(outcome.attempt().words()).isEqualTo("the server's SCRAM challenge is not acceptable");
    }

    @Test
    void aWrongPasswordIsForTheOperatorToMendSoTheMailWaits() throws Exception {
        SinkMx sink = outside.sink(SinkScript.MODERN
                .offering("AUTH PLAIN")
                .withImplicitTls(Certificates.FAR.serverContext())
                .on("AUTH", Reaction.say("535 5.7.8 who are you?")));
        Outcome outcome = deliver(sink, "smart.far.test", Tls.IMPLICIT, Optional.of(US));
        assertThat(outcome).isInstanceOf(Outcome.Deferred.class);
        assertThat(outcome.attempt().words()).isEqualTo("535 5.7.8 who are you?");
        assertThat(outcome.attempt().status()).hasToString("4.7.8");
    }

    @Test
    void thePasswordIsNotShownToAnImpostor() throws Exception {
        SinkMx sink = outside.sink(
                SinkScript.MODERN.offering("AUTH PLAIN").withStartTls(Certificates.STRANGE.serverContext()));
        assertThat(deliver(sink, "smart.far.test", Tls.REQUIRED, Optional.of(US)))
                .isInstanceOf(Outcome.Deferred.class);
        assertThat(sink.lines()).noneMatch(line -> line.startsWith("AUTH"));
    }

    @Test
    void aServerWithoutTlsIsNotShownThePassword() throws Exception {
        SinkMx sink = outside.sink(SinkScript.MODERN.offering("AUTH PLAIN"));
        assertThat(deliver(sink, "smart.far.test", Tls.REQUIRED, Optional.of(US)))
                .isInstanceOf(Outcome.Deferred.class);
        assertThat(sink.lines()).containsExactly("EHLO out.near.test");
    }

    @Test
    void aSmarthostThatDnsDoesNotKnowIsTriedLater() throws Exception {
        SinkMx sink = outside.sink(SinkScript.MODERN);
        assertThat(deliver(sink, "nowhere.test", Tls.NONE, Optional.empty())).isInstanceOf(Outcome.Deferred.class);
    }

    private Outcome deliver(SinkMx sink, String host, Tls tls, Optional<Credentials> credentials) {
        NextHop hop = new NextHop.Relay(new Smarthost(host, sink.port(), tls, credentials));
        return Outside.only(outside.client(25).deliver(hop, Outside.message("a@far.test")));
    }
}
