// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.URIUtil;
import org.fumibako.api.endpoint.ApiException;
import org.fumibako.jmap.Answer;
import org.fumibako.jmap.Caller;
import org.fumibako.jmap.JmapService;
import org.fumibako.jmap.SessionObject;
import org.fumibako.jmap.blob.Blob;
import org.fumibako.jmap.blob.Transfer;
import org.fumibako.jmap.wire.Problem;
import org.fumibako.registry.Registry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /jmap/...}: JMAP over HTTP (RFC 8620 §2, §3, §6, §7.3), for pages with a session and for clients with a password. */
public final class JmapHandler extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(JmapHandler.class);
    private static final String PREFIX = "/jmap/";
    private static final String WELL_KNOWN = "/.well-known/jmap";

    private final JmapService jmap;
    private final JmapGuest guests;
    private final JmapEvents events;

    public JmapHandler(JmapService jmap, Registry registry) {
        this.jmap = jmap;
        this.guests = new JmapGuest(registry);
        this.events = new JmapEvents(jmap.states());
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = request.getHttpURI().getPath();
        if (!path.startsWith(PREFIX) && !path.equals(WELL_KNOWN)) {
            return false;
        }
        try {
            Optional<Caller> caller = guests.caller(request, response);
            if (caller.isEmpty()) {
                guests.challenge(request, response);
                problem(401, "Sign in first.", response, callback);
            } else {
                answer(caller.get(), request, response, callback);
            }
        } catch (ApiException refused) {
            problem(refused.code().status(), refused.code().code(), response, callback);
        } catch (IOException gone) {
            callback.failed(gone);
        } catch (RuntimeException | Error failed) {
            LOG.error("{} failed", path, failed);
            problem(500, "The server failed.", response, callback);
        }
        return true;
    }

    private void answer(Caller caller, Request request, Response response, Callback callback) throws IOException {
        List<String> path = List.of(request.getHttpURI().getPath().split("/", 8));
        String what = path.get(1).equals(".well-known") ? "session" : path.get(2);
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        switch (method + " " + what + " " + path.size()) {
            case "GET session 3" -> write(jmap.engine().session(caller, urls(request)), response, callback);
            case "POST api 3" -> api(caller, request, response, callback);
            case "POST upload 4", "POST upload 5" -> upload(caller, path.get(3), request, response, callback);
            case "GET download 6" -> download(caller, path, request, response, callback);
            case "GET events 3" -> events.answer(caller, request, response, callback);
            default -> problem(404, "There is nothing here.", response, callback);
        }
    }

    private void api(Caller caller, Request request, Response response, Callback callback) throws IOException {
        String type = header(request, HttpHeader.CONTENT_TYPE).split(";", 2)[0].strip();
        if (!type.equalsIgnoreCase("application/json")) {
            write(jmap.engine().problem(Problem.notJson("The request is not application/json.")), response, callback);
            return;
        }
        try (InputStream body = new PacedBody(Content.Source.asInputStream(request), WebLimits.BODY)) {
            write(jmap.engine().answer(caller, body), response, callback);
        }
    }

    private void upload(Caller caller, String account, Request request, Response response, Callback callback)
            throws IOException {
        try (InputStream body = new PacedBody(Content.Source.asInputStream(request), WebLimits.UPLOAD)) {
            String type = header(request, HttpHeader.CONTENT_TYPE);
            write(jmap.transfer().upload(caller, account, type, body), response, callback);
        }
    }

    private void download(Caller caller, List<String> path, Request request, Response response, Callback callback)
            throws IOException {
        String type = parameter(request, "type");
        Optional<Transfer.Download> found =
                jmap.transfer().download(caller, path.get(3), path.get(4), URIUtil.decodePath(path.get(5)), type);
        if (found.isEmpty()) {
            problem(404, "There is no such blob.", response, callback);
            return;
        }
        response.setStatus(200);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, found.get().type());
        response.getHeaders().put("Content-Disposition", found.get().disposition());
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "private, immutable, max-age=31536000");
        response.getHeaders().put("Content-Security-Policy", "sandbox; " + SecurityHeaders.NOTHING);
        try (Blob blob = found.get().blob();
                InputStream in = blob.open();
                OutputStream out = Content.Sink.asOutputStream(response)) {
            if (!request.getMethod().equals("HEAD")) {
                in.transferTo(out);
            }
        }
        callback.succeeded();
    }

    static String parameter(Request request, String name) {
        try {
            Fields.Field field = Request.extractQueryParameters(request).get(name);
            return field == null ? "" : field.getValue();
        } catch (RuntimeException damaged) {
            return "";
        }
    }

    private static String header(Request request, HttpHeader name) {
        return Optional.ofNullable(request.getHeaders().get(name)).orElse("");
    }

    private static SessionObject.Urls urls(Request request) {
        String authority = Optional.ofNullable(request.getHttpURI().getAuthority())
                .or(() -> Optional.ofNullable(request.getHeaders().get(HttpHeader.HOST)))
                .orElse(InetAddress.getLoopbackAddress().getHostAddress());
        return new SessionObject.Urls((request.isSecure() ? "https://" : "http://") + authority + "/jmap");
    }

    private static void write(Answer answer, Response response, Callback callback) {
        response.setStatus(answer.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.type());
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache, no-store, must-revalidate");
        response.write(true, ByteBuffer.wrap(answer.body()), callback);
    }

    private void problem(int status, String detail, Response response, Callback callback) {
        Problem problem = new Problem("about:blank", status, detail, Optional.empty());
        write(jmap.engine().problem(problem), response, callback);
    }
}
