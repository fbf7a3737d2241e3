// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.fumibako.registry.CountryRule;
import org.fumibako.registry.TravelPass;
import org.fumibako.testkit.TranscriptRunner;
import org.fumibako.testkit.TranscriptServer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class TranscriptTest {
    /** The file's name begins with the service it talks to; submission's TLS port is 465. */
    @TestFactory
    Stream<DynamicTest> transcripts() {
        return TranscriptRunner.tests("/transcripts", transcript -> server(transcript, House.open()));
    }

    /** Clients all over the world; what each account may do there is in {@link #travelling}. */
    @TestFactory
    Stream<DynamicTest> transcriptsOfClientsElsewhere() {
        return TranscriptRunner.tests("/transcripts/proxied", transcript -> server(transcript, travelling()));
    }

    private static House travelling() throws IOException {
        House house = House.behindProxy();
        Instant now = Instant.now();
        TravelPass pass = new TravelPass(1, Set.of("US"), now.minusSeconds(9), now.plus(Duration.ofDays(1)));
        InetAddress allowed = InetAddress.ofLiteral("198.51.100.7");
        house.countries.rule(house.hanako.address(), new CountryRule(true, Set.of(), List.of(pass)));
        house.countries.rule(house.small.address(), new CountryRule(true, Set.of(allowed), List.of()));
        house.countries.rule(house.tiny.address(), new CountryRule(false, Set.of(), List.of()));
        return house;
    }

    private static TranscriptServer server(String transcript, House house) {
        SmtpService service = SmtpService.valueOf(
                transcript.substring(0, transcript.indexOf('-')).toUpperCase(Locale.ROOT));
        return new TranscriptServer() {
            @Override
            public int port() {
                return house.port(service);
            }

            @Override
            public int tlsPort() {
                return house.port(SmtpService.SUBMISSIONS);
            }

            @Override
            public void close() throws IOException {
                house.close();
            }
        };
    }
}
