// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Account;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The portal's first page: how domains are, and what needs attention. */
@Timeout(120)
class PortalTest {
    @TempDir
    private Path directory;

    @Test
    void aDomainsStateIsWhatItsZoneAndItsNameServersSay() throws Exception {
        try (World world = new World(directory)) {
            Browser anna = world.browserOf(world.customer("anna"));
            JsonNode before =
                    anna.get("/api/domain-states").json().path("items").get(0);
            assertThat(before.path("nameServers").asString()).isEqualTo("unknown");
            assertThat(before.path("mx").asBoolean()).isTrue();
            assertThat(before.path("spf").asBoolean()).isTrue();
            assertThat(before.path("dmarc").asString()).isEqualTo("none");
            anna.send("POST", "/api/domains/example.test/name-servers/check", null);
            anna.send("PUT", "/api/domains/example.test/dmarc", "{\"policy\":\"reject\"}");
            JsonNode after = anna.get("/api/domain-states").json().path("items").get(0);
            assertThat(after.path("nameServers").asString()).isEqualTo("ours");
            assertThat(after.path("settledAt").isNull()).isFalse();
            assertThat(after.path("dmarc").asString()).isEqualTo("reject");
        }
    }

    @Test
    void aTakeoverComesBeforeNameServersThatSettle() throws Exception {
        try (World world = new World(directory)) {
            Browser anna = world.browserOf(world.customer("anna"));
            anna.send("POST", "/api/domains/example.test/name-servers/check", null);
            Account taro = world.registry
                    .accounts()
                    .find(EmailAddress.of("taro@example.test"))
                    .orElseThrow();
            world.registry.pacing().pace(taro, "mail to 500 strangers", World.DESK);
            JsonNode attention = anna.get("/api/attention").json();
            assertThat(attention
                            .path("items")
                            .valueStream()
                            .map(one -> one.path("reason").asString()))
                    .containsExactly("takeover", "name-servers-settling");
            assertThat(attention.path("total").asLong()).isEqualTo(2);
            assertThat(world.browserOf(world.customer("berta"))
                            .get("/api/attention")
                            .json()
                            .path("items")
                            .size())
                    .isZero();
        }
    }

    @Test
    void whoHasManyDomainsSeesTheStatesOfAPage() throws Exception {
        try (World world = new World(directory)) {
            world.registry.domains().add(DomainName.of("second.test"), "anna", World.DESK);
            Browser anna = world.browserOf(world.customer("anna"));
            assertThat(anna.get("/api/domain-states?limit=1&offset=1")
                            .json()
                            .path("items")
                            .valueStream()
                            .map(one -> one.path("name").asString()))
                    .containsExactly("second.test");
        }
    }
}
