// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.fumibako.jmap.wire.Invocation;
import org.fumibako.jmap.wire.JmapLimits;
import org.fumibako.jmap.wire.Json;
import org.fumibako.jmap.wire.Problem;
import org.fumibako.jmap.wire.ProblemException;
import org.fumibako.jmap.wire.Request;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers JMAP requests (RFC 8620 §3), whatever they came over. Safe for any number of threads. */
public final class JmapEngine {
    static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    private final Dispatcher dispatcher;
    private final SessionObject session;
    private final JmapLimits limits;
    private final Json json;
    private final Doors doors;

    /** @param methods all that there are */
    public JmapEngine(List<Method> methods, SessionObject session, JmapLimits limits) {
        this.dispatcher = new Dispatcher(methods, limits);
        this.session = session;
        this.limits = limits;
        this.json = new Json(limits);
        this.doors = new Doors(limits.maxConcurrentRequests());
    }

    /** What a client reads first (RFC 8620 §2). */
    public Answer session(Caller caller, SessionObject.Urls urls) {
        return new Answer(200, JSON, json.write(session.of(caller, urls)));
    }

    /**
     * Answers a request.
     *
     * @param body is read to its end, or to where it is too large
     */
    public Answer answer(Caller caller, InputStream body) throws IOException {
        try (Doors.Pass _ = enter(caller)) {
            byte[] octets = body.readNBytes(limits.maxSizeRequest() + 1);
            return new Answer(200, JSON, json.write(respond(caller, parse(octets))));
        } catch (ProblemException e) {
            return problem(e.problem());
        }
    }

    /** A problem as HTTP carries it. */
    public Answer problem(Problem problem) {
        return new Answer(problem.status(), PROBLEM, json.write(problem.toJson()));
    }

    private Doors.Pass enter(Caller caller) throws ProblemException {
        return doors.enter(caller.account().id())
                .orElseThrow(() -> new ProblemException(Problem.limit(
                        "maxConcurrentRequests",
                        "There may be " + limits.maxConcurrentRequests() + " requests at a time.")));
    }

    /** Reads JSON within the limits. */
    JsonNode parse(byte[] octets) throws ProblemException {
        if (octets.length > limits.maxSizeRequest()) {
            throw new ProblemException(
                    Problem.limit("maxSizeRequest", "A request may have " + limits.maxSizeRequest() + " octets."));
        }
        try {
            return json.read(octets);
        } catch (Json.NoJsonException e) {
            throw new ProblemException(Problem.notJson("The request is not JSON: " + e.getMessage()));
        }
    }

    private ObjectNode respond(Caller caller, JsonNode body) throws ProblemException {
        Request request = Request.of(body, limits);
        Dispatcher.Result result = dispatcher.run(caller, request);
        ArrayNode responses = Json.array();
        result.responses().stream().map(Invocation::toJson).forEach(responses::add);
        ObjectNode response = Json.object();
        response.set("methodResponses", responses);
        request.createdIds().ifPresent(asked -> response.set("createdIds", map(result.createdIds())));
        return response.put("sessionState", session.state(caller));
    }

    private static ObjectNode map(Map<String, String> texts) {
        ObjectNode map = Json.object();
        texts.forEach(map::put);
        return map;
    }

    /** Writes JSON. */
    public Json json() {
        return json;
    }

    public JmapLimits limits() {
        return limits;
    }
}
