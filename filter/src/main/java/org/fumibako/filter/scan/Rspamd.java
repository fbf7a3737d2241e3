// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.scan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fumibako.filter.Reason;
import org.fumibako.filter.message.Circumstances;
import org.fumibako.model.EmailAddress;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rspamd, asked over HTTP by {@code POST /checkv2}: the message as body, how it came in fields, a score in JSON. */
public final class Rspamd implements Scanner {
    /** Rspamd's own default for the largest message it looks at is 50 MB; what it finds is at the beginning. */
    private static final long MAX_MESSAGE = 10L * 1024 * 1024;

    /** Octets of an answer: a message has hundreds of symbols at most. */
    private static final int MAX_ANSWER = 1024 * 1024;

    /** Symbols that are named, the weightiest first. */
    private static final int SYMBOLS = 8;

    private final URI check;
    private final HttpClient http;
    private final JsonMapper json = new JsonMapper();

    /** @param server such as {@code http://127.0.0.1:11333} */
    public Rspamd(URI server, Duration patience) {
        this.check = server.resolve("/checkv2");
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .build();
    }

    @Override
    public String name() {
        return "rspamd";
    }

    @Override
    public boolean judgesSpam() {
        return true;
    }

    @Override
    public List<Reason> scan(Suspect suspect) throws IOException, InterruptedException {
        long length = Math.min(MAX_MESSAGE, suspect.message().size());
        HttpRequest.Builder request = HttpRequest.newBuilder(check)
                .POST(BodyPublishers.fromPublisher(
                        BodyPublishers.ofInputStream(() -> open(suspect, length)), Math.max(1, length)));
        describe(suspect, request);
        HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            byte[] answer = body.readNBytes(MAX_ANSWER);
            if (response.statusCode() != 200) {
                throw new IOException("it answered with HTTP status " + response.statusCode());
            }
            return reasons(json.readTree(answer));
        } catch (JacksonException noJson) {
            throw new IOException("its answer is no JSON", noJson);
        }
    }

    private static InputStream open(Suspect suspect, long length) {
        try {
            return suspect.message().open(0, length);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void describe(Suspect suspect, HttpRequest.Builder request) {
        Circumstances how = suspect.circumstances();
        request.header("From", how.sender().map(EmailAddress::toString).orElse("<>"));
        how.recipients().forEach(recipient -> request.header("Rcpt", recipient.toString()));
        how.client().map(InetAddress::getHostAddress).ifPresent(address -> request.header("IP", address));
        if (!how.helo().isEmpty()) {
            request.header("Helo", Texts.word(how.helo()));
        }
        request.header("Queue-Id", Texts.word(suspect.id()));
    }

    private List<Reason> reasons(JsonNode answer) throws IOException {
        JsonNode score = answer.path("score");
        double required = answer.path("required_score").asDouble(0);
        if (!score.isNumber() || required <= 0) {
            throw new IOException("its answer has no score: " + Texts.word(answer.toString()));
        }
        String symbols = answer.path("symbols").properties().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<String, JsonNode> symbol) ->
                        -Math.abs(symbol.getValue().path("score").asDouble(0))))
                .limit(SYMBOLS)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(","));
        return Points.of(name(), Math.round(score.asDouble() * 100) / 100.0, required, symbols);
    }
}
