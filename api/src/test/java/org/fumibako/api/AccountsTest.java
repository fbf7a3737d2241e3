// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.fumibako.journal.JournalEvent;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Directory.Recipient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@Timeout(120)
class AccountsTest {
    private static final String LIST = "/api/domains/example.test/accounts";

    @TempDir
    private Path directory;

    private static String added(String name, String password) {
        return "{\"localPart\":\"" + name + "\",\"name\":\"経理\",\"quotaMegabytes\":500,\"password\":\"" + password
                + "\"}";
    }

    private static List<String> addresses(Browser.Reply reply) {
        return reply.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("address").asString())
                .toList();
    }

    @Test
    void anAccountIsAddedListedChangedAndItsMailComesIn() throws Exception {
        try (World world = new World(directory)) {
            Browser anna = world.browserOf(world.customer("anna"));
            Browser.Reply reply = anna.send("POST", LIST, added("keiri", "kiku to momiji"));
            assertThat(reply.status()).isEqualTo(200);
            JsonNode account = reply.json().path("account");
            assertThat(account.path("address").asString()).isEqualTo("keiri@example.test");
            assertThat(account.path("name").asString()).isEqualTo("経理");
            assertThat(account.path("quotaMegabytes").asInt()).isEqualTo(500);
            assertThat(account.path("state").asString()).isEqualTo("active");
            assertThat(account.path("lastSignIn").isNull()).isTrue();
            assertThat(world.registry.resolve(EmailAddress.of("keiri@example.test")))
                    .isInstanceOf(Recipient.Local.class);
            assertThat(anna.send("PATCH", "/api/accounts/keiri@example.test", "{\"quotaMegabytes\":20000}")
                            .json()
                            .path("account")
                            .path("quotaMegabytes")
                            .asInt())
                    .isEqualTo(20_000);
            assertThat(addresses(anna.get(LIST)))
                    .containsExactly("jiro@example.test", "keiri@example.test", "taro@example.test");
        }
    }

    @Test
    void theServerFindsSortsAndCuts() throws Exception {
        try (World world = new World(directory)) {
            Browser anna = world.browserOf(world.customer("anna"));
            anna.send("POST", LIST, added("keiri", "kiku to momiji"));
            assertThat(addresses(anna.get(LIST + "?q=%E7%B5%8C%E7%90%86"))).containsExactly("keiri@example.test");
            assertThat(addresses(anna.get(LIST + "?q=IR"))).containsExactly("jiro@example.test", "keiri@example.test");
            assertThat(addresses(anna.get(LIST + "?q=%25")))
                    .as("a sign of LIKE is a sign")
                    .isEmpty();
            assertThat(addresses(anna.get(LIST + "?sort=quota&limit=1"))).containsExactly("keiri@example.test");
            Browser.Reply second = anna.get(LIST + "?sort=-address&offset=1&limit=1");
            assertThat(addresses(second)).containsExactly("keiri@example.test");
            assertThat(second.json().path("total").asInt()).isEqualTo(3);
            for (String wrong : List.of("limit=501", "limit=0", "limit=x", "offset=-1", "sort=password", "page=2")) {
                assertThat(anna.get(LIST + "?" + wrong).status()).as(wrong).isEqualTo(400);
            }
        }
    }

    @Test
    void aRefusalSaysWhichFieldAndWhy() throws Exception {
        try (World world = new World(directory)) {
            Browser anna = world.browserOf(world.customer("anna"));
            for (String megabytes : List.of("0", "-1", "20001")) {
                Browser.Reply reply =
                        anna.send("PATCH", "/api/accounts/taro@example.test", "{\"quotaMegabytes\":" + megabytes + "}");
                assertThat(reply.code()).isEqualTo("quota-out-of-range");
                assertThat(reply.json().path("field").asString()).isEqualTo("quotaMegabytes");
            }
            assertThat(anna.send("POST", LIST, added("taro", "kiku to momiji")).code())
                    .isEqualTo("account-exists");
            assertThat(anna.send("POST", LIST, added("a b", "kiku to momiji")).code())
                    .isEqualTo("address-invalid");
            assertThat(anna.send("POST", LIST, added("x@other.test,y", "kiku to momiji"))
                            .code())
                    .isEqualTo("address-invalid");
            assertThat(anna.send("POST", LIST, added("keiri", "short")).code()).isEqualTo("password-too-short");
            assertThat(anna.send("POST", LIST, added("keiri", "my keiri password"))
                            .code())
                    .isEqualTo("password-contains-address");
            assertThat(anna.send("POST", LIST, added("keiri", "1234567890")).code())
                    .isEqualTo("password-common");
            assertThat(anna.send("POST", LIST, "{\"localPart\":\"x\"}")
                            .json()
                            .path("field")
                            .asString())
                    .isEqualTo("password");
            assertThat(anna.send("PATCH", "/api/accounts/taro@example.test", "{\"quota\":5}")
                            .code())
                    .isEqualTo("field-unknown");
            assertThat(anna.send("PATCH", "/api/accounts/taro@example.test", "{\"quotaMegabytes\":\"5\"}")
                            .code())
                    .isEqualTo("field-invalid");
            assertThat(anna.send("PATCH", "/api/accounts/taro@example.test", "[" + "[".repeat(5_000))
                            .code())
                    .isEqualTo("not-json");
            assertThat(anna.send("PATCH", "/api/accounts/taro@example.test", " ".repeat(1 << 20) + "{}")
                            .code())
                    .isEqualTo("body-too-large");
        }
    }

    @Test
    void aDeletedAccountTakesNothingAndComesBackAsItWas() throws Exception {
        try (World world = new World(directory)) {
            Browser anna = world.browserOf(world.customer("anna"));
            Browser taro = world.browserOf(world.owner("taro@example.test"));
            long undo = anna.send("DELETE", "/api/accounts/taro@example.test", null)
                    .json()
                    .path("undo")
                    .asLong();
            assertThat(world.registry.resolve(EmailAddress.of("taro@example.test")))
                    .isInstanceOf(Recipient.Unknown.class);
            assertThat(taro.get("/api/session").json().path("role").asString()).isEqualTo("anonymous");
            JsonNode listed = anna.get(LIST + "?q=taro").json().path("items").get(0);
            assertThat(listed.path("state").asString()).isEqualTo("deleting");
            assertThat(listed.path("removedOn").isNull()).isFalse();
            assertThat(anna.send("POST", "/api/undo/" + undo, null).status()).isEqualTo(200);
            assertThat(world.registry.resolve(EmailAddress.of("taro@example.test")))
                    .isInstanceOf(Recipient.Local.class);
            assertThat(anna.send("POST", "/api/undo/" + undo, null).code()).isEqualTo("undo-over");
        }
    }

    @Test
    void whatWasChangedInOneGoIsUndoneInOneGo() throws Exception {
        try (World world = new World(directory)) {
            Browser anna = world.browserOf(world.customer("anna"));
            String path = "/api/accounts/taro@example.test";
            long undo = anna.send("PATCH", path, "{\"quotaMegabytes\":300,\"name\":\"受付\"}")
                    .json()
                    .path("undo")
                    .asLong();
            assertThat(anna.send("POST", "/api/undo/" + undo, null).status()).isEqualTo(200);
            JsonNode account = anna.get(path).json();
            assertThat(account.path("quotaMegabytes").asInt()).isEqualTo(2_000);
            assertThat(account.path("name").asString()).isEmpty();
        }
    }

    @Test
    void whatWasChangedAgainSinceIsNotUndone() throws Exception {
        try (World world = new World(directory)) {
            Browser anna = world.browserOf(world.customer("anna"));
            String path = "/api/accounts/taro@example.test";
            long undo = anna.send("PATCH", path, "{\"quotaMegabytes\":300}")
                    .json()
                    .path("undo")
                    .asLong();
            anna.send("PATCH", path, "{\"quotaMegabytes\":400}");
            assertThat(anna.send("POST", "/api/undo/" + undo, null).code()).isEqualTo("undo-overtaken");
            assertThat(anna.get(path).json().path("quotaMegabytes").asInt()).isEqualTo(400);
        }
    }

    @Test
    void nobodyUndoesWhatSomebodyAboveThemDid() throws Exception {
        try (World world = new World(directory)) {
            String path = "/api/accounts/taro@example.test";
            Browser root = world.browserOf(World.operator());
            Browser anna = world.browserOf(world.customer("anna"));
            long byRoot = root.send("PATCH", path, "{\"suspended\":true}")
                    .json()
                    .path("undo")
                    .asLong();
            assertThat(anna.send("POST", "/api/undo/" + byRoot, null).status()).isEqualTo(404);
            JsonNode seen = anna.get("/api/history").json().path("items").get(0);
            assertThat(seen.path("actor").asString()).isEqualTo("operator root");
            assertThat(seen.path("undo").isNull()).isTrue();
            assertThat(root.send("POST", "/api/undo/" + byRoot, null).status()).isEqualTo(200);
        }
    }

    @Test
    void theHistorySaysWhoChangedWhatAndNoSecret() throws Exception {
        try (World world = new World(directory)) {
            Browser anna = world.browserOf(world.customer("anna"));
            anna.send("PATCH", "/api/accounts/taro@example.test", "{\"quotaMegabytes\":300}");
            anna.send("PUT", "/api/accounts/taro@example.test/password", "{\"password\":\"kiku to momiji\"}");
            Browser.Reply reply = anna.get("/api/domains/example.test/history?q=TARO&limit=2");
            assertThat(reply.response().body()).doesNotContain("kiku");
            JsonNode quota = reply.json().path("items").get(1);
            assertThat(quota.path("kind").asString()).isEqualTo("account-quota");
            assertThat(quota.path("actor").asString()).isEqualTo("customer anna");
            assertThat(quota.path("was").asString()).isEqualTo("2000");
            assertThat(quota.path("became").asString()).isEqualTo("300");
            assertThat(world.rows())
                    .extracting(row -> row.event())
                    .contains(new JournalEvent.SettingChanged(
                            "account taro@example.test was given 300 MB", "customer anna"));
        }
    }

    @Test
    void thePortalAddsUpWhatIsTheCustomers() throws Exception {
        try (World world = new World(directory)) {
            JsonNode portal =
                    world.browserOf(world.customer("anna")).get("/api/portal").json();
            assertThat(portal.path("customer").path("plan").asString()).isEqualTo("standard");
            assertThat(portal.path("use").path("accounts").asInt()).isEqualTo(2);
            assertThat(portal.path("use").path("quotaMegabytes").asInt()).isEqualTo(4_000);
            assertThat(portal.path("domains")).hasSize(1);
            assertThat(portal.path("domains").get(0).path("name").asString()).isEqualTo("example.test");
        }
    }
}
