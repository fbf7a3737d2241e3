// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.fumibako.mailauth.TlsPolicy;
import org.fumibako.mailauth.dane.TlsaRecord;
import org.fumibako.mailauth.mtasts.MxPattern;
import org.fumibako.testkit.Reaction;
import org.fumibako.testkit.SinkMx;
import org.fumibako.testkit.SinkScript;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is done without TLS, and what is not (RFC 7435, RFC 8461 §5, RFC 7672 §2.2). */
@Timeout(60)
class TlsPolicyTest {
    private final Outside outside = new Outside();

    @AfterEach
    void close() throws Exception {
        outside.close();
    }

    @Test
    void tlsIsUsedWhereItIsOfferedWhoeverAnswers() throws Exception {
        SinkMx sink = outside.exchange(SinkScript.MODERN.withStartTls(Certificates.STRANGE.serverContext()));
        Outcome outcome = deliver(sink);
        assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
        TlsProtection protection = outcome.attempt().host().orElseThrow().tls().orElseThrow();
        assertThat(protection.protocol()).isEqualTo("TLSv1.3");
        assertThat(protection.verification()).isEqualTo(TlsProtection.Verification.NONE);
        assertThat(sink.received().getFirst().tls()).isTrue();
        assertThat(sink.lines()).startsWith("EHLO out.near.test", "STARTTLS", "EHLO out.near.test");
    }

    @Test
    void aServerThatRefusesStartTlsGetsTheMessageInClear() throws Exception {
        SinkMx sink = outside.exchange(SinkScript.MODERN
                .withStartTls(Certificates.FAR.serverContext())
                .on("STARTTLS", Reaction.say("454 4.7.0 not just now")));
        assertThat(deliver(sink)).isInstanceOf(Outcome.Delivered.class);
        assertThat(sink.received().getFirst().tls()).isFalse();
        assertThat(sink.connections()).isEqualTo(1);
    }

    @Test
    void aHandshakeThatFailsIsFollowedByAConnectionInClear() throws Exception {
        SinkMx sink = outside.exchange(SinkScript.MODERN
                .withStartTls(Certificates.FAR.serverContext())
                .on(SinkScript.HANDSHAKE, Reaction.sayAndDrop("this is no handshake")));
        Outcome outcome = deliver(sink);
        assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
        assertThat(outcome.attempt().host().orElseThrow().tls()).isEmpty();
        assertThat(sink.connections()).isEqualTo(2);
    }

    @Test
    void aHandshakeThatStallsIsFollowedByAConnectionInClear() throws Exception {
        SinkMx sink = outside.exchange(SinkScript.MODERN
                .withStartTls(Certificates.FAR.serverContext())
                .on(SinkScript.HANDSHAKE, Reaction.hang()));
        outside.timeouts(ClientTimeouts.STANDARD.with(Stage.TLS, Duration.ofSeconds(1)));
        assertThat(deliver(sink)).isInstanceOf(Outcome.Delivered.class);
    }

    @Test
    void wordsInjectedBeforeTheHandshakeEndTheSession() throws Exception {
        SinkMx sink = outside.exchange(SinkScript.MODERN
                .withStartTls(Certificates.FAR.serverContext())
                .on("STARTTLS", new Reaction.Say("220 go ahead\r\n250-mx.far.test\r\n250 AUTH PLAIN\r\n")));
        Outcome outcome = deliver(sink);
        assertThat(outcome).isInstanceOf(Outcome.Deferred.class);
        assertThat(outcome.attempt().stage()).isEqualTo(Stage.TLS);
        assertThat(outcome.attempt().status()).hasToString("4.7.0");
        assertThat(sink.received()).isEmpty();
    }

    @Test
    void anEnforcedPolicyIsKeptWithACertificateForTheExchange() throws Exception {
        SinkMx sink = outside.exchange(SinkScript.MODERN.withStartTls(Certificates.FAR.serverContext()));
        outside.policies(mtaSts(true, "*.far.test")).trust(Certificates.FAR.trusting());
        Outcome outcome = deliver(sink);
        assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
        assertThat(outcome.attempt().host().orElseThrow().tls().orElseThrow().verification())
                .isEqualTo(TlsProtection.Verification.WEB_PKI);
    }

    @Test
    void anEnforcedPolicyRefusesAStrangersCertificate() throws Exception {
        SinkMx sink = outside.exchange(SinkScript.MODERN.withStartTls(Certificates.STRANGE.serverContext()));
        outside.policies(mtaSts(true, "*.far.test")).trust(Certificates.FAR.trusting());
        nothingGoes(sink);
    }

    @Test
    void anEnforcedPolicyRefusesACertificateForAnotherName() throws Exception {
        SinkMx sink = outside.exchange(SinkScript.MODERN.withStartTls(Certificates.STRANGE.serverContext()));
        outside.policies(mtaSts(true, "*.far.test")).trust(Certificates.STRANGE.trusting());
        nothingGoes(sink);
    }

    @Test
    void anEnforcedPolicyRefusesAServerWithoutTls() throws Exception {
        SinkMx sink = outside.exchange(SinkScript.MODERN);
        outside.policies(mtaSts(true, "*.far.test"));
        nothingGoes(sink);
    }

    @Test
    void anExchangeThatThePolicyDoesNotNameIsNotEvenAsked() throws Exception {
        SinkMx sink = outside.exchange(SinkScript.MODERN.withStartTls(Certificates.FAR.serverContext()));
        outside.policies(mtaSts(true, "mx.elsewhere.test")).trust(Certificates.FAR.trusting());
        Outcome outcome = deliver(sink);
        assertThat(outcome).isInstanceOf(Outcome.Deferred.class);
        assertThat(outcome.attempt().words()).isEqualTo("mx.far.test is not in the MTA-STS policy of far.test");
        assertThat(sink.connections()).isZero();
    }

    @Test
    void aPolicyThatIsOnlyTestedStopsNothing() throws Exception {
        SinkMx sink = outside.exchange(SinkScript.MODERN);
        outside.policies(mtaSts(false, "mx.elsewhere.test"));
        assertThat(deliver(sink)).isInstanceOf(Outcome.Delivered.class);
    }

    @Test
    void aPolicyThatCannotBeFoundOutDefers() throws Exception {
        SinkMx sink = outside.exchange(SinkScript.MODERN);
        outside.policies((_, _, _) -> Optional.empty());
        assertThat(deliver(sink)).isInstanceOf(Outcome.Deferred.class);
        assertThat(sink.connections()).isZero();
    }

    @Test
    void aRecordThatNamesTheServersKeyTrustsItWhateverItsName() throws Exception {
        SinkMx sink = outside.exchange(SinkScript.MODERN.withStartTls(Certificates.STRANGE.serverContext()));
        outside.policies(
                dane(named(TlsaRecord.DANE_EE, Certificates.STRANGE.server().leaf())));
        Outcome outcome = deliver(sink);
        assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
        assertThat(outcome.attempt().host().orElseThrow().tls().orElseThrow().verification())
                .isEqualTo(TlsProtection.Verification.DANE);
    }

    @Test
    void aRecordThatNamesAnotherKeyRefusesTheServer() throws Exception {
        SinkMx sink = outside.exchange(SinkScript.MODERN.withStartTls(Certificates.FAR.serverContext()));
        outside.policies(
                dane(named(TlsaRecord.DANE_EE, Certificates.STRANGE.server().leaf())));
        nothingGoes(sink);
    }

    @Test
    void aRecordThatNamesTheAuthorityTrustsWhatItSignedForTheHost() throws Exception {
        SinkMx sink = outside.exchange(SinkScript.MODERN.withStartTls(Certificates.FAR.serverContext()));
        outside.policies(dane(named(TlsaRecord.DANE_TA, Certificates.FAR.authority())));
        assertThat(deliver(sink)).isInstanceOf(Outcome.Delivered.class);
    }

    @Test
    void aRecordThatNamesTheAuthorityDoesNotTrustWhatItSignedForOthers() throws Exception {
        SinkMx sink = outside.exchange(SinkScript.MODERN.withStartTls(Certificates.STRANGE.serverContext()));
        outside.policies(dane(named(TlsaRecord.DANE_TA, Certificates.STRANGE.authority())));
        nothingGoes(sink);
    }

    @Test
    void recordsOfNoUseDemandTlsAllTheSame() throws Exception {
        TlsaRecord unusable = new TlsaRecord(1, 1, 1, new byte[32]);
        SinkMx clear = outside.exchange(SinkScript.MODERN);
        outside.policies(dane(unusable));
        nothingGoes(clear);
        SinkMx sink = outside.sink(SinkScript.MODERN.withStartTls(Certificates.STRANGE.serverContext()));
        assertThat(deliver(sink)).isInstanceOf(Outcome.Delivered.class);
    }

    private Outcome deliver(SinkMx sink) {
        return Outside.only(outside.client(sink.port()).deliver(Outside.HOP, Outside.message("a@far.test")));
    }

    private void nothingGoes(SinkMx sink) {
        Outcome outcome = deliver(sink);
        assertThat(outcome).isInstanceOf(Outcome.Deferred.class);
        assertThat(outcome.attempt().stage()).isEqualTo(Stage.TLS);
        assertThat(sink.received()).isEmpty();
        assertThat(sink.lines()).noneMatch(line -> line.startsWith("MAIL"));
    }

    private static TlsPolicies mtaSts(boolean enforce, String pattern) {
        TlsPolicy policy =
                new TlsPolicy.MtaSts(enforce, List.of(MxPattern.parse(pattern).orElseThrow()));
        return (_, _, _) -> Optional.of(policy);
    }

    private static TlsPolicies dane(TlsaRecord record) {
        return (_, _, _) -> Optional.of(new TlsPolicy.Dane(List.of(record)));
    }

    private static TlsaRecord named(int usage, X509Certificate certificate) throws Exception {
        byte[] key = certificate.getPublicKey().getEncoded();
        return new TlsaRecord(usage, 1, 1, MessageDigest.getInstance("SHA-256").digest(key));
    }
}
