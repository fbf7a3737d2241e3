// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SessionTest {
    @TempDir
    private Path directory;

    private static String credentials(String login, String password) {
        return "{\"login\":\"" + login + "\",\"password\":\"" + password + "\"}";
    }

    @Test
    void operatorCustomerAndOwnerComeInByOneDoor() throws Exception {
        try (World world = new World(directory)) {
            for (List<String> person : List.of(
                    List.of("root", "operator", "operator"),
                    List.of("anna", "customer", "portal"),
                    List.of("Taro@EXAMPLE.test", "owner", "webmail"))) {
                Browser browser = world.stranger();
                Browser.Reply reply = browser.send("POST", "/api/session", credentials(person.get(0), World.PASSWORD));
                assertThat(reply.status()).isEqualTo(200);
                assertThat(reply.json().path("role").asString()).isEqualTo(person.get(1));
                assertThat(reply.json().path("surfaces").get(0).asString()).isEqualTo(person.get(2));
                assertThat(reply.json().path("csrfToken").asString()).isNotEmpty();
                assertThat(browser.get("/api/session").json()).isEqualTo(reply.json());
            }
            assertThat(world.rows())
                    .filteredOn(row -> row.event() instanceof JournalEvent.SignedIn)
                    .hasSize(3)
                    .allSatisfy(row -> {
                        assertThat(row.origin().protocol()).isEqualTo(Protocol.WEB);
                        assertThat(row.origin().peer()).isPresent();
                    });
        }
    }

    @Test
    void theCookieIsNotForScriptsOrOtherSites() throws Exception {
        try (World world = new World(directory)) {
            Browser.Reply reply = world.stranger().send("POST", "/api/session", credentials("anna", World.PASSWORD));
            assertThat(reply.response().headers().firstValue("Set-Cookie"))
                    .hasValueSatisfying(cookie ->
                            assertThat(cookie).startsWith("fumibako=").contains("HttpOnly", "SameSite=Lax", "Path=/"));
        }
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreAnsweredAlikeInTheLanguageAskedFor() throws Exception {
        try (World world = new World(directory)) {
            for (String login : List.of("anna", "nobody", "taro@example.test", "nobody@example.test", "x@far.test")) {
                Browser.Reply reply = world.stranger().send("POST", "/api/session", credentials(login, "not this one"));
                assertThat(reply.status()).isEqualTo(401);
                assertThat(reply.code()).isEqualTo("sign-in-failed");
                assertThat(reply.json().path("message").asString())
                        .isEqualTo("ログインできませんでした。アドレスかパスワードが違います。アドレスは @ 以降も入力してください。");
                assertThat(reply.response().headers().firstValue("Content-Type"))
                        .hasValue("application/problem+json");
            }
            assertThat(world.stranger()
                            .speaking("en-GB,en;q=0.9")
                            .send("POST", "/api/session", credentials("anna", "not this one"))
                            .json()
                            .path("message")
                            .asString())
                    .startsWith("You could not be signed in.");
        }
    }

    @Test
    void guessingIsStopped() throws Exception {
        try (World world = new World(directory)) {
            Browser browser = world.stranger();
            Browser.Reply last = browser.send("POST", "/api/session", credentials("anna", "guess 0"));
            for (int guess = 1; guess < 25 && last.status() == 401; guess++) {
                last = browser.send("POST", "/api/session", credentials("anna", "guess " + guess));
            }
            assertThat(last.status()).isEqualTo(429);
            assertThat(last.code()).isEqualTo("too-many-sign-ins");
        }
    }

    @Test
    void aChangeNeedsTheSessionsTokenAndComesFromNoOtherSite() throws Exception {
        try (World world = new World(directory)) {
            Browser anna = world.browserOf(world.customer("anna"));
            String path = "/api/accounts/taro@example.test";
            String edit = "{\"quotaMegabytes\":2500}";
            assertThat(anna.bare("PATCH", path, edit).code()).isEqualTo("csrf-token");
            assertThat(anna.bare("PATCH", path, edit, "X-CSRF-Token", "A".repeat(43))
                            .code())
                    .isEqualTo("csrf-token");
            String token = anna.get("/api/session").json().path("csrfToken").asString();
            assertThat(anna.bare("PATCH", path, edit, "X-CSRF-Token", token, "Origin", "https://evil.test")
                            .code())
                    .isEqualTo("cross-site");
            assertThat(anna.bare("PATCH", path, edit, "X-CSRF-Token", token, "Sec-Fetch-Site", "cross-site")
                            .code())
                    .isEqualTo("cross-site");
            assertThat(anna.bare("PATCH", path, edit, "X-CSRF-Token", token).status())
                    .isEqualTo(200);
            assertThat(world.stranger()
                            .bare(
                                    "POST",
                                    "/api/session",
                                    credentials("anna", World.PASSWORD),
                                    "Sec-Fetch-Site",
                                    "same-site")
                            .code())
                    .as("nobody is signed in by somebody else's page")
                    .isEqualTo("cross-site");
        }
    }

    @Test
    void signingInAgainBeginsAnotherSessionAndEndsTheOld() throws Exception {
        try (World world = new World(directory)) {
            Browser browser = world.stranger();
            browser.send("POST", "/api/session", credentials("anna", World.PASSWORD));
            String first = browser.cookie().orElseThrow();
            browser.send("POST", "/api/session", credentials("anna", World.PASSWORD));
            assertThat(browser.cookie().orElseThrow()).isNotEqualTo(first);
            Browser old = new Browser(world.server.plainPort(), first.substring("fumibako=".length()));
            assertThat(old.get("/api/portal").status()).isEqualTo(401);
        }
    }

    @Test
    void signingOutEndsTheSession() throws Exception {
        try (World world = new World(directory)) {
            Browser anna = world.browserOf(world.customer("anna"));
            String cookie =
                    anna.get("/api/portal").status() == 200 ? anna.cookie().orElseThrow() : "";
            assertThat(anna.send("DELETE", "/api/session", null).status()).isEqualTo(204);
            assertThat(anna.cookie()).isEmpty();
            Browser thief = new Browser(world.server.plainPort(), cookie.substring("fumibako=".length()));
            assertThat(thief.get("/api/portal").status()).isEqualTo(401);
        }
    }

    @Test
    void anotherBrowserCanBeSignedOutFromHere() throws Exception {
        try (World world = new World(directory)) {
            Browser here = world.browserOf(world.customer("anna"));
            Browser there = world.browserOf(world.customer("anna"));
            var items = here.get("/api/sessions").json().path("items");
            assertThat(items).hasSize(2);
            String other = items.get(0).path("current").asBoolean()
                    ? items.get(1).path("id").asString()
                    : items.get(0).path("id").asString();
            assertThat(here.send("DELETE", "/api/sessions/" + other, null).status())
                    .isEqualTo(204);
            assertThat(there.get("/api/portal").status()).isEqualTo(401);
            assertThat(here.get("/api/portal").status()).isEqualTo(200);
        }
    }

    @Test
    void anOwnersNewPasswordEndsTheOtherSessionsAndKeepsThisOne() throws Exception {
        try (World world = new World(directory)) {
            Browser here = world.browserOf(world.owner("taro@example.test"));
            Browser there = world.browserOf(world.owner("taro@example.test"));
            String path = "/api/accounts/taro@example.test/password";
            assertThat(here.send("PUT", path, "{\"password\":\"new one, longer\"}")
                            .code())
                    .isEqualTo("field-missing");
            assertThat(here.send("PUT", path, "{\"password\":\"new one, longer\",\"current\":\"wrong\"}")
                            .code())
                    .isEqualTo("password-wrong");
            assertThat(here.send(
                                    "PUT",
                                    path,
                                    "{\"password\":\"new one, longer\",\"current\":\"" + World.PASSWORD + "\"}")
                            .status())
                    .isEqualTo(200);
            assertThat(here.get("/api/session").json().path("role").asString()).isEqualTo("owner");
            assertThat(there.get("/api/session").json().path("role").asString()).isEqualTo("anonymous");
        }
    }

    @Test
    void aSuspendedCustomersSessionsAreOver() throws Exception {
        try (World world = new World(directory)) {
            Browser anna = world.browserOf(world.customer("anna"));
            world.registry.customers().suspend("anna", true, World.DESK);
            assertThat(anna.get("/api/portal").status()).isEqualTo(401);
            assertThat(world.stranger()
                            .send("POST", "/api/session", credentials("anna", World.PASSWORD))
                            .code())
                    .isEqualTo("suspended");
        }
    }

    @Test
    void theChosenLanguageHoldsInEveryBrowser() throws Exception {
        try (World world = new World(directory)) {
            Browser here = world.browserOf(world.customer("anna"));
            here.send("PATCH", "/api/session", "{\"language\":\"en\"}");
            Browser there = world.browserOf(world.customer("anna"));
            assertThat(there.get("/api/domains/other.test")
                            .json()
                            .path("message")
                            .asString())
                    .startsWith("The domain was not found.");
        }
    }
}
