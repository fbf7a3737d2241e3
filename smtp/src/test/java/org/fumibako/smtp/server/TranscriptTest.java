// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server;

import java.io.IOException;
import java.util.stream.Stream;
import org.fumibako.testkit.TranscriptRunner;
import org.fumibako.testkit.TranscriptServer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class TranscriptTest {
    /** The file's name begins with the service it talks to; submission's TLS port is 465. */
    @TestFactory
    Stream<DynamicTest> transcripts() {
        return TranscriptRunner.tests("/transcripts", TranscriptTest::house);
    }

    private static TranscriptServer house(String transcript) throws IOException {
        SmtpService service = SmtpService.valueOf(
                transcript.substring(0, transcript.indexOf('-')).toUpperCase(java.util.Locale.ROOT));
        House house = House.open();
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
