// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.fumibako.testkit.Reaction;
import org.fumibako.testkit.SinkMx;
import org.fumibako.testkit.SinkScript;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that do not keep what they say in their answer to EHLO. */
@Timeout(60)
class LyingServerTest {
    private final Outside outside = new Outside();

    @AfterEach
    void close() throws Exception {
        outside.close();
    }

    @Test
    void aServerThatOffersChunkingAndDoesNotKnowItGetsDataTheNextTime() throws Exception {
        SinkMx sink = outside.exchange(
                SinkScript.MODERN.offering("CHUNKING").once("BDAT", Reaction.say("502 5.5.1 what is BDAT?")));
        SmtpClient client = outside.client(sink.port());
        Outcome first = Outside.only(client.deliver(Outside.HOP, Outside.message("a@far.test")));
        assertThat(first).isInstanceOf(Outcome.Deferred.class);
        assertThat(first.attempt().words()).isEqualTo("502 5.5.1 what is BDAT?");
        assertThat(sink.received()).isEmpty();
        Outcome second = Outside.only(client.deliver(Outside.HOP, Outside.message("a@far.test")));
        assertThat(second).isInstanceOf(Outcome.Delivered.class);
        assertThat(sink.connections())
                .as("nothing is said after octets that were read as commands")
                .isEqualTo(2);
        assertThat(sink.lines())
                .contains("DATA")
                .filteredOn(line -> line.startsWith("BDAT"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIMITS MAILMAX=0", "LIMITS RCPTMAX=0", "LIMITS MAILMAX=0 RCPTMAX=0", "LIMITS RCPTMAX=-1"})
    void aServerThatTakesNothingGetsOneAtATime(String limits) throws Exception {
        SinkMx sink = outside.exchange(SinkScript.PLAIN.offering(limits));
        DeliveryReport report =
                outside.client(sink.port()).deliver(Outside.HOP, Outside.message("a@far.test", "b@far.test"));
        assertThat(report.results()).allMatch(result -> result.outcome() instanceof Outcome.Delivered);
        assertThat(sink.connections()).isLessThanOrEqualTo(2);
    }

    @Test
    void oneDeliveryEndsHoweverManyConnectionsItWouldTake() throws Exception {
        SinkScript slow = SinkScript.PLAIN.on(
                "EHLO",
                new Reaction.SayLate("250-sink.test\r\n250 LIMITS MAILMAX=1 RCPTMAX=1\r\n", Duration.ofMillis(100)));
        SinkMx sink = outside.exchange(slow);
        ClientTimeouts standard = ClientTimeouts.STANDARD;
        SmtpClient client = outside.timeouts(
                        new ClientTimeouts(standard.stages(), standard.dataBlock(), Duration.ofMillis(500)))
                .client(sink.port());
        String[] many = Stream.iterate(0, i -> i + 1)
                .limit(50)
                .map(i -> "r" + i + "@far.test")
                .toArray(String[]::new);
        DeliveryReport report = client.deliver(Outside.HOP, Outside.message(many));
        List<DeliveryReport.Result> left = report.results().stream()
                .filter(result -> result.outcome() instanceof Outcome.Deferred)
                .toList();
        assertThat(left).isNotEmpty().hasSizeLessThan(50);
        assertThat(sink.received()).hasSize(50 - left.size());
    }

    @ParameterizedTest
    @CsvSource({"MAIL, 354 go ahead", "RCPT, 354 go ahead", "DATA, 250 taken", "DATA, 221 bye", "(message), 354 more"})
    void answersThatMeanNothingWhereTheyAreSaidAreNoRefusal(String step, String reply) throws Exception {
        SinkMx sink = outside.exchange(SinkScript.PLAIN.on(step, Reaction.say(reply)));
        Outcome outcome = Outside.only(outside.client(sink.port()).deliver(Outside.HOP, Outside.message("a@far.test")));
        assertThat(outcome).isInstanceOf(Outcome.Deferred.class);
        assertThat(sink.received()).isEmpty();
    }
}
