// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.fumibako.model.DomainName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DnsNameTest {
    @Test
    void caseAndTheFinalDotDoNotMatter() {
        assertThat(DnsName.parse("_DMARC.Example.JP.")).contains(DnsName.of("_dmarc.example.jp"));
        assertThat(DnsName.of(DomainName.of("例え.jp"))).hasToString("xn--r8jz45g.jp");
    }

    @Test
    void theRootIsANameWithoutLabels() {
        assertThat(DnsName.of(".")).isEqualTo(DnsName.ROOT).hasToString(".");
        assertThat(DnsName.ROOT.labels()).isEmpty();
        assertThat(DnsName.ROOT.parent()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a..b", ".a", "a\tb", "a\\.b", "..", "例え.jp", "a\u0000"})
    void whatIsNoNameIsRefused(String text) {
        assertThat(DnsName.parse(text)).isEmpty();
    }

    @Test
    void whatAnSpfMacroCanMakeIsAName() {
        assertThat(DnsName.parse("Foo:bar/baz %20x.example.jp")).contains(new DnsName("foo:bar/baz %20x.example.jp"));
    }

    @Test
    void aLabelHasAtMost63Octets() {
        assertThat(DnsName.parse("a".repeat(62) + ".jp")).isPresent();
        assertThat(DnsName.parse("a".repeat(63) + ".jp")).isPresent();
        assertThat(DnsName.parse("a".repeat(64) + ".jp")).isEmpty();
    }

    @Test
    void aNameHasAtMost253Characters() {
        String three = "a.".repeat(125);
        assertThat(DnsName.parse(three + "ab"))
                .map(name -> name.text().length())
                .contains(252);
        assertThat(DnsName.parse(three + "abc"))
                .map(name -> name.text().length())
                .contains(253);
        assertThat(DnsName.parse(three + "abcd")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DnsName.of(three + "a").prepend("ab"));
    }

    @Test
    void namesFormATree() {
        DnsName domain = DnsName.of("example.jp");
        assertThat(domain.prepend("a.b")).isEqualTo(DnsName.of("a.b.example.jp"));
        assertThat(DnsName.ROOT.prepend("jp")).isEqualTo(DnsName.of("jp"));
        assertThat(domain.parent()).contains(DnsName.of("jp"));
        assertThat(DnsName.of("jp").parent()).contains(DnsName.ROOT);
        assertThat(domain.labels()).containsExactly("example", "jp");
        assertThat(domain.isUnder(domain)).isTrue();
        assertThat(domain.prepend("www").isUnder(domain)).isTrue();
        assertThat(domain.isUnder(DnsName.ROOT)).isTrue();
        assertThat(DnsName.of("badexample.jp").isUnder(domain)).isFalse();
        assertThat(DnsName.of("jp").isUnder(domain)).isFalse();
    }

    @Test
    void addressesHaveReverseNames() throws UnknownHostException {
        assertThat(DnsName.reverse(InetAddress.getByName("192.0.2.1"))).hasToString("1.2.0.192.in-addr.arpa");
        assertThat(DnsName.reverse(InetAddress.getByName("2001:db8::567:89ab")))
                .hasToString("b.a.9.8.7.6.5.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa");
    }
}
