// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.fumibako.api.endpoint.ApiException;
import org.fumibako.api.endpoint.Download;
import org.fumibako.api.endpoint.Language;
import org.fumibako.api.endpoint.Nothing;
import org.fumibako.api.endpoint.Shown;
import org.fumibako.api.json.Renderer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes what an endpoint answers, or why it does not (RFC 9457). */
final class Answer {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Request request;
    private final Response response;
    private final Callback callback;

    Answer(Request request, Response response, Callback callback) {
        this.request = request;
        this.response = response;
        this.callback = callback;
    }

    void allow(String methods) {
        response.getHeaders().put(HttpHeader.ALLOW, methods);
    }

    void done(Object result) {
        switch (result) {
            case Nothing _ -> {
                response.setStatus(204);
                uncached();
                response.write(true, null, callback);
            }
            case Download file -> {
                response.getHeaders()
                        .put(
                                HttpHeader.CONTENT_DISPOSITION,
                                "attachment; filename=\"" + file.name().replaceAll("[^A-Za-z0-9._-]", "_") + "\"");
                write(200, file.type(), file.content());
            }
            case Shown shown -> show(shown);
            case Record value -> write(200, "application/json", MAPPER.writeValueAsBytes(Renderer.render(value)));
            default -> throw new IllegalStateException("an answer is a record, not " + result.getClass());
        }
    }

    /** Of the page's own origin, so it may be in a frame of ours and nowhere else. */
    private void show(Shown shown) {
        response.getHeaders().put("Content-Security-Policy", shown.policy());
        response.getHeaders().put("X-Frame-Options", "SAMEORIGIN");
        response.setStatus(200);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "private, max-age=" + shown.seconds());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, shown.type());
        boolean head = request.getMethod().equals("HEAD");
        response.write(true, head ? null : ByteBuffer.wrap(shown.content()), callback);
    }

    void problem(ApiException refused, Language language) {
        ObjectNode problem = JsonNodeFactory.instance.objectNode();
        problem.put("code", refused.code().code());
        problem.put("status", refused.code().status());
        problem.put("message", refused.code().text(language, refused.facts()));
        refused.field().ifPresent(field -> problem.put("field", field));
        response.getHeaders().put(HttpHeader.CONTENT_LANGUAGE, language.tag());
        write(refused.code().status(), "application/problem+json", MAPPER.writeValueAsBytes(problem));
    }

    private void write(int status, String type, byte[] content) {
        response.setStatus(status);
        uncached();
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        boolean head = request.getMethod().equals("HEAD");
        response.write(true, head ? null : ByteBuffer.wrap(content), callback);
    }

    /** Answers are somebody's own, and of this moment. */
    private void uncached() {
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
