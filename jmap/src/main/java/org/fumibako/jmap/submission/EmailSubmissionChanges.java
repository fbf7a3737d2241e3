// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.submission;

import java.util.List;
import org.fumibako.jmap.Call;
import org.fumibako.jmap.Capability;
import org.fumibako.jmap.Method;
import org.fumibako.jmap.standard.ChangesRequest;
import org.fumibako.jmap.wire.MethodException;
import tools.jackson.databind.node.ObjectNode;

/** EmailSubmission/changes (RFC 8621 §7.2): one that is behind asks for what there is. */
public final class EmailSubmissionChanges implements Method {
    private final Sent sent;

    public EmailSubmissionChanges(Sent sent) {
        this.sent = sent;
    }

    @Override
    public String name() {
        return "EmailSubmission/changes";
    }

    @Override
    public Capability capability() {
        return Capability.SUBMISSION;
    }

    @Override
    public ObjectNode call(Call call) throws MethodException {
        ChangesRequest request = ChangesRequest.of(call.arguments(ChangesRequest.ARGUMENTS));
        if (!sent.state().equals(request.sinceState())) {
            throw MethodException.cannotCalculateChanges();
        }
        return request.response(
                call.accountId(),
                request.sinceState(),
                false,
                new ChangesRequest.Found(List.of(), List.of(), List.of()));
    }
}
