// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fumibako.api.endpoint.Endpoint;
import org.fumibako.api.endpoint.Role;
import org.fumibako.api.endpoint.TokenScopes;
import org.fumibako.registry.Principal;
import org.fumibako.registry.TokenScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Programs that use the API with a token. */
@Timeout(300)
class TokensTest {
    private static final String ACCOUNTS = "/api/domains/example.test/accounts";

    @TempDir
    private Path directory;

    private static String[] bearer(String token) {
        return new String[] {"Authorization", "Bearer " + token};
    }

    private static String token(World world, Principal who, TokenScope... scopes) {
        return world.registry
                .apiTokens()
                .add(who, "a program", Set.of(scopes), World.DESK)
                .token();
    }

    @Test
    void aTokenIsShownOnceUsedListedAndRevoked() throws Exception {
        try (World world = new World(directory)) {
            Browser anna = world.browserOf(world.customer("anna"));
            JsonNode issued = anna.send("POST", "/api/tokens", "{\"name\":\"sync\",\"scopes\":[\"accounts-read\"]}")
                    .json();
            String secret = issued.path("secret").asString();
            assertThat(secret).startsWith("fbk_").hasSizeGreaterThan(40);
            assertThat(anna.get("/api/tokens")
                            .json()
                            .path("items")
                            .get(0)
                            .path("lastUse")
                            .isNull())
                    .isTrue();
            Browser program = world.stranger();
            assertThat(program.bare("GET", ACCOUNTS, null, bearer(secret)).status())
                    .isEqualTo(200);
            Browser.Reply listed = anna.get("/api/tokens");
            assertThat(listed.response().body()).doesNotContain(secret);
            JsonNode row = listed.json().path("items").get(0);
            assertThat(row.path("name").asString()).isEqualTo("sync");
            assertThat(row.path("lastUse").path("address").asString()).isEqualTo("127.0.0.1");
            long id = row.path("id").asLong();
            assertThat(world.browserOf(world.customer("berta"))
                            .send("DELETE", "/api/tokens/" + id, null)
                            .status())
                    .isEqualTo(404);
            assertThat(anna.send("DELETE", "/api/tokens/" + id, null).status()).isEqualTo(200);
            assertThat(program.bare("GET", ACCOUNTS, null, bearer(secret)).code())
                    .isEqualTo("not-signed-in");
        }
    }

    @Test
    void theHistoryNamesTheTokenThatChangedSomething() throws Exception {
        try (World world = new World(directory)) {
            String token = token(world, world.customer("anna"), TokenScope.ACCOUNTS_WRITE);
            assertThat(world.stranger()
                            .bare("PATCH", "/api/accounts/taro@example.test", "{\"quotaMegabytes\":300}", bearer(token))
                            .status())
                    .isEqualTo(200);
            Browser anna = world.browserOf(world.customer("anna"));
            JsonNode change = anna.get("/api/domains/example.test/history")
                    .json()
                    .path("items")
                    .get(0);
            assertThat(change.path("actor").asString()).isEqualTo("customer anna by token a program");
            // What a program of theirs did is undone as what they did themselves.
            assertThat(anna.send("POST", "/api/undo/" + change.path("undo").asLong(), null)
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void everyEndpointTakesOnlyATokenWithItsScope() throws Exception {
        try (World world = new World(directory)) {
            List<String> wrong = new ArrayList<>();
            for (TokenScope scope : TokenScope.values()) {
                String token = token(world, world.customer("anna"), scope);
                for (Endpoint<?, ?> endpoint : world.endpoints.all()) {
                    Optional<TokenScope> wanted = TokenScopes.of(endpoint);
                    boolean covered = wanted.filter(scope::covers).isPresent();
                    if (covered
                            && !(endpoint.method().isSafe()
                                    && endpoint.access().roles().contains(Role.CUSTOMER))) {
                        continue;
                    }
                    String path = endpoint.path()
                            .replace("{domain}", "example.test")
                            .replace("{address}", "taro@example.test")
                            .replaceAll("\\{[^}]*}", "1");
                    Browser.Reply reply =
                            world.stranger().bare(endpoint.method().name(), path, null, bearer(token));
                    if (covered == reply.code().equals("token-scope")) {
                        wrong.add(scope + " " + endpoint.method() + " " + path + ": " + reply.status());
                    }
                }
            }
            assertThat(wrong).isEmpty();
        }
    }

    @Test
    void aTokenWritesWithoutTheTokenOfASessionAndOnlyWhatIsItsOwners() throws Exception {
        try (World world = new World(directory)) {
            String token = token(world, world.customer("anna"), TokenScope.DNS_WRITE);
            String body = "{\"policy\":\"reject\"}";
            Browser program = world.stranger();
            assertThat(program.bare("PUT", "/api/domains/example.test/dmarc", body, bearer(token))
                            .status())
                    .isEqualTo(200);
            assertThat(program.bare("PUT", "/api/domains/other.test/dmarc", body, bearer(token))
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void besideATokenNoCookieCounts() throws Exception {
        try (World world = new World(directory)) {
            Browser anna = world.browserOf(world.customer("anna"));
            assertThat(anna.bare("GET", ACCOUNTS, null, bearer("fbk_nothing")).status())
                    .isEqualTo(401);
            assertThat(anna.bare("GET", ACCOUNTS, null).status()).isEqualTo(200);
        }
    }

    @Test
    void whoIsSuspendedHasNoTokens() throws Exception {
        try (World world = new World(directory)) {
            String token = token(world, world.customer("anna"), TokenScope.ACCOUNTS_READ);
            world.registry.customers().suspend("anna", true, World.DESK);
            assertThat(world.stranger()
                            .bare("GET", ACCOUNTS, null, bearer(token))
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void aNameAndAScopeAreNeeded() throws Exception {
        try (World world = new World(directory)) {
            Browser anna = world.browserOf(world.customer("anna"));
            assertThat(anna.send("POST", "/api/tokens", "{\"name\":\" \",\"scopes\":[\"dns-read\"]}")
                            .code())
                    .isEqualTo("token-name");
            assertThat(anna.send("POST", "/api/tokens", "{\"name\":\"x\",\"scopes\":[]}")
                            .code())
                    .isEqualTo("token-scopes");
        }
    }
}
