// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Account;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Forwarding, the country restriction and the queue. */
@Timeout(120)
class SendingTest {
    private static final String TARO = "/api/accounts/taro@example.test";

    @TempDir
    private Path directory;

    @Test
    void anOwnerForwardsAndKeepsOrNot() throws Exception {
        try (World world = new World(directory)) {
            Browser taro = world.browserOf(world.owner("taro@example.test"));
            JsonNode added = taro.send("POST", TARO + "/forwarding/targets", "{\"address\":\"taro@gmail.test\"}")
                    .json();
            assertThat(added.path("keep").asBoolean()).isTrue();
            assertThat(added.path("targets").get(0).path("state").asString()).isEqualTo("working");
            assertThat(taro.send("POST", TARO + "/forwarding/targets", "{\"address\":\"taro@gmail.test\"}")
                            .code())
                    .isEqualTo("already-exists");
            assertThat(taro.send("POST", TARO + "/forwarding/targets", "{\"address\":\"nonsense\"}")
                            .json()
                            .path("field")
                            .asString())
                    .isEqualTo("address");
            assertThat(taro.send("PATCH", TARO + "/forwarding", "{\"keep\":false}")
                            .json()
                            .path("keep")
                            .asBoolean())
                    .isFalse();
            assertThat(taro.send("DELETE", TARO + "/forwarding/targets/taro@gmail.test", null)
                            .json()
                            .path("targets")
                            .size())
                    .isZero();
        }
    }

    @Test
    void theRestrictionIsSwitchedAndATravelPassEndsByItself() throws Exception {
        try (World world = new World(directory)) {
            Browser anna = world.browserOf(world.customer("anna"));
            String domain = "/api/domains/example.test/country";
            assertThat(anna.get(domain).json().path("limited").asBoolean()).isTrue();
            anna.send("POST", domain + "/addresses", "{\"address\":\"8.8.8.8\"}");
            assertThat(anna.get(domain).json().path("allowed").get(0).asString())
                    .isEqualTo("8.8.8.8");
            assertThat(anna.send("POST", domain + "/addresses", "{\"address\":\"localhost\"}")
                            .code())
                    .isEqualTo("invalid");
            JsonNode account =
                    anna.send("PUT", TARO + "/country", "{\"choice\":\"free\"}").json();
            assertThat(account.path("limited").asBoolean()).isFalse();
            assertThat(account.path("choice").asString()).isEqualTo("free");
            Instant now = Instant.now();
            JsonNode pass = anna.send("POST", TARO + "/travel-passes", pass(now, now.plus(Duration.ofDays(14))))
                    .json()
                    .path("passes")
                    .get(0);
            assertThat(pass.path("countries").get(0).asString()).isEqualTo("US");
            assertThat(anna.send("POST", TARO + "/travel-passes", pass(now, now.plus(Duration.ofDays(91))))
                            .code())
                    .isEqualTo("invalid");
            assertThat(anna.send(
                                    "DELETE",
                                    TARO + "/travel-passes/" + pass.path("id").asLong(),
                                    null)
                            .json()
                            .path("passes")
                            .size())
                    .isZero();
        }
    }

    private static String pass(Instant from, Instant until) {
        return "{\"countries\":[\"us\"],\"from\":\"" + from + "\",\"until\":\"" + until + "\"}";
    }

    @Test
    void everybodySeesAndSteersTheirOwnMail() throws Exception {
        try (World world = new World(directory)) {
            Account account = world.registry
                    .accounts()
                    .find(EmailAddress.of("taro@example.test"))
                    .orElseThrow();
            String id = world.queued(account, "ken@elsewhere.test");
            Browser taro = world.browserOf(world.owner("taro@example.test"));
            Browser anna = world.browserOf(world.customer("anna"));
            Browser berta = world.browserOf(world.customer("berta"));
            JsonNode seen = taro.get("/api/queue").json();
            assertThat(seen.path("waiting").asLong()).isEqualTo(1);
            assertThat(seen.path("items").get(0).path("recipient").asString()).isEqualTo("ken@elsewhere.test");
            assertThat(berta.get("/api/queue").json().path("items").size()).isZero();
            assertThat(berta.get("/api/queue?account=taro@example.test").status())
                    .isEqualTo(400);
            assertThat(berta.send("POST", "/api/queue/" + id + "/cancel", null).status())
                    .isEqualTo(404);
            assertThat(anna.send("POST", "/api/queue/" + id + "/hold", null)
                            .json()
                            .path("recipients")
                            .asLong())
                    .isEqualTo(1);
            assertThat(anna.get("/api/queue/" + id)
                            .json()
                            .path("items")
                            .get(0)
                            .path("state")
                            .asString())
                    .isEqualTo("held");
        }
    }
}
