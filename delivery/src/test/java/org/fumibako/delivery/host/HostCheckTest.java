// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.fumibako.delivery.host.Finding.Level;
import org.fumibako.delivery.host.HostCheck.Host;
import org.fumibako.dns.resolver.CachingResolver;
import org.fumibako.dns.resolver.ResolverConfig;
import org.fumibako.dns.resolver.Upstream;
import org.fumibako.dns.server.DnsServer;
import org.fumibako.dns.server.DnsServerConfig;
import org.fumibako.dns.server.MemoryZones;
import org.fumibako.dns.server.ZoneText;
import org.fumibako.model.DomainName;
import org.fumibako.model.ManualClock;
import org.fumibako.net.DemoAuthority;
import org.fumibako.net.ListenException;
import org.fumibako.net.TlsCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The host as a small Internet of our own sees it. Its addresses are in public ranges: a resolver asks nobody about those for examples. */
@Timeout(60)
class HostCheckTest {
    private static final DomainName HOST = DomainName.of("mx.example.net");
    private static final DomainName LIST = DomainName.of("bl.example.org");

    private static final String NAMES = """
            example.net.        300 IN SOA ns.example.net. hostmaster.example.net. 1 7200 900 1209600 300
            example.net.        300 IN NS  ns.example.net.
            mx.example.net.     300 IN A   11.22.33.1
            mx.example.net.     300 IN AAAA 2001:470::1
            other.example.net.  300 IN A   11.22.33.2
            nameless.example.net. 300 IN A 11.22.33.3
            forged.example.net. 300 IN A   11.22.33.4
            listed.example.net. 300 IN A   11.22.33.5
            """;
    private static final String REVERSE = """
            33.22.11.in-addr.arpa.   300 IN SOA ns.example.net. hostmaster.example.net. 1 7200 900 1209600 300
            33.22.11.in-addr.arpa.   300 IN NS  ns.example.net.
            1.33.22.11.in-addr.arpa. 300 IN PTR mx.example.net.
            2.33.22.11.in-addr.arpa. 300 IN PTR other.example.net.
            4.33.22.11.in-addr.arpa. 300 IN PTR mx.example.net.
            5.33.22.11.in-addr.arpa. 300 IN PTR listed.example.net.
            """;
    private static final String REVERSE_SIX = """
            0.7.4.0.1.0.0.2.ip6.arpa. 300 IN SOA ns.example.net. hostmaster.example.net. 1 7200 900 1209600 300
            0.7.4.0.1.0.0.2.ip6.arpa. 300 IN NS ns.example.net.
            1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.7.4.0.1.0.0.2.ip6.arpa. 300 IN PTR mx.example.net.
            """;
    private static final String BLOCKLISTS = """
            example.org.                300 IN SOA ns.example.net. hostmaster.example.net. 1 7200 900 1209600 300
            example.org.                300 IN NS  ns.example.net.
            2.0.0.127.bl.example.org.   300 IN A   127.0.0.2
            5.33.22.11.bl.example.org.   300 IN A   127.0.0.4
            5.33.22.11.bl.example.org.   300 IN TXT "sent spam on Tuesday"
            *.deaf.example.org.         300 IN A   127.255.255.254
            """;

    @TempDir
    private Path directory;

    private final ManualClock clock = new ManualClock();
    private DnsServer internet;
    private HostCheck check;

    @BeforeEach
    void open() throws ListenException {
        MemoryZones zones = new MemoryZones(
                ZoneText.parse(NAMES),
                ZoneText.parse(REVERSE),
                ZoneText.parse(REVERSE_SIX),
                ZoneText.parse(BLOCKLISTS));
        internet = new DnsServer(
                DnsServerConfig.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                        .withRate(DnsServerConfig.RateLimit.NONE),
                zones,
                Clock.systemUTC(),
                new SecureRandom());
        internet.start();
        Upstream upstream =
                new Upstream(new InetSocketAddress(InetAddress.getLoopbackAddress(), internet.port()), false);
        check = new HostCheck(
                new CachingResolver(ResolverConfig.of(List.of(upstream)), new SecureRandom(), System::nanoTime), clock);
    }

    @AfterEach
    void close() {
        internet.close();
    }

    private List<TlsCertificate> certificates(String name) throws IOException {
        Clock made = Clock.fixed(clock.instant(), ZoneOffset.UTC);
        return new DemoAuthority(directory, List.of(DomainName.of(name)), made, new SecureRandom()).load();
    }

    private List<Finding> check(String host, String... blocklists) throws IOException {
        List<DomainName> lists =
                List.of(blocklists).stream().map(DomainName::of).toList();
        return check.check(new Host(DomainName.of(host), Set.of(), lists, certificates(host)));
    }

    private static Finding about(String words, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.sentence().contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing about " + words + " in " + findings));
    }

    @Test
    void soundHostHasNothingToMend() throws IOException {
        List<Finding> findings = check(HOST.ascii(), LIST.ascii());
        assertThat(findings)
                .extracting(Finding::level)
                .doesNotContain(Level.PROBLEM, Level.WARNING)
                .contains(Level.GOOD);
        assertThat(about("11.22.33.1 is named mx.example.net", findings).level())
                .isEqualTo(Level.GOOD);
        assertThat(about("2001:470:0:0:0:0:0:1 is named mx.example.net", findings)
                        .level())
                .isEqualTo(Level.GOOD);
        assertThat(about("11.22.33.1 is not on the blocklist", findings).level())
                .isEqualTo(Level.GOOD);
        assertThat(about("port 25", findings).level()).isEqualTo(Level.UNKNOWN);
        assertThat(findings)
                .allSatisfy(finding -> assertThat(finding.sentence()).endsWith("."));
    }

    @Test
    void hostNameThatLeadsNowhereIsAProblem() throws IOException {
        assertThat(about("has no address in DNS", check("gone.example.net")).level())
                .isEqualTo(Level.PROBLEM);
    }

    @Test
    void addressWithoutANameIsAProblemAndSaysWhomToAsk() throws IOException {
        Finding finding = about("no name (PTR record)", check("nameless.example.net"));
        assertThat(finding.level()).isEqualTo(Level.PROBLEM);
        assertThat(finding.sentence()).contains("11.22.33.3", "name it nameless.example.net");
    }

    @Test
    void nameThatDoesNotLeadBackIsAProblem() throws IOException {
        assertThat(about("11.22.33.4 is named mx.example.net, but", check("forged.example.net"))
                        .level())
                .isEqualTo(Level.PROBLEM);
    }

    @Test
    void otherAddressesOfThisMachineArePointedOut() throws IOException {
        InetAddress own = InetAddress.ofLiteral("11.22.33.2");
        InetAddress home = InetAddress.ofLiteral("10.0.0.1");
        List<Finding> findings = check.check(new Host(HOST, Set.of(own, home), List.of(), certificates(HOST.ascii())));
        assertThat(about("also has the address 11.22.33.2", findings).level()).isEqualTo(Level.WARNING);
        assertThat(about("11.22.33.2 is named other.example.net, not mx", findings)
                        .level())
                .isEqualTo(Level.WARNING);
        assertThat(findings).noneMatch(finding -> finding.sentence().contains("10.0.0.1"));
    }

    @Test
    void listedAddressIsAProblemWithTheListsOwnReason() throws IOException {
        Finding finding = about("is on the blocklist", check("listed.example.net", LIST.ascii()));
        assertThat(finding.level()).isEqualTo(Level.PROBLEM);
        assertThat(finding.sentence()).contains("bl.example.org: sent spam on Tuesday");
    }

    @Test
    void listThatDoesNotAnswerUsOrIsNoneProvesNothing() throws IOException {
        assertThat(about("gives no answers", check(HOST.ascii(), "deaf.example.org"))
                        .level())
                .isEqualTo(Level.UNKNOWN);
        assertThat(about("no blocklist none.example.org", check(HOST.ascii(), "none.example.org"))
                        .level())
                .isEqualTo(Level.UNKNOWN);
        assertThat(about("No blocklist was asked", check(HOST.ascii())).level()).isEqualTo(Level.UNKNOWN);
    }

    @Test
    void certificateForAnotherNameOrNearItsEndIsFound() throws IOException {
        List<TlsCertificate> others = certificates("other.example.net");
        assertThat(about("No TLS certificate is for the name", check.check(new Host(HOST, Set.of(), List.of(), others)))
                        .level())
                .isEqualTo(Level.PROBLEM);
        Instant end = others.getFirst().expiry();
        Host host = new Host(DomainName.of("other.example.net"), Set.of(), List.of(), others);
        clock.advance(Duration.between(
                clock.instant(), end.minus(CertificateCheck.SOON).minusMillis(1)));
        assertThat(about("TLS certificate is for", check.check(host)).level()).isEqualTo(Level.GOOD);
        clock.advance(Duration.ofMillis(1));
        assertThat(about("renew it now", check.check(host)).level()).isEqualTo(Level.WARNING);
        clock.advance(CertificateCheck.SOON);
        assertThat(about("ended on", check.check(host)).level()).isEqualTo(Level.PROBLEM);
    }
}
