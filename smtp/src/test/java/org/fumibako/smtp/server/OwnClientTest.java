// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.fumibako.model.Content;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.net.AddressBlock;
import org.fumibako.smtp.client.AddressPolicy;
import org.fumibako.smtp.client.ClientConfig;
import org.fumibako.smtp.client.ClientLimits;
import org.fumibako.smtp.client.ClientTimeouts;
import org.fumibako.smtp.client.DeliveryReport;
import org.fumibako.smtp.client.NextHop;
import org.fumibako.smtp.client.Outcome;
import org.fumibako.smtp.client.Recipient;
import org.fumibako.smtp.client.Smarthost;
import org.fumibako.smtp.client.SmtpClient;
import org.fumibako.smtp.client.TlsPolicies;
import org.fumibako.smtp.client.TlsProtection;
import org.fumibako.smtp.client.Transmission;
import org.fumibako.testkit.FakeDns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Our client with our server: what one says, the other understands. */
@Timeout(60)
class OwnClientTest {
    private static final String MESSAGE =
            "From: hanako@example.test\r\nSubject: \u00e3\u0081\u0082\r\n\r\n.\r\n..\r\nend\r\n";

    private final House house = House.open();
    private final FakeDns dns = FakeDns.of("""
            example.test MX 10 sv001.fumibako.test
            sv001.fumibako.test A 127.0.0.1
            """);
    private final SmtpClient client = client();

    OwnClientTest() throws Exception {}

    @AfterEach
    void close() throws Exception {
        client.close();
        house.close();
    }

    @Test
    void mailForOurDomainsArrivesOctetByOctetUnderTls() {
        NextHop hop = new NextHop.MailExchangers(DomainName.of("example.test"));
        DeliveryReport report = client.deliver(hop, message("taro@example.test", "nobody@example.test"));
        assertThat(report.results().getFirst().outcome()).isInstanceOf(Outcome.Delivered.class);
        assertThat(report.results().getLast().outcome()).isInstanceOf(Outcome.Refused.class);
        assertThat(report.results()
                        .getFirst()
                        .outcome()
                        .attempt()
                        .host()
                        .orElseThrow()
                        .tls())
                .isPresent();
        assertThat(house.inbox(house.taro)).singleElement().asString().endsWith(MESSAGE);
    }

    @Test
    void oneConnectionCarriesManyMessages() {
        NextHop hop = new NextHop.MailExchangers(DomainName.of("example.test"));
        for (int i = 0; i < 20; i++) {
            client.deliver(hop, message("taro@example.test"));
        }
        assertThat(house.inbox(house.taro)).hasSize(20);
        assertThat(house.server(SmtpService.MX).connections()).isEqualTo(1);
    }

    @Test
    void aSmarthostIsSignedInToWithoutShowingItThePassword() {
        assertThat(submit(FakeAuthenticator.PASSWORD)).isInstanceOf(Outcome.Delivered.class);
        assertThat(house.inbox(house.taro)).hasSize(1);
    }

    @Test
    void aWrongPasswordKeepsTheMailWaiting() {
        Outcome outcome = submit("wrong battery");
        assertThat(outcome).isInstanceOf(Outcome.Deferred.class);
        assertThat(outcome.attempt().words()).startsWith("535 ");
    }

    private Outcome submit(String password) {
        Smarthost smarthost = new Smarthost(
                House.HOST.ascii(),
                house.port(SmtpService.SUBMISSIONS),
                Smarthost.Tls.IMPLICIT,
                Optional.of(new Smarthost.Credentials("hanako@example.test", password)));
        Outcome outcome = client.deliver(new NextHop.Relay(smarthost), message("taro@example.test"))
                .results()
                .getFirst()
                .outcome();
        assertThat(outcome.attempt().host().orElseThrow().tls().orElseThrow().verification())
                .isEqualTo(TlsProtection.Verification.WEB_PKI);
        return outcome;
    }

    private static Transmission message(String... recipients) {
        return Transmission.of(
                Optional.of(EmailAddress.of("hanako@example.test")),
                List.of(recipients).stream()
                        .map(EmailAddress::of)
                        .map(Recipient::of)
                        .toList(),
                Content.of(MESSAGE.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private SmtpClient client() throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry(
                "authority", TestCertificates.SOURCE.load().getFirst().chain().getLast());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        ClientConfig config = new ClientConfig(
                DomainName.of("out.near.test"),
                Set.of(),
                house.port(SmtpService.MX),
                new AddressPolicy(List.of(AddressBlock.parse("127.0.0.0/8").orElseThrow())),
                ClientTimeouts.STANDARD,
                ClientLimits.STANDARD);
        return new SmtpClient(config, dns, TlsPolicies.OPPORTUNISTIC, context, new SecureRandom());
    }
}
