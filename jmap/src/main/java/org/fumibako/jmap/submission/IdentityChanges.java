// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.submission;

import java.util.List;
import org.fumibako.jmap.Call;
import org.fumibako.jmap.Capability;
import org.fumibako.jmap.Method;
import org.fumibako.jmap.standard.ChangesRequest;
import org.fumibako.jmap.wire.MethodException;
import tools.jackson.databind.node.ObjectNode;

/** Identity/changes (RFC 8621 §6.2): an account has few identities, so a client that is behind gets them all again. */
public final class IdentityChanges implements Method {
    private final IdentityBook book;

    public IdentityChanges(IdentityBook book) {
        this.book = book;
    }

    @Override
    public String name() {
        return "Identity/changes";
    }

    @Override
    public Capability capability() {
        return Capability.SUBMISSION;
    }

    @Override
    public ObjectNode call(Call call) throws MethodException {
        ChangesRequest request = ChangesRequest.of(call.arguments(ChangesRequest.ARGUMENTS));
        String state = book.state(call.account());
        if (!state.equals(request.sinceState())) {
            throw MethodException.cannotCalculateChanges();
        }
        return request.response(
                call.accountId(), state, false, new ChangesRequest.Found(List.of(), List.of(), List.of()));
    }
}
