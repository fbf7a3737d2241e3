// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fumibako.acme.AcmeSettings;
import org.fumibako.app.config.Configuration.Service;
import org.fumibako.delivery.CountrySettings;
import org.fumibako.dns.DnsName;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.net.AddressBlock;
import org.fumibako.registry.zone.MailService;
import org.fumibako.registry.zone.StsPolicy;
import org.fumibako.registry.zone.ZoneSettings;
import org.fumibako.smtp.client.NextHop;
import org.fumibako.smtp.client.Smarthost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationReaderTest {
    private static final String WHOLE = """
        host = "sv001.example.net"
        data = "mail"
        max_message_mb = 50

        [listen]
        smtp = "0.0.0.0:25"
        imaps = "[::]:993"

        [[tls]]
        certificate = "chain.pem"
        key = "key.pem"

        [database]
        url = "jdbc:postgresql://db.example.net/mail"
        user = "fumibako"
        password_file = "secret"

        [queue]
        lifetime_days = 3
        connections = 40

        [relay]
        smarthost = "smtp.isp.example:587"
        user = "fumibako"
        password_file = "secret"

        [relay.domain."direct.example"]
        smarthost = ""

        [abroad]
        home = ["JP", "TW"]
        exempt = ["198.51.100.0/24"]
        unknown = "refuse"
        countries = ["key.pem"]

        [dns.customers]
        name_servers = ["ns1.example.net", "ns2.example.net"]
        host_addresses = ["192.0.2.25", "2001:db8::25"]
        contact = "hostmaster@example.net"
        spf_include = ["spf.provider.example"]
        dmarc_reports = "dmarc@example.net"
        tls_reports = "tls@example.net"
        mta_sts = "testing"

        [dns]
        blocklists = ["bl.example.org"]

        [http]
        plain = "serve"
        trusted_proxies = ["192.0.2.0/24"]
        """;

    @TempDir
    private Path directory;

    @Test
    void everyKeyIsRead() throws Exception {
        Configuration configuration = read(WHOLE);
        assertThat(configuration.host()).hasToString("sv001.example.net");
        assertThat(configuration.data()).isEqualTo(directory.resolve("mail"));
        assertThat(configuration.maxMessage().bytes()).isEqualTo(50L << 20);
        assertThat(configuration.listen().get(Service.SMTP)).isEqualTo(new InetSocketAddress("0.0.0.0", 25));
        assertThat(configuration.listen().get(Service.IMAPS)).isEqualTo(new InetSocketAddress("::", 993));
        assertThat(configuration.tls()).hasSize(1);
        assertThat(configuration.database().orElseThrow().password()).isEqualTo("hunter2");
        Outbound outbound = configuration.outbound();
        assertThat(outbound.lifetime()).isEqualTo(Duration.ofDays(3));
        assertThat(outbound.queue().connections()).isEqualTo(40);
        assertThat(outbound.queue().perDestination()).isEqualTo(20);
        assertThat(outbound.hops().of(DomainName.of("far.example")))
                .isEqualTo(new NextHop.Relay(new Smarthost(
                        "smtp.isp.example",
                        587,
                        Smarthost.Tls.REQUIRED,
                        Optional.of(new Smarthost.Credentials("fumibako", "hunter2")))));
        assertThat(outbound.hops().of(DomainName.of("direct.example"))).isInstanceOf(NextHop.MailExchangers.class);
        AddressBlock relays = AddressBlock.parse("198.51.100.0/24").orElseThrow();
        assertThat(configuration.abroad().settings())
                .isEqualTo(new CountrySettings(Set.of("JP", "TW"), List.of(relays), false, true));
        assertThat(configuration.dns().blocklists()).containsExactly(DomainName.of("bl.example.org"));
        assertThat(configuration.abroad().files()).containsExactly(directory.resolve("key.pem"));
        assertThat(configuration.http())
                .isEqualTo(new HttpSettings(
                        true, List.of(AddressBlock.parse("192.0.2.0/24").orElseThrow())));
    }

    @Test
    void whatStandsInCustomersZonesIsRead() throws Exception {
        ZoneSettings zones = read(WHOLE).dns().customers().orElseThrow();
        assertThat(zones.nameServers())
                .containsExactly(DomainName.of("ns1.example.net"), DomainName.of("ns2.example.net"));
        assertThat(zones.hostAddresses()).hasSize(2);
        assertThat(zones.contact()).isEqualTo(DnsName.of("hostmaster.example.net"));
        assertThat(zones.spfIncludes()).containsExactly(DomainName.of("spf.provider.example"));
        assertThat(zones.dmarcReports()).contains(EmailAddress.of("dmarc@example.net"));
        assertThat(zones.tlsReports()).contains(EmailAddress.of("tls@example.net"));
        assertThat(zones.sts().orElseThrow().mode()).isEqualTo(StsPolicy.Mode.TESTING);
        assertThat(zones.services()).containsExactly(MailService.IMAPS);
        ZoneSettings least = read("host = \"a.test\"\ndata = \"d\"\n[listen]\nsmtp = \"0.0.0.0:25\"\n")
                .dns()
                .customers()
                .orElseThrow();
        assertThat(least.nameServers()).containsExactly(DomainName.of("a.test"));
        assertThat(least.sts()).isEmpty();
    }

    @Test
    void aPasswordIsNotInWhatIsPrinted() throws Exception {
        assertThat(read(WHOLE).toString()).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "host = \"sv001.example.net\"|host = \"not a host\"|1|is not a host name",
                "data = \"mail\"|dada = \"mail\"|2|there is no key \"dada\"",
                "smtp = \"0.0.0.0:25\"|smtp = \"mx.example.net:25\"|6|is not ADDRESS:PORT",
                "imaps = \"[::]:993\"|imaps = \"[::]:99999\"|7|is not ADDRESS:PORT",
                "imaps = \"[::]:993\"|imapz = \"[::]:993\"|7|there is no key \"listen.imapz\"",
                "max_message_mb = 50|max_message_mb = 0|3|1 to 1000 MB",
                "certificate = \"chain.pem\"|certificate = \"missing.pem\"|10|cannot be read",
                "url = \"jdbc:postgresql://db.example.net/mail\"|url = \"mysql\"|14|begins with jdbc:postgresql:",
                "user = \"fumibako\"|user = |15|is not TOML",
                "lifetime_days = 3|lifetime_days = 31|19|lifetime_days is 1 to 30",
                "connections = 40|conections = 40|20|there is no key \"queue.conections\"",
                "smtp.isp.example:587|smtp.isp.example|23|is not HOST:PORT",
                "direct.example|not a domain|27|is not a domain",
                "home = [\"JP\", \"TW\"]|home = [\"Japan\"]|31|is not a country",
                "unknown = \"refuse\"|unknown = \"deny\"|33|or \"refuse\"",
                "198.51.100.0/24|everywhere|32|is not a network",
                "hostmaster@example.net|host.master@example.net|39|without a dot before the @",
                "\"2001:db8::25\"|\"2001:db8\"|38|is not an address",
                "\"ns2.example.net\"|\"ns 2\"|37|is not a host or domain name",
                "mta_sts = \"testing\"|mta_sts = \"on\"|43|none of",
                "192.0.2.0/24|proxy|50|is not a network",
                "countries = [\"key.pem\"]|countries = [\"none.mmdb\"]|34|none.mmdb cannot be read",
            })
    void theLineAtFaultIsNamed(String right, String wrong, int line, String what) {
        assertThatThrownBy(() -> read(WHOLE.replace(right, wrong)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("fumibako.toml:" + line + ": ")
                .hasMessageContaining(what);
    }

    private static final String ACME = """
        host = "sv001.example.net"
        data = "mail"
        [listen]
        http = "0.0.0.0:80"
        [acme]
        terms = "agreed"
        contact = "hostmaster@example.net"
        directory = "https://ca.example.net/acme"
        trust = "chain.pem"
        """;

    @Test
    void anAuthorityIsRead() throws Exception {
        AcmeSettings acme = read(ACME).acme().orElseThrow();
        assertThat(acme.directory()).hasToString("https://ca.example.net/acme");
        assertThat(acme.contact()).contains("hostmaster@example.net");
        assertThat(acme.trust()).contains(directory.resolve("chain.pem"));
        String shortest =
                ACME.replace("directory =", "#").replace("trust =", "#").replace("contact =", "#");
        AcmeSettings standard = read(shortest).acme().orElseThrow();
        assertThat(standard.directory()).isEqualTo(AcmeSettings.LETS_ENCRYPT);
        assertThat(standard.trust()).isEmpty();
        assertThat(read(WHOLE).acme()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "terms = \"agreed\"|#|write terms = \"agreed\"",
                "https://ca|http://ca|is not the https address",
                "http = \"0.0.0.0:80\"|smtp = \"0.0.0.0:25\"|let http listen",
                "trust =|trusted =|there is no key \"acme.trusted\"",
                "chain.pem|none.pem|cannot be read",
            })
    void anAuthorityThatCannotWorkIsRefused(String right, String wrong, String what) {
        assertThatThrownBy(() -> read(ACME.replace(right, wrong))).hasMessageContaining(what);
    }

    @Test
    void certificatesAreEitherIssuedOrFiles() {
        String both = ACME + "[[tls]]\ncertificate = \"chain.pem\"\nkey = \"key.pem\"\n";
        assertThatThrownBy(() -> read(both)).hasMessageContaining("either issued or files");
    }

    @Test
    void aFileThatIsNotThereIsSaidToBeMissing() {
        assertThatThrownBy(() -> ConfigurationReader.read(directory.resolve("none.toml")))
                .hasMessageContaining("there is no such file");
    }

    private Configuration read(String text) throws IOException, ConfigurationException {
        Files.writeString(directory.resolve("chain.pem"), "");
        Files.writeString(directory.resolve("key.pem"), "");
        Files.writeString(directory.resolve("secret"), "hunter2\n");
        Path file = Files.writeString(directory.resolve("fumibako.toml"), text);
        return ConfigurationReader.read(file);
    }
}
