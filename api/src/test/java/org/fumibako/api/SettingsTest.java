// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.sorting.SortingRules.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What an account's owner and its customer set alike: automatic replies, app passwords, rules; and the domain's filter. */
@Timeout(120)
class SettingsTest {
    private static final String TARO = "/api/accounts/taro@example.test";
    private static final String DOMAIN = "/api/domains/example.test";

    @TempDir
    private Path directory;

    private static long undo(Browser browser, Browser.Reply reply) {
        long id = reply.json().path("undo").asLong();
        assertThat(browser.send("POST", "/api/undo/" + id, null).status()).isEqualTo(200);
        return id;
    }

    @Test
    void anAutomaticReplyIsSetShownInTheListAndUndone() throws Exception {
        try (World world = new World(directory)) {
            Browser taro = world.browserOf(world.owner("taro@example.test"));
            Browser.Reply reply = taro.send(
                    "PUT", TARO + "/auto-reply", "{\"on\":true,\"japanese\":{\"subject\":\"\",\"text\":\"休暇中です。\"}}");
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.json().path("answering").asBoolean()).isTrue();
            Browser anna = world.browserOf(world.customer("anna"));
            JsonNode row =
                    anna.get(DOMAIN + "/accounts?q=taro").json().path("items").get(0);
            assertThat(row.path("autoReply").asBoolean()).isTrue();
            undo(taro, reply);
            assertThat(anna.get(TARO).json().path("autoReply").asBoolean()).isFalse();
            assertThat(anna.send("PUT", TARO + "/auto-reply", "{\"on\":true}").code())
                    .isEqualTo("auto-reply-empty");
            assertThat(anna.send(
                                    "PUT",
                                    TARO + "/auto-reply",
                                    "{\"on\":true,\"begins\":\"2026-12-02T00:00:00Z\",\"ends\":\"2026-12-01T00:00:00Z\","
                                            + "\"english\":{\"subject\":\"\",\"text\":\"away\"}}")
                            .code())
                    .isEqualTo("auto-reply-period");
        }
    }

    @Test
    void anAppPasswordIsShownOnceAndRevoked() throws Exception {
        try (World world = new World(directory)) {
            Browser taro = world.browserOf(world.owner("taro@example.test"));
            String path = TARO + "/app-passwords";
            Browser.Reply made =
                    taro.send("POST", path, "{\"name\":\"電話\",\"uses\":[\"imap\",\"smtp\"],\"mayDelete\":true}");
            String secret = made.json().path("password").asString();
            assertThat(secret).matches("[a-z0-9]{4}(-[a-z0-9]{4}){4}");
            Browser.Reply list = taro.get(path);
            assertThat(list.response().body()).doesNotContain(secret);
            JsonNode listed = list.json().path("items").get(0);
            assertThat(listed.path("uses").get(0).asString()).isEqualTo("imap");
            assertThat(listed.path("lastUse").isNull()).isTrue();
            assertThat(taro.send("POST", path, "{\"name\":\"電話\",\"uses\":[\"imap\"],\"mayDelete\":true}")
                            .code())
                    .isEqualTo("app-password-exists");
            assertThat(taro.send("POST", path, "{\"name\":\"x\",\"uses\":[],\"mayDelete\":true}")
                            .code())
                    .isEqualTo("app-password-uses");
            assertThat(taro.send("DELETE", path + "/" + listed.path("id").asLong(), null)
                            .status())
                    .isEqualTo(200);
            assertThat(taro.get(path).json().path("total").asInt()).isZero();
            assertThat(taro.get("/api/history").response().body()).doesNotContain(secret);
        }
    }

    @Test
    void theFilterOfADomainIsSetListedAndUndone() throws Exception {
        try (World world = new World(directory)) {
            Browser anna = world.browserOf(world.customer("anna"));
            String path = DOMAIN + "/filter";
            assertThat(anna.get(path).json().path("level").asString()).isEqualTo("off");
            Browser.Reply set = anna.send("PUT", path, "{\"level\":\"strict\",\"action\":\"trash\",\"tag\":false}");
            assertThat(set.json().path("level").asString()).isEqualTo("strict");
            Browser.Reply added = anna.send("POST", path + "/blocked", "{\"pattern\":\" *@Foe.test \"}");
            assertThat(added.json().path("blocked").get(0).asString()).isEqualTo("*@foe.test");
            Browser.Reply wrong = anna.send("POST", path + "/allowed", "{\"pattern\":\"*\"}");
            assertThat(wrong.code()).isEqualTo("pattern-invalid");
            assertThat(wrong.json().path("field").asString()).isEqualTo("pattern");
            Browser.Reply removed = anna.send("DELETE", path + "/blocked/*%40foe.test", null);
            assertThat(removed.json().path("blocked")).isEmpty();
            undo(anna, removed);
            assertThat(anna.get(path).json().path("blocked")).hasSize(1);
            assertThat(anna.send("POST", "/api/undo/" + set.json().path("undo").asLong(), null)
                            .code())
                    .as("the list has changed since")
                    .isEqualTo("undo-overtaken");
        }
    }

    private static String rule(String name, String subject, String mailbox, boolean stop) {
        return "{\"name\":\"" + name + "\",\"on\":true,\"all\":true,\"conditions\":[{\"subject\":\"subject\","
                + "\"match\":\"contains\",\"text\":\"" + subject + "\"}],\"actions\":[{\"what\":\"move\",\"mailbox\":\""
                + mailbox + "\"}],\"stop\":" + stop + "}";
    }

    private static String edit(String revision, String... rules) {
        return "{\"revision\":\"" + revision + "\",\"rules\":[" + String.join(",", rules) + "]}";
    }

    private static String revision(Browser browser, String path) {
        return browser.get(path).json().path("revision").asString();
    }

    @Test
    void rulesAreSavedAsSieveAndReadBack() throws Exception {
        try (World world = new World(directory)) {
            Browser taro = world.browserOf(world.owner("taro@example.test"));
            String path = TARO + "/rules";
            String old = revision(taro, path);
            Browser.Reply set = taro.send("PUT", path, edit(old, rule("請求", "請求書", "経理", true)));
            assertThat(set.status()).isEqualTo(200);
            assertThat(world.registry
                            .screenRules()
                            .active(EmailAddress.of("taro@example.test"))
                            .orElseThrow()
                            .text())
                    .contains("rule:[請求]", "fileinto");
            JsonNode read = taro.get(path).json().path("rules").get(0);
            assertThat(read.path("actions").get(0).path("mailbox").asString()).isEqualTo("経理");
            assertThat(taro.send("PUT", path, edit(old)).code()).isEqualTo("rules-changed");
            Browser.Reply wrong = taro.send(
                    "PUT", path, edit(revision(taro, path), rule("a", "b", "c", false), rule("x", "", "y", true)));
            assertThat(wrong.code()).isEqualTo("rule-invalid");
            assertThat(wrong.json().path("field").asString()).isEqualTo("rules[1].conditions[0]");
            undo(taro, set);
            assertThat(taro.get(path).json().path("rules")).isEmpty();
        }
    }

    @Test
    void aScriptThatRulesCannotSayIsKeptUnlessItIsToBeReplaced() throws Exception {
        try (World world = new World(directory)) {
            EmailAddress address = EmailAddress.of("taro@example.test");
            Source script = new Source("thunderbird", "if size :over 1M { discard; }\r\n");
            world.registry.screenRules().put(address, script, "", "", World.DESK);
            Browser taro = world.browserOf(world.owner("taro@example.test"));
            String path = TARO + "/rules";
            assertThat(taro.get(path).json().path("foreign").asString()).isEqualTo("thunderbird");
            String revision = revision(taro, path);
            String wanted = edit(revision, rule("a", "b", "Junk", true));
            assertThat(taro.send("PUT", path, wanted).code()).isEqualTo("rules-foreign");
            assertThat(taro.send("PUT", path, wanted.replaceFirst("\\{", "{\"replace\":true,"))
                            .status())
                    .isEqualTo(200);
            assertThat(world.registry.scripts().get(address, "thunderbird")).contains(script.text());
        }
    }

    @Test
    void rulesAreTriedWithoutBeingSaved() throws Exception {
        try (World world = new World(directory)) {
            Browser anna = world.browserOf(world.customer("anna"));
            String rules = "\"rules\":[" + rule("1", "号外", "News", false) + "," + rule("2", "請求書", "経理", true) + ","
                    + rule("3", "請求", "x", false) + "]";
            String typed = "{" + rules + ",\"from\":\"a@b.test\",\"subject\":\"11月の請求書\",\"body\":\"x\"}";
            for (String path : new String[] {TARO + "/rules/try", DOMAIN + "/rules/try"}) {
                JsonNode tried = anna.send("POST", path, typed).json().path("rules");
                assertThat(tried.get(0).path("verdict").asString()).isEqualTo("passes");
                assertThat(tried.get(1).path("verdict").asString()).isEqualTo("takes");
                assertThat(tried.get(1).path("conditions").get(0).asBoolean()).isTrue();
                assertThat(tried.get(2).path("verdict").asString()).isEqualTo("not-reached");
            }
            world.filed(world.owner("taro@example.test").account(), "Subject: =?UTF-8?B?6KuL5rGC5pu4?=\n\nHello\n");
            JsonNode message =
                    anna.get(TARO + "/rules/messages").json().path("items").get(0);
            assertThat(message.path("subject").asString()).isEqualTo("請求書");
            String stored = "{" + rules + ",\"message\":\"" + message.path("id").asString() + "\"}";
            assertThat(anna.send("POST", TARO + "/rules/try", stored)
                            .json()
                            .path("rules")
                            .get(1)
                            .path("verdict")
                            .asString())
                    .isEqualTo("takes");
            assertThat(anna.send("POST", TARO + "/rules/try", "{" + rules + ",\"message\":\"99\"}")
                            .code())
                    .isEqualTo("message-gone");
        }
    }

    @Test
    void signInsAreTold() throws Exception {
        try (World world = new World(directory)) {
            Browser taro = world.stranger();
            String login = "{\"login\":\"taro@example.test\",\"password\":\"";
            taro.send("POST", "/api/session", login + "wrong\"}");
            assertThat(taro.send("POST", "/api/session", login + World.PASSWORD + "\"}")
                            .status())
                    .isEqualTo(200);
            world.rows();
            JsonNode first = taro.get("/api/sign-ins?limit=1").json();
            assertThat(first.path("items").get(0).path("refusal").isNull()).isTrue();
            assertThat(first.path("items").get(0).path("protocol").asString()).isEqualTo("web");
            JsonNode second = taro.get(
                            "/api/sign-ins?limit=1&before=" + first.path("next").asLong())
                    .json();
            assertThat(second.path("items").get(0).path("refusal").asString()).isEqualTo("wrong-password");
            assertThat(second.path("next").isNull()).isTrue();
            Browser anna = world.stranger();
            anna.send("POST", "/api/session", "{\"login\":\"anna\",\"password\":\"" + World.PASSWORD + "\"}");
            world.rows();
            assertThat(anna.get("/api/sign-ins").json().path("items")).hasSize(1);
            assertThat(anna.get(TARO + "/sign-ins").json().path("items")).hasSize(2);
        }
    }

    @Test
    void aCustomerChangesItsNameAndPassword() throws Exception {
        try (World world = new World(directory)) {
            Browser anna = world.browserOf(world.customer("anna"));
            Browser elsewhere = world.browserOf(world.customer("anna"));
            Browser.Reply renamed = anna.send("PATCH", "/api/customer", "{\"name\":\"文箱商店\"}");
            assertThat(anna.get("/api/portal")
                            .json()
                            .path("customer")
                            .path("name")
                            .asString())
                    .isEqualTo("文箱商店");
            undo(anna, renamed);
            assertThat(anna.send("PUT", "/api/session/password", "{\"current\":\"no\",\"password\":\"kiku to momiji\"}")
                            .code())
                    .isEqualTo("password-wrong");
            assertThat(anna.send(
                                    "PUT",
                                    "/api/session/password",
                                    "{\"current\":\"" + World.PASSWORD + "\",\"password\":\"kiku to momiji\"}")
                            .status())
                    .isEqualTo(200);
            assertThat(anna.get("/api/portal").status()).isEqualTo(200);
            assertThat(elsewhere.get("/api/portal").status()).isEqualTo(401);
        }
    }
}
