// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.email;

import java.util.Set;
import org.fumibako.jmap.Call;
import org.fumibako.jmap.Capability;
import org.fumibako.jmap.Method;
import org.fumibako.jmap.wire.Arguments;
import org.fumibako.jmap.wire.MethodException;
import tools.jackson.databind.node.ObjectNode;

/** Email/copy (RFC 8621 §4.7) is between accounts, and a session has one; within it, {@code mailboxIds} is what changes. */
public final class EmailCopy implements Method {
    @Override
    public String name() {
        return "Email/copy";
    }

    @Override
    public Capability capability() {
        return Capability.MAIL;
    }

    @Override
    public ObjectNode call(Call call) throws MethodException {
        Arguments arguments = call.arguments(Set.of(
                "fromAccountId",
                "ifFromInState",
                "accountId",
                "ifInState",
                "create",
                "onSuccessDestroyOriginal",
                "destroyFromIfInState"));
        if (arguments.requiredText("fromAccountId").equals(call.accountId())) {
            throw MethodException.invalidArguments("One does not copy into the same account.");
        }
        throw new MethodException("fromAccountNotFound", "There is no such account.");
    }
}
