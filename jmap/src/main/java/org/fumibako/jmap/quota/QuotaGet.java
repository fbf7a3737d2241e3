// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.quota;

import java.util.List;
import java.util.Set;
import org.fumibako.jmap.Call;
import org.fumibako.jmap.Caller;
import org.fumibako.jmap.Capability;
import org.fumibako.jmap.JmapServices;
import org.fumibako.jmap.Method;
import org.fumibako.jmap.standard.GetRequest;
import org.fumibako.jmap.wire.Json;
import org.fumibako.jmap.wire.MethodException;
import org.fumibako.store.MessageStore;
import tools.jackson.databind.node.ObjectNode;

/** Quota/get (RFC 9425 §4.2): an account has one, of octets of mail. */
public final class QuotaGet implements Method {
    static final String ID = "octets";
    private static final Set<String> PROPERTIES = Set.of(
            "id",
            "resourceType",
            "used",
            "hardLimit",
            "scope",
            "name",
            "types",
            "warnLimit",
            "softLimit",
            "description");

    private final JmapServices services;

    public QuotaGet(JmapServices services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "Quota/get";
    }

    @Override
    public Capability capability() {
        return Capability.QUOTA;
    }

    @Override
    public ObjectNode call(Call call) throws MethodException {
        GetRequest request = GetRequest.of(call.arguments(GetRequest.ARGUMENTS), services.limits())
                .requireKnown(PROPERTIES);
        ObjectNode quota = quota(services.store(), call);
        List<ObjectNode> found = request.wants(ID) ? List.of(request.trimmed(quota.deepCopy())) : List.of();
        return request.response(call.accountId(), state(quota), found);
    }

    static ObjectNode quota(MessageStore store, Call call) {
        ObjectNode quota = Json.object()
                .put("id", ID)
                .put("resourceType", "octets")
                .put("used", store.usage(call.account()).size().bytes())
                .put("hardLimit", call.caller().account().quota().size().bytes())
                .put("scope", "account")
                .put("name", call.caller().account().address().toString());
        quota.set("types", Json.array(List.of("Email")));
        return quota.putNull("warnLimit").putNull("softLimit").putNull("description");
    }

    /** The state of an account's. */
    public static String state(MessageStore store, Caller caller) {
        return store.usage(caller.account().id()).size().bytes() + "-"
                + caller.account().quota().size().bytes();
    }

    /** What can change in it. */
    static String state(ObjectNode quota) {
        return quota.path("used").longValue() + "-" + quota.path("hardLimit").longValue();
    }
}
