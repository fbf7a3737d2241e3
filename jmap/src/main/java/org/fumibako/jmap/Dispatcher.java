// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fumibako.db.DatabaseException;
import org.fumibako.jmap.wire.BackReferences;
import org.fumibako.jmap.wire.Invocation;
import org.fumibako.jmap.wire.JmapLimits;
import org.fumibako.jmap.wire.MethodException;
import org.fumibako.jmap.wire.Problem;
import org.fumibako.jmap.wire.ProblemException;
import org.fumibako.jmap.wire.Request;
import org.fumibako.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/** Carries out the calls of a request one after the other (RFC 8620 §3.2). */
final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final Map<String, Method> methods;
    private final JmapLimits limits;

    Dispatcher(Collection<Method> methods, JmapLimits limits) {
        this.methods = methods.stream().collect(Collectors.toUnmodifiableMap(Method::name, Function.identity()));
        this.limits = limits;
    }

    /** What the calls were answered, and what was created. */
    record Result(List<Invocation> responses, Map<String, String> createdIds) {}

    Result run(Caller caller, Request request) throws ProblemException {
        for (String uri : request.using()) {
            if (Capability.of(uri).isEmpty()) {
                throw new ProblemException(Problem.unknownCapability(uri));
            }
        }
        Map<String, String> createdIds =
                new LinkedHashMap<>(request.createdIds().orElse(Map.of()));
        Call.Conversation conversation = new Call.Conversation(createdIds, new Call.Budget(limits.maxResponse()));
        List<Invocation> responses = new ArrayList<>();
        for (Invocation call : request.calls()) {
            run(new Round(caller, request.using(), conversation, responses), call);
        }
        return new Result(responses, createdIds);
    }

    private record Round(Caller caller, Set<String> using, Call.Conversation conversation, List<Invocation> responses) {
        void answer(String name, ObjectNode arguments, String callId) {
            responses.add(new Invocation(name, arguments, callId));
        }
    }

    private void run(Round round, Invocation invocation) {
        Method method = methods.get(invocation.name());
        if (method == null || !round.using().contains(method.capability().uri())) {
            MethodException unknown =
                    new MethodException("unknownMethod", "There is no such method among the capabilities in use.");
            round.answer("error", unknown.arguments(), invocation.callId());
            return;
        }
        try {
            ObjectNode arguments = new BackReferences(round.responses()).resolve(invocation.arguments());
            Call call = new Call(round.caller(), arguments, round.conversation());
            round.answer(method.name(), method.call(call), invocation.callId());
            for (Invocation next : call.following()) {
                run(round, new Invocation(next.name(), next.arguments(), invocation.callId()));
            }
        } catch (MethodException e) {
            round.answer("error", e.arguments(), invocation.callId());
        } catch (StoreException | DatabaseException failed) {
            String session = round.caller().origin().session();
            LOG.error("session={} {} failed", session, method.name(), failed);
            round.answer("error", MethodException.serverFail().arguments(), invocation.callId());
        }
    }
}
