// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.kept;

import org.fumibako.jmap.Call;
import org.fumibako.jmap.Capability;
import org.fumibako.jmap.Method;
import org.fumibako.jmap.standard.ChangesRequest;
import org.fumibako.jmap.wire.MethodException;
import tools.jackson.databind.node.ObjectNode;

/** {@code .../changes} of kept objects (RFC 8620 §5.2). All or nothing. */
public record KeptChanges(Kept kept, Capability capability) implements Method {
    @Override
    public String name() {
        return kept.type().name() + "/changes";
    }

    @Override
    public ObjectNode call(Call call) throws MethodException {
        return kept.changes(call.account(), ChangesRequest.of(call.arguments(ChangesRequest.ARGUMENTS)));
    }
}
