// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.URIUtil;
import org.fumibako.api.endpoint.Actor;
import org.fumibako.api.endpoint.ApiException;
import org.fumibako.api.endpoint.Call;
import org.fumibako.api.endpoint.Endpoint;
import org.fumibako.api.endpoint.Endpoints;
import org.fumibako.api.endpoint.ErrorCode;
import org.fumibako.api.endpoint.Gate;
import org.fumibako.api.endpoint.Language;
import org.fumibako.api.endpoint.Method;
import org.fumibako.journal.Origin;
import org.fumibako.journal.Protocol;
import org.fumibako.net.metrics.Histogram;
import org.fumibako.net.metrics.Metrics;
import org.fumibako.net.metrics.Series;
import org.fumibako.registry.ApiToken;
import org.fumibako.registry.Registry;
import org.fumibako.registry.RegistryException;
import org.fumibako.registry.history.MadeChanges;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /api/...}: finds the endpoint, who asks, whether they may, and only then reads the request and calls the handler. */
public final class ApiHandler extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(ApiHandler.class);

    private static final String PREFIX = "/api/";

    private final Endpoints endpoints;
    private final Registry registry;
    private final Gate gate;
    private final Series<Histogram> times;

    public ApiHandler(Endpoints endpoints, Registry registry, Metrics metrics) {
        this.times = metrics.times(
                "fumibako_http_request_seconds",
                "Requests of the API by endpoint, until the answer is made",
                "endpoint");
        this.endpoints = endpoints;
        this.registry = registry;
        this.gate = new Gate(registry);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (!request.getHttpURI().getPath().startsWith(PREFIX)) {
            return false;
        }
        Answer answer = new Answer(request, response, callback);
        Origin origin = origin(request);
        Visitor visitor = Visitor.of(registry, request, response, origin);
        Language language = language(request, visitor.actor());
        try {
            answer(request, visitor, origin, language, answer);
        } catch (ApiException refused) {
            answer.problem(refused, language);
        } catch (RegistryException refused) {
            answer.problem(ApiException.of(refused), language);
        } catch (RuntimeException | Error failed) {
            LOG.error(
                    "session={} {} failed",
                    origin.session(),
                    request.getMethod() + " " + request.getHttpURI().getPath(),
                    failed);
            answer.problem(ApiException.of(ErrorCode.INTERNAL), language);
        }
        return true;
    }

    private void answer(Request request, Visitor visitor, Origin origin, Language language, Answer answer) {
        Endpoints.Match match = match(request, answer);
        Endpoint<?, ?> endpoint = match.endpoint();
        long began = System.nanoTime();
        try {
            SameSite.check(request, endpoint.method(), visitor.visit());
            visitor.check(endpoint);
            Map<String, String> path = decoded(match.variables());
            Actor actor = visitor.actor();
            Gate.Passage passage = gate.pass(endpoint.access(), actor, path);
            Caller caller = new Caller(actor, passage, path, signed(origin, visitor), language, visitor.visit());
            answer.done(run(endpoint, request, caller));
        } finally {
            times.of(endpoint.id()).observe(System.nanoTime() - began);
        }
    }

    /** With the name of who asks, and of the token. */
    private static Origin signed(Origin origin, Visitor visitor) {
        Actor actor = visitor.actor();
        return actor.principal()
                .map(who -> actor.account()
                        .map(own -> origin.withLogin(own.address()))
                        .orElse(origin)
                        .withActor(visitor.bearer().map(ApiToken.Bearer::actor).orElseGet(who::actor)))
                .orElse(origin);
    }

    private record Caller(
            Actor actor,
            Gate.Passage passage,
            Map<String, String> path,
            Origin origin,
            Language language,
            BrowserVisit visit) {}

    private static <Q, R> Object run(Endpoint<Q, R> endpoint, Request request, Caller caller) {
        Q read = RequestReader.read(endpoint, request);
        Call<Q> call = new Call<>(
                caller.actor(),
                read,
                caller.passage().domain(),
                caller.passage().account(),
                caller.path(),
                caller.origin(),
                caller.language(),
                caller.visit());
        R result = MadeChanges.during(() -> endpoint.handler().handle(call));
        return result;
    }

    private Endpoints.Match match(Request request, Answer answer) {
        List<Endpoints.Match> matches =
                endpoints.match(segments(request.getHttpURI().getPath()));
        if (matches.isEmpty()) {
            throw ApiException.of(ErrorCode.NO_SUCH_ENDPOINT);
        }
        String method = request.getMethod().equals("HEAD") ? Method.GET.name() : request.getMethod();
        Optional<Endpoints.Match> match = matches.stream()
                .filter(one -> one.endpoint().method().name().equals(method))
                .findFirst();
        if (match.isEmpty()) {
            answer.allow(matches.stream()
                    .map(one -> one.endpoint().method().name())
                    .distinct()
                    .collect(Collectors.joining(", ")));
            throw ApiException.of(ErrorCode.METHOD_NOT_ALLOWED);
        }
        return match.get();
    }

    private static List<String> segments(String path) {
        return new ArrayList<>(List.of(path.substring(1).split("/", 12)));
    }

    private static Map<String, String> decoded(Map<String, String> variables) {
        Map<String, String> decoded = new HashMap<>();
        variables.forEach((name, value) -> decoded.put(name, URIUtil.decodePath(value)));
        return decoded;
    }

    private Language language(Request request, Actor actor) {
        Optional<Language> chosen =
                actor.principal().map(registry.webSessions()::language).flatMap(Language::of);
        return chosen.orElseGet(
                () -> Language.accepted(Optional.ofNullable(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE))
                        .orElse("")));
    }

    /** Where a request comes from. */
    static Origin origin(Request request) {
        Optional<InetAddress> peer =
                request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress from
                        ? Optional.ofNullable(from.getAddress())
                        : Optional.empty();
        String client = Optional.ofNullable(request.getHeaders().get(HttpHeader.USER_AGENT))
                .orElse("");
        String printable = new String(client.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
                .replaceAll("\\p{Cntrl}", " ");
        return new Origin(
                Protocol.WEB,
                request.getConnectionMetaData().getId() + "-" + request.getId(),
                peer,
                printable,
                Optional.empty());
    }
}
