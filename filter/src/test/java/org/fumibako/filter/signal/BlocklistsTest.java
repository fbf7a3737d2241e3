// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fumibako.dns.Answer;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordText;
import org.fumibako.dns.RecordType;
import org.fumibako.dns.Resolver;
import org.fumibako.filter.Reason;
import org.fumibako.filter.Reasons;
import org.fumibako.filter.Samples;
import org.fumibako.filter.message.Circumstances;
import org.junit.jupiter.api.Test;

class BlocklistsTest {
    private static List<Reason> found(String client, String text, Map<String, String> zones) {
        Resolver resolver = (name, type, budget) -> {
            String address = zones.get(name.text());
            return address == null
                    ? new Answer.NoSuchName()
                    : new Answer.Records(
                            List.of(RecordText.parse(RecordType.A, address)), Duration.ofMinutes(1), false);
        };
        Circumstances how = new Circumstances(
                Optional.of(InetAddress.ofLiteral(client)),
                "mx",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Samples.NOW);
        Reasons reasons = new Reasons();
        new Blocklists(
                        resolver,
                        List.of(DnsName.of("bl.test"), DnsName.of("zen.test")),
                        List.of(DnsName.of("uri.test")))
                .examine(Samples.of(Samples.SOUND + "\n" + text + "\n", how), reasons);
        return reasons.all();
    }

    @Test
    void serverOnTwoListsWeighsMoreThanOnOne() {
        Map<String, String> one = Map.of("1.113.0.203.bl.test", "127.0.0.2");
        Map<String, String> both = Map.of("1.113.0.203.bl.test", "127.0.0.2", "1.113.0.203.zen.test", "127.0.0.4");
        assertThat(found("203.0.113.1", "x", one)).singleElement().satisfies(reason -> {
            assertThat(reason.code()).isEqualTo("SERVER_LISTED");
            assertThat(reason.points()).isEqualTo(3.0);
            assertThat(reason.english()).contains("bl.test");
        });
        assertThat(found("203.0.113.1", "x", both).getFirst().points()).isEqualTo(4.5);
    }

    @Test
    void listThatRefusesToAnswerAndInventedAnswersSayNothing() {
        Map<String, String> zones =
                Map.of("1.113.0.203.bl.test", "127.255.255.254", "1.113.0.203.zen.test", "198.51.100.9");
        assertThat(found("203.0.113.1", "x", zones)).isEmpty();
    }

    @Test
    void domainOfALinkIsAskedAboutByItsRegisteredName() {
        Map<String, String> zones = Map.of("bad.example.uri.test", "127.0.1.2");
        assertThat(found("10.0.0.1", "see http://www.bad.example/x and http://192.0.2.1/", zones))
                .extracting(Reason::code)
                .containsExactly("LINK_LISTED");
    }

    @Test
    void nobodyIsAskedAboutPrivateAddresses() {
        assertThat(found("10.0.0.1", "x", Map.of("1.0.0.10.bl.test", "127.0.0.2")))
                .isEmpty();
    }
}
