// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.fumibako.journal.JournalEvent;
import org.fumibako.model.DomainName;
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
                    .isEqualTo("forward-exists");
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

    @Test
    void whoCameFromAbroadIsShownByAccountAndAddress() throws Exception {
        try (World world = new World(directory)) {
            EmailAddress taro = EmailAddress.of("taro@example.test");
            world.happens(taro, "203.0.113.87", new JournalEvent.SignedIn("PLAIN"));
            world.happens(
                    taro,
                    "203.0.113.87",
                    new JournalEvent.RefusedAbroad(taro.toString(), "TH", JournalEvent.RefusedAbroad.Place.ABROAD));
            world.happens(taro, "203.0.113.88", new JournalEvent.SignInFailed("taro", "PLAIN", "wrong"));
            world.happens(taro, "192.0.2.1", new JournalEvent.SignedIn("PLAIN"));
            Browser anna = world.browserOf(world.customer("anna"));
            JsonNode items = anna.get("/api/domains/example.test/country/attempts")
                    .json()
                    .path("items");
            assertThat(items.valueStream()
                            .map(one -> one.path("peer").asString() + " "
                                    + one.path("outcome").asString() + " "
                                    + one.path("country").asString() + " "
                                    + one.path("times").asLong()))
                    .containsExactly("203.0.113.88 failed TH 1", "203.0.113.87 refused TH 2");
            Browser berta = world.browserOf(world.customer("berta"));
            assertThat(berta.get("/api/domains/other.test/country/attempts")
                            .json()
                            .path("items")
                            .size())
                    .isZero();
        }
    }

    @Test
    void aDomainShowsItsPassesAndItsExceptions() throws Exception {
        try (World world = new World(directory)) {
            Browser anna = world.browserOf(world.customer("anna"));
            anna.send("PUT", TARO + "/country", "{\"choice\":\"free\"}");
            Instant now = Instant.now();
            anna.send("POST", TARO + "/travel-passes", pass(now, now.plus(Duration.ofDays(3))));
            JsonNode view = anna.get("/api/domains/example.test/country").json();
            assertThat(view.path("home").get(0).asString()).isEqualTo("JP");
            assertThat(view.path("overrides").toString())
                    .isEqualTo("[{\"account\":\"taro@example.test\",\"limited\":false}]");
            assertThat(view.path("passes").get(0).path("account").asString()).isEqualTo("taro@example.test");
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
            assertThat(berta.get("/api/queue?domain=example.test").status()).isEqualTo(400);
            assertThat(anna.get("/api/queue?domain=example.test")
                            .json()
                            .path("waiting")
                            .asLong())
                    .isEqualTo(1);
            world.registry.domains().add(DomainName.of("second.test"), "anna", World.DESK);
            assertThat(anna.get("/api/queue?domain=second.test")
                            .json()
                            .path("waiting")
                            .asLong())
                    .isZero();
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
