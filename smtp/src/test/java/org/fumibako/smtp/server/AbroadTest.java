// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fumibako.journal.JournalEvent.RefusedAbroad;
import org.fumibako.journal.JournalEvent.RefusedAbroad.Place;
import org.fumibako.registry.CountryRule;
import org.fumibako.registry.TravelPass;
import org.fumibako.testkit.SmtpClient;
import org.junit.jupiter.api.Test;

class AbroadTest {
    private static final String MAIL = "MAIL FROM:<taro@example.test>";

    @Test
    void aRefusalIsEvidenceAndATravelPassHelpsAtOnce() throws IOException {
        try (House house = House.behindProxy();
                SmtpClient client = SmtpClient.connectFor("198.51.100.7", house.port(SmtpService.SUBMISSION))) {
            client.command("EHLO client.test");
            client.startTls();
            client.authPlain("taro@example.test", FakeAuthenticator.PASSWORD);
            assertThat(client.command(MAIL).code()).isEqualTo(550);
            assertThat(house.journal).singleElement().satisfies(row -> {
                assertThat(row.account()).contains(house.taro.id());
                assertThat(row.origin().peer()).isEqualTo(Optional.of(InetAddress.ofLiteral("198.51.100.7")));
                assertThat(row.origin().login()).contains(house.taro.address());
                assertThat(row.event()).isEqualTo(new RefusedAbroad("taro@example.test", "US", Place.ABROAD));
            });
            Instant now = Instant.now();
            TravelPass pass = new TravelPass(1, Set.of("US"), now, now.plus(Duration.ofDays(1)));
            house.countries.rule(house.taro.address(), new CountryRule(true, Set.of(), List.of(pass)));
            assertThat(client.command(MAIL).code()).isEqualTo(250);
            assertThat(house.journal).hasSize(1);
        }
    }
}
