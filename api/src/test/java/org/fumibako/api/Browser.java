// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that keeps a session's cookie and its CSRF token, as a page of ours does. */
final class Browser {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final int port;
    private String cookie;
    private String csrf = "";
    private String language = "ja";

    Browser(int port, String token) {
        this.port = port;
        this.cookie = token.isEmpty() ? "" : "fumibako=" + token;
    }

    /** What came back. */
    record Reply(int status, JsonNode json, HttpResponse<String> response) {
        String code() {
            return json.path("code").asString("");
        }
    }

    Browser speaking(String tag) {
        language = tag;
        return this;
    }

    Reply get(String path) {
        return send("GET", path, null);
    }

    /** Asks for the session's token first, when there is a session. */
    Reply send(String method, String path, @org.jspecify.annotations.Nullable String body) {
        if (!method.equals("GET") && csrf.isEmpty() && !cookie.isEmpty()) {
            csrf = get("/api/session").json().path("csrfToken").asString("");
        }
        return bare(method, path, body, csrf.isEmpty() ? new String[0] : new String[] {"X-CSRF-Token", csrf});
    }

    /** With these headers and no token but theirs. */
    Reply bare(String method, String path, @org.jspecify.annotations.Nullable String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept-Language", language)
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return read(request.build());
    }

    private Reply read(HttpRequest request) {
        try {
            HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            response.headers().firstValue("Set-Cookie").ifPresent(this::keep);
            boolean json = response.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.contains("json"))
                    .isPresent();
            JsonNode node = new JsonMapper().readTree(json ? response.body() : "{}");
            return new Reply(response.statusCode(), node, response);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keep(String setCookie) {
        String pair = setCookie.split(";", 2)[0];
        cookie = pair.endsWith("=") ? "" : pair;
        csrf = "";
    }

    Optional<String> cookie() {
        return Optional.of(cookie).filter(set -> !set.isEmpty());
    }
}
