// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.vacation;

import java.util.List;
import java.util.Set;
import org.fumibako.jmap.Call;
import org.fumibako.jmap.Caller;
import org.fumibako.jmap.Capability;
import org.fumibako.jmap.Method;
import org.fumibako.jmap.standard.GetRequest;
import org.fumibako.jmap.wire.JmapLimits;
import org.fumibako.jmap.wire.MethodException;
import org.fumibako.registry.sorting.AutoReplies;
import org.fumibako.registry.sorting.AutoReply;
import tools.jackson.databind.node.ObjectNode;

/** VacationResponse/get (RFC 8621 §8.1). */
public final class VacationResponseGet implements Method {
    static final Set<String> PROPERTIES =
            Set.of("id", "isEnabled", "fromDate", "toDate", "subject", "textBody", "htmlBody");

    private final AutoReplies replies;
    private final JmapLimits limits;

    public VacationResponseGet(AutoReplies replies, JmapLimits limits) {
        this.replies = replies;
        this.limits = limits;
    }

    @Override
    public String name() {
        return "VacationResponse/get";
    }

    @Override
    public Capability capability() {
        return Capability.VACATION;
    }

    /** The state of an account's. */
    public static String state(AutoReplies replies, Caller caller) {
        return VacationJson.state(replies.of(caller.account().address()));
    }

    @Override
    public ObjectNode call(Call call) throws MethodException {
        GetRequest request =
                GetRequest.of(call.arguments(GetRequest.ARGUMENTS), limits).requireKnown(PROPERTIES);
        AutoReply reply = replies.of(call.caller().account().address());
        List<ObjectNode> found =
                request.wants(VacationJson.ID) ? List.of(request.trimmed(VacationJson.of(reply))) : List.of();
        return request.response(call.accountId(), VacationJson.state(reply), found);
    }
}
