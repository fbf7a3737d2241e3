// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fumibako.app.Fumibako;
import org.fumibako.app.config.Configuration.Service;
import org.fumibako.app.control.Terminal;
import org.fumibako.app.demo.Demo;
import org.fumibako.doctor.Diagnosis;
import org.fumibako.doctor.Diagnosis.Examined;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.Outcome;
import org.fumibako.doctor.Remedy;
import org.fumibako.doctor.Symptom;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every staged trouble is found for what it is, with evidence, and what the doctor offers cures it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StageTest {
    private static final List<String> ROUTES = routes();

    private Fumibako server;
    private Stage stage;
    private JsonNode demo;
    private String token;
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        server = Demo.open(directory, 0, new Quiet());
        stage = new Stage(server, new Scene(server, "demo", DomainName.of("example.test")));
        demo = JsonMapper.shared().readTree(Files.readString(directory.resolve("demo.json")));
        JsonNode customer = demo.get("customer");
        String login = "{\"login\":\"" + customer.get("login").asString() + "\",\"password\":\""
                + customer.get("password").asString() + "\"}";
        token = JsonMapper.shared()
                .readTree(send("POST", "/api/session", login, ""))
                .get("csrfToken")
                .asString();
    }

    @AfterAll
    void close() {
        browser.close();
        server.close();
    }

    static List<Situation> all() {
        return Stage.all();
    }

    @Test
    void everySymptomCanBeStaged() {
        assertThat(Stage.all().stream().map(Situation::symptom)).contains(Symptom.values());
    }

    @ParameterizedTest
    @MethodSource("all")
    void isFoundAndCured(Situation situation) throws Exception {
        EmailAddress patient = stage.play(situation);
        Diagnosis diagnosis =
                server.doctor().examine(patient, Optional.of(situation.symptom()), ZoneId.of("Asia/Tokyo"), done -> {});
        Examined cause = diagnosis.cause().orElseThrow(() -> new AssertionError(said(diagnosis)));
        assertThat(cause.check().id()).as(said(diagnosis)).isEqualTo(situation.check());
        if (!situation.check().equals("account-exists")) {
            assertThat(cause.finding().evidence()).isNotEmpty();
        }
        diagnosis.results().stream()
                .flatMap(one -> one.finding().remedy().stream())
                .filter(Remedy.Screen.class::isInstance)
                .forEach(screen -> assertThat(isRoute(((Remedy.Screen) screen).path()))
                        .as(screen.toString())
                        .isTrue());
        if (cause.finding().remedy().orElse(null) instanceof Remedy.Call call) {
            send(call.method(), call.path(), JsonMapper.shared().writeValueAsString(call.body()), token);
            Finding after = server.doctor()
                    .examine(patient, Optional.of(situation.symptom()), situation.check(), ZoneId.of("Asia/Tokyo"))
                    .orElseThrow()
                    .finding();
            assertThat(after.outcome()).as(after.headline().en()).isNotEqualTo(Outcome.CAUSE);
        }
    }

    /** Whether the panel has such a screen; webmail is another house. */
    private static boolean isRoute(String path) {
        String plain = path.replaceFirst("[?].*", "");
        return plain.equals("/webmail")
                || ROUTES.stream().anyMatch(route -> plain.matches(route.replaceAll("\\$[a-z]+", "[^/]+")));
    }

    private static List<String> routes() {
        try {
            return Pattern.compile("path: '([^']+)'")
                    .matcher(Files.readString(Path.of("../web/panel/src/app/router.ts")))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String said(Diagnosis diagnosis) {
        StringBuilder all = new StringBuilder();
        diagnosis
                .results()
                .forEach(one -> all.append(one.check().id())
                        .append(' ')
                        .append(one.finding().outcome())
                        .append(' ')
                        .append(one.finding().headline().en())
                        .append('\n'));
        return all.toString();
    }

    private String send(String method, String path, String body, String csrf) throws IOException, InterruptedException {
        int port = Objects.requireNonNull(server.ports().get(Service.HTTP));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .header("X-CSRF-Token", csrf)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = browser.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
        return response.body();
    }

    private static final class Quiet implements Terminal {
        private final PrintWriter nowhere = new PrintWriter(new StringWriter());

        @Override
        public PrintWriter out() {
            return nowhere;
        }

        @Override
        public PrintWriter err() {
            return nowhere;
        }

        @Override
        public String askSecret(String prompt) {
            return "";
        }
    }
}
