// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.fumibako.store.queue.QueueFilter;
import org.fumibako.testkit.Reaction;
import org.fumibako.testkit.SinkMx;
import org.fumibako.testkit.SinkScript;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever one destination does, what is for others leaves, nothing is lost, and nothing is bounced that may still arrive. */
@Timeout(60)
class HostileDestinationsTest {
    private PostOffice office;

    @BeforeEach
    void open() throws IOException {
        office = new PostOffice();
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }

    static Stream<Arguments> misdeeds() {
        return Stream.of(
                Arguments.of("hangs up after the dot", SinkScript.MESSAGE, Reaction.drop()),
                Arguments.of("hangs up when connected", SinkScript.CONNECT, Reaction.drop()),
                Arguments.of("never greets", SinkScript.CONNECT, Reaction.hang()),
                Arguments.of("never answers EHLO", "EHLO", Reaction.hang()),
                Arguments.of("never answers the message", SinkScript.MESSAGE, Reaction.hang()),
                Arguments.of(
                        "greets one octet at a time",
                        SinkScript.CONNECT,
                        new Reaction.Trickle("220-" + "x".repeat(4_000), Duration.ofMillis(50))),
                Arguments.of("answers without end", "EHLO", new Reaction.Endless("250-and another thing\r\n")),
                Arguments.of("a line without end", "MAIL", new Reaction.Endless("25")),
                Arguments.of("no reply", "RCPT", Reaction.say("all right")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("misdeeds")
    void othersAreServedAndItsOwnMailWaits(String what, String step, Reaction reaction) throws Exception {
        office.sink("hostile.test", SinkScript.MODERN.on(step, reaction));
        SinkMx good = office.sink("good.test", SinkScript.MODERN);
        office.start(PostOffice.CONFIG);
        for (int i = 0; i < 15; i++) {
            office.post("victim" + i + "@hostile.test");
        }
        office.post("a@good.test");
        assertThat(good.await(1)).hasSize(1);
        assertThat(office.queue().list(QueueFilter.ALL, 100).stream()
                        .filter(row -> row.toString().contains("@hostile.test")))
                .as("all of it is still there")
                .hasSize(15);
        assertThat(office.inbox()).as("nobody is told anything yet").isEmpty();
    }
}
