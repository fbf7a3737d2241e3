// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.fumibako.model.Flags;
import org.fumibako.model.SpecialUse;
import org.fumibako.model.UidSet;
import org.fumibako.store.MessageStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JMAP on a real socket: who is let in, and what of a request is HTTP's business. */
class JmapTest {
    private static final String ECHO = "{\"using\":[\"urn:ietf:params:jmap:core\"],"
            + "\"methodCalls\":[[\"Core/echo\",{\"a\":1},\"0\"]]}";
    private static final JsonMapper MAPPER = JsonMapper.shared();

    @TempDir
    private Path directory;

    private World world;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void open() throws Exception {
        world = new World(directory);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private HttpRequest.Builder with(String path, String login, String password) {
        String credentials = Base64.getEncoder()
                .encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + world.server.plainPort() + path))
                .header("Authorization", "Basic " + credentials);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder taro(String path) {
        return with(path, "taro@example.test", World.PASSWORD);
    }

    private String account() {
        return "A" + world.owner("taro@example.test").account().id().value();
    }

    @Test
    void aPageWithASessionNeedsTheTokenForEverythingThatIsSent() {
        Browser browser = world.browserOf(world.owner("taro@example.test"));
        Browser.Reply session = browser.get("/.well-known/jmap");
        assertThat(session.json().path("username").asString()).isEqualTo("taro@example.test");
        assertThat(session.json().path("apiUrl").asString()).endsWith("/jmap/api");
        assertThat(browser.bare("POST", "/jmap/api", ECHO).status()).isEqualTo(403);
        Browser.Reply echo = browser.send("POST", "/jmap/api", ECHO);
        assertThat(echo.status()).isEqualTo(200);
        assertThat(echo.json().path("methodResponses").get(0).get(0).asString()).isEqualTo("Core/echo");
        assertThat(echo.json().path("sessionState")).isEqualTo(session.json().path("state"));
    }

    @Test
    void onlyOwnersOfAccountsAreLetIn() throws Exception {
        assertThat(world.stranger().get("/jmap/session").status()).isEqualTo(401);
        assertThat(world.browserOf(world.customer("anna")).get("/jmap/session").status()).isEqualTo(401);
        assertThat(send(taro("/jmap/session").build()).statusCode()).isEqualTo(200);
        HttpResponse<String> wrong = send(with("/jmap/session", "taro@example.test", "wrong").build());
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.headers().firstValue("WWW-Authenticate")).isPresent();
        for (String credentials : new String[] {"", "*", "dGFybw==", "A".repeat(3000)}) {
            HttpRequest damaged = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + world.server.plainPort() + "/jmap/session"))
                    .header("Authorization", "Basic " + credentials)
                    .build();
            assertThat(send(damaged).statusCode()).as(credentials).isEqualTo(401);
        }
    }

    @Test
    void whatIsNoJsonOrNowhereIsSaidToBe() throws Exception {
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString(ECHO);
        assertThat(send(taro("/jmap/api").header("Content-Type", "text/plain").POST(body).build()).body())
                .contains("urn:ietf:params:jmap:error:notJSON");
        assertThat(send(taro("/jmap/nothing").build()).statusCode()).isEqualTo(404);
        assertThat(send(taro("/jmap/download/" + account() + "/B1/x?type=a/b").build()).statusCode()).isEqualTo(404);
        assertThat(send(taro("/jmap/api").build()).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsUploadedCanBeDownloadedByItsOwnerAlone() throws Exception {
        HttpResponse<String> up = send(taro("/jmap/upload/" + account())
                .header("Content-Type", "text/html")
                .POST(HttpRequest.BodyPublishers.ofString("<b>hi</b>"))
                .build());
        assertThat(up.statusCode()).isEqualTo(201);
        JsonNode taken = MAPPER.readTree(up.body());
        assertThat(taken.path("size").asInt()).isEqualTo(9);
        String blob = taken.path("blobId").asString();
        HttpResponse<String> down = send(taro("/jmap/download/" + account() + "/" + blob + "/a%20b.html?type=text/html").build());
        assertThat(down.body()).isEqualTo("<b>hi</b>");
        assertThat(down.headers().firstValue("Content-Disposition")).contains("attachment; filename*=UTF-8''a%20b.html");
        assertThat(down.headers().firstValue("Content-Security-Policy").orElse("")).contains("sandbox");
        String jiro = "A" + world.owner("jiro@example.test").account().id().value();
        for (String account : new String[] {account(), jiro}) {
            HttpRequest other = with("/jmap/download/" + account + "/" + blob + "/x?type=a/b", "jiro@example.test", World.PASSWORD)
                    .build();
            assertThat(send(other).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void newStatesArePushed() throws Exception {
        HttpResponse<java.io.InputStream> stream = client.send(
                taro("/jmap/events?types=Email&closeafter=state&ping=0").build(),
                HttpResponse.BodyHandlers.ofInputStream());
        assertThat(stream.headers().firstValue("Content-Type")).contains("text/event-stream");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("event: ping");
            var taro = world.owner("taro@example.test").account().id();
            var inbox = world.volume.mailbox(taro, SpecialUse.INBOX);
            world.volume.subscribe(taro, inbox.name(), false);
            world.volume.changeFlags(
                    taro,
                    inbox.id(),
                    UidSet.ALL,
                    MessageStore.FlagChange.ADD,
                    Flags.of("\\Seen"),
                    Optional.empty(),
                    World.DESK);
            String line = lines.readLine();
            while (line != null && !line.equals("event: state")) {
                line = lines.readLine();
            }
            JsonNode change = MAPPER.readTree(lines.readLine().substring("data: ".length()));
            assertThat(change.path("@type").asString()).isEqualTo("StateChange");
            assertThat(change.path("changed").path(account()).path("Email").asString())
                    .isEqualTo(Long.toString(world.volume.emails().modSeq(taro)));
            assertThat(change.path("changed").path(account()).has("Mailbox")).isFalse();
            while (line != null) {
                line = lines.readLine();
            }
        }
    }
}
