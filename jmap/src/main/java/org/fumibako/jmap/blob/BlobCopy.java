// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.blob;

import java.util.List;
import java.util.Set;
import org.fumibako.jmap.Call;
import org.fumibako.jmap.Capability;
import org.fumibako.jmap.Method;
import org.fumibako.jmap.wire.Arguments;
import org.fumibako.jmap.wire.MethodException;
import tools.jackson.databind.node.ObjectNode;

/** Blob/copy (RFC 8620 §6.3) is between accounts, and a session has one. */
public final class BlobCopy implements Method {
    @Override
    public String name() {
        return "Blob/copy";
    }

    @Override
    public Capability capability() {
        return Capability.CORE;
    }

    @Override
    public ObjectNode call(Call call) throws MethodException {
        Arguments arguments = call.arguments(Set.of("fromAccountId", "accountId", "blobIds"));
        String from = arguments.requiredText("fromAccountId");
        List<String> _ = arguments.requiredTexts("blobIds");
        if (from.equals(call.accountId())) {
            throw MethodException.invalidArguments("One does not copy into the same account.");
        }
        throw new MethodException("fromAccountNotFound", "There is no such account.");
    }
}
