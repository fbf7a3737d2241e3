// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.submission;

import java.util.List;
import java.util.Set;
import org.fumibako.jmap.Call;
import org.fumibako.jmap.Capability;
import org.fumibako.jmap.Method;
import org.fumibako.jmap.standard.GetRequest;
import org.fumibako.jmap.wire.JmapLimits;
import org.fumibako.jmap.wire.MethodException;
import tools.jackson.databind.node.ObjectNode;

/** Identity/get (RFC 8621 §6.1). */
public final class IdentityGet implements Method {
    static final Set<String> PROPERTIES =
            Set.of("id", "name", "email", "replyTo", "bcc", "textSignature", "htmlSignature", "mayDelete");

    private final IdentityBook book;
    private final JmapLimits limits;

    public IdentityGet(IdentityBook book, JmapLimits limits) {
        this.book = book;
        this.limits = limits;
    }

    @Override
    public String name() {
        return "Identity/get";
    }

    @Override
    public Capability capability() {
        return Capability.SUBMISSION;
    }

    @Override
    public ObjectNode call(Call call) throws MethodException {
        GetRequest request =
                GetRequest.of(call.arguments(GetRequest.ARGUMENTS), limits).requireKnown(PROPERTIES);
        String state = book.state(call.account());
        List<ObjectNode> found = book.all(call.account()).stream()
                .filter(identity -> request.wants(identity.path("id").asString()))
                .map(request::trimmed)
                .toList();
        return request.response(call.accountId(), state, found);
    }
}
