// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.submission;

import java.util.List;
import org.fumibako.jmap.Call;
import org.fumibako.jmap.Capability;
import org.fumibako.jmap.Method;
import org.fumibako.jmap.standard.GetRequest;
import org.fumibako.jmap.wire.JmapLimits;
import org.fumibako.jmap.wire.MethodException;
import tools.jackson.databind.node.ObjectNode;

/** EmailSubmission/get (RFC 8621 §7.1). */
public final class EmailSubmissionGet implements Method {
    private final Sent sent;
    private final JmapLimits limits;

    public EmailSubmissionGet(Sent sent, JmapLimits limits) {
        this.sent = sent;
        this.limits = limits;
    }

    @Override
    public String name() {
        return "EmailSubmission/get";
    }

    @Override
    public Capability capability() {
        return Capability.SUBMISSION;
    }

    @Override
    public ObjectNode call(Call call) throws MethodException {
        GetRequest request = GetRequest.of(call.arguments(GetRequest.ARGUMENTS), limits);
        String state = sent.state();
        List<ObjectNode> found = sent.of(call.account()).stream()
                .filter(submission -> request.wants(submission.path("id").asString()))
                .map(submission -> request.trimmed(submission.deepCopy()))
                .toList();
        return request.response(call.accountId(), state, found);
    }
}
