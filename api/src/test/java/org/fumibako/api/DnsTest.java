// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@Timeout(120)
class DnsTest {
    private static final String RECORDS = "/api/domains/example.test/dns/records";

    @TempDir
    private Path directory;

    private static List<JsonNode> own(Browser.Reply reply) {
        return reply.json()
                .path("records")
                .valueStream()
                .filter(record -> record.path("standing").asString().equals("own"))
                .toList();
    }

    @Test
    void aRecordIsAddedChangedDeletedAndPutBack() throws Exception {
        try (World world = new World(directory)) {
            Browser anna = world.browserOf(world.customer("anna"));
            Browser.Reply added = anna.send(
                    "POST", RECORDS, "{\"name\":\"www\",\"type\":\"A\",\"content\":\"192.0.2.7\",\"ttlSeconds\":600}");
            assertThat(own(added)).hasSize(1);
            JsonNode record = own(added).getFirst();
            assertThat(record.path("name").asString()).isEqualTo("www");
            assertThat(record.path("host").asString()).isEqualTo("www.example.test");
            assertThat(record.path("ttlSeconds").asLong()).isEqualTo(600);
            String place = RECORDS + "/" + record.path("id").asLong();
            Browser.Reply changed = anna.send(
                    "PUT", place, "{\"name\":\"@\",\"type\":\"MX\",\"content\":\"mx.other.test\",\"priority\":20}");
            assertThat(own(changed).getFirst().path("priority").asInt()).isEqualTo(20);
            assertThat(own(changed).getFirst().path("content").asString()).isEqualTo("mx.other.test");
            String id = String.valueOf(own(changed).getFirst().path("id").asLong());
            assertThat(own(anna.send("DELETE", RECORDS + "/" + id, null))).isEmpty();
            assertThat(own(anna.send("POST", "/api/domains/example.test/dns/undo", null)))
                    .hasSize(1);
            assertThat(anna.get("/api/domains/example.test/dns/history")
                            .json()
                            .path("changes")
                            .size())
                    .isEqualTo(3);
        }
    }

    @Test
    void aMistakeIsExplainedAtItsField() throws Exception {
        try (World world = new World(directory)) {
            Browser anna = world.browserOf(world.customer("anna"));
            Browser.Reply reply =
                    anna.send("POST", RECORDS, "{\"name\":\"@\",\"type\":\"TXT\",\"content\":\"v=spf1 -all\"}");
            anna.send("POST", RECORDS, "{\"name\":\"@\",\"type\":\"TXT\",\"content\":\"v=spf1 ~all\"}");
            Browser.Reply second =
                    anna.send("POST", RECORDS, "{\"name\":\"@\",\"type\":\"TXT\",\"content\":\"v=spf1 mx -all\"}");
            assertThat(reply.status()).isEqualTo(200);
            assertThat(second.code()).isEqualTo("dns-two-spf");
            assertThat(second.json().path("field").asString()).isEqualTo("content");
            assertThat(anna.send("POST", RECORDS, "{\"name\":\"www\",\"type\":\"A\",\"content\":\"home\"}")
                            .code())
                    .isEqualTo("dns-bad-address");
        }
    }

    @Test
    void senderPolicyAndForgeryPolicyAreChosen() throws Exception {
        try (World world = new World(directory)) {
            Browser anna = world.browserOf(world.customer("anna"));
            assertThat(anna.get("/api/domains/example.test/spf")
                            .json()
                            .path("choice")
                            .asString())
                    .isEqualTo("standard");
            JsonNode gmail = anna.send("PUT", "/api/domains/example.test/spf", "{\"choice\":\"gmail\"}")
                    .json();
            assertThat(gmail.path("record").asString()).contains("include:_spf.google.com ~all");
            assertThat(anna.send("PUT", "/api/domains/example.test/spf", "{\"choice\":\"custom\"}")
                            .code())
                    .isEqualTo("field-missing");
            JsonNode dmarc = anna.send("PUT", "/api/domains/example.test/dmarc", "{\"policy\":\"reject\"}")
                    .json();
            assertThat(dmarc.path("record").asString()).contains("p=reject");
            assertThat(anna.send("PUT", "/api/domains/example.test/dkim", "{\"signs\":false}")
                            .json()
                            .path("signs")
                            .asBoolean())
                    .isFalse();
        }
    }

    @Test
    void lookUpsOfASenderPolicyAreCountedTermByTerm() throws Exception {
        try (World world = new World(directory)) {
            JsonNode cost = world.browserOf(world.customer("anna"))
                    .get("/api/domains/example.test/spf/lookups?record=v%3Dspf1%20mx%20ip4%3A192.0.2.1"
                            + "%20include%3Asender.test%20-all")
                    .json();
            assertThat(cost.path("lookups").asInt()).isEqualTo(3);
            assertThat(cost.path("limit").asInt()).isEqualTo(10);
            assertThat(cost.path("terms").toString())
                    .isEqualTo("[{\"term\":\"include:sender.test\",\"lookups\":2},{\"term\":\"mx\",\"lookups\":1}]");
        }
    }

    @Test
    void theWorldIsAskedWhoseTheNameServersAre() throws Exception {
        try (World world = new World(directory)) {
            Browser anna = world.browserOf(world.customer("anna"));
            assertThat(anna.get("/api/domains/example.test/name-servers")
                            .json()
                            .path("standing")
                            .asString())
                    .isEqualTo("unknown");
            JsonNode seen = anna.send("POST", "/api/domains/example.test/name-servers/check", null)
                    .json();
            assertThat(seen.path("standing").asString()).isEqualTo("ours");
            assertThat(seen.path("settledAt").isNull()).isFalse();
            assertThat(anna.get("/api/domains/example.test/dns/world")
                            .json()
                            .path("records")
                            .valueStream()
                            .filter(one ->
                                    one.path("record").path("type").asString().equals("MX"))
                            .map(one -> one.path("standing").asString()))
                    .containsExactly("there");
        }
    }
}
