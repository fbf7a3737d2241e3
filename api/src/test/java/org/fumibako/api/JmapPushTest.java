// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an event source tells (RFC 8620 §7): of each type what changed of it, and nothing else. */
class JmapPushTest {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    @TempDir
    private Path directory;

    private World world;
    private JmapCaller jmap;

    @BeforeEach
    void open() throws Exception {
        world = new World(directory);
        jmap = new JmapCaller(world);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private HttpResponse<java.io.InputStream> stream(String query) throws Exception {
        String credentials = Base64.getEncoder()
                .encodeToString(("taro@example.test:" + World.PASSWORD).getBytes(StandardCharsets.UTF_8));
        URI uri = URI.create("http://127.0.0.1:" + world.server.plainPort() + "/jmap/events?" + query);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Basic " + credentials)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
    }

    /** The states of the next StateChange. */
    private JsonNode next(BufferedReader lines) throws Exception {
        String line = lines.readLine();
        while (!line.equals("event: state")) {
            line = lines.readLine();
        }
        JsonNode changed =
                MAPPER.readTree(lines.readLine().substring("data: ".length())).path("changed");
        return changed.iterator().next();
    }

    @Test
    void whatIsNoMailIsPushedToo() throws Exception {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(stream("types=*&closeafter=no&ping=0").body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo(":");
            jmap.call("ContactCard/set", "{'accountId':'$A','create':{'c':{'name':{'full':'Hanako'}}}}");
            JsonNode states = next(lines);
            // The first address book was made on the way.
            while (!states.has("ContactCard")) {
                states = next(lines);
            }
            assertThat(states.has("Email")).isFalse();
            String state = jmap.call("ContactCard/get", "{'accountId':'$A','ids':[]}")
                    .path("state")
                    .asString();
            assertThat(states.path("ContactCard").asString()).isEqualTo(state);
            JsonNode made = jmap.call(
                    "Identity/set",
                    "{'accountId':'$A','create':{'i':{'email':'taro@example.test','name':'Taro of the choir'}}}");
            assertThat(next(lines).path("Identity").asString())
                    .isEqualTo(made.path("newState").asString());
        }
    }

    @Test
    void anIdentityMoreHasANameOfItsOwnAndCanGoAgain() {
        String before = jmap.call("Identity/get", "{'accountId':'$A','ids':[]}")
                .path("state")
                .asString();
        String id = jmap.call(
                        "Identity/set",
                        "{'accountId':'$A','create':{'i':{'email':'taro@example.test','name':'Choir'}}}")
                .path("created")
                .path("i")
                .path("id")
                .asString();
        JsonNode changes = jmap.call("Identity/changes", "{'accountId':'$A','sinceState':'" + before + "'}");
        assertThat(changes.path("created").get(0).asString()).isEqualTo(id);
        assertThat(changes.path("updated").isEmpty()).isTrue();
        assertThat(jmap.call("Identity/set", "{'accountId':'$A','destroy':['" + id + "']}")
                        .path("destroyed")
                        .get(0)
                        .asString())
                .isEqualTo(id);
        assertThat(jmap.call("Identity/set", "{'accountId':'$A','create':{'i':{'email':'somebody@gmail.test'}}}")
                        .path("notCreated")
                        .path("i")
                        .path("type")
                        .asString())
                .isEqualTo("forbiddenFrom");
    }

    @Test
    void whatNoEventSourceCanBeAskedIsRefused() throws Exception {
        assertThat(stream("types=*&closeafter=never&ping=0").statusCode()).isEqualTo(400);
        assertThat(stream("types=*&closeafter=no&ping=soon").statusCode()).isEqualTo(400);
    }
}
