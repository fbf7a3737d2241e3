// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.vacation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.fumibako.jmap.Call;
import org.fumibako.jmap.Capability;
import org.fumibako.jmap.Method;
import org.fumibako.jmap.standard.Patch;
import org.fumibako.jmap.standard.SetOutcome;
import org.fumibako.jmap.standard.SetRequest;
import org.fumibako.jmap.wire.JmapLimits;
import org.fumibako.jmap.wire.MethodException;
import org.fumibako.jmap.wire.SetError;
import org.fumibako.jmap.wire.SetException;
import org.fumibako.registry.RegistryException;
import org.fumibako.registry.sorting.AutoReplies;
import org.fumibako.registry.sorting.AutoReply;
import org.fumibako.store.AccountObjects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** VacationResponse/set (RFC 8621 §8.2). The wording in the other language, which the panel can set, stays as it is. */
public final class VacationResponseSet implements Method {
    private final AutoReplies replies;
    private final AccountObjects objects;
    private final JmapLimits limits;

    /** @param objects tells those who listen */
    public VacationResponseSet(AutoReplies replies, AccountObjects objects, JmapLimits limits) {
        this.objects = objects;
        this.replies = replies;
        this.limits = limits;
    }

    @Override
    public String name() {
        return "VacationResponse/set";
    }

    @Override
    public Capability capability() {
        return Capability.VACATION;
    }

    @Override
    public ObjectNode call(Call call) throws MethodException {
        SetRequest request = SetRequest.of(call, call.arguments(SetRequest.ARGUMENTS), limits);
        String oldState = state(call);
        request.requireState(oldState);
        SetOutcome outcome = new SetOutcome();
        SetError singleton = new SetError("singleton", "There is one, always.");
        request.create().keySet().forEach(id -> outcome.notCreated(id, singleton));
        request.destroy().forEach(id -> outcome.notDestroyed(id, singleton));
        for (Map.Entry<String, ObjectNode> entry : request.update().entrySet()) {
            try {
                update(call, entry.getKey(), entry.getValue());
                outcome.updated(entry.getKey());
            } catch (SetException e) {
                outcome.notUpdated(entry.getKey(), e.error());
            }
        }
        return outcome.response(call.accountId(), oldState, state(call));
    }

    private String state(Call call) {
        return VacationJson.state(replies.of(call.caller().account().address()));
    }

    private void update(Call call, String id, ObjectNode patch) throws SetException {
        if (!id.equals(VacationJson.ID)) {
            throw new SetException(SetError.notFound());
        }
        for (String property : patch.propertyNames()) {
            if (!VacationResponseGet.PROPERTIES.contains(property)) {
                throw SetException.invalid(property, "There is no such property.");
            }
        }
        AutoReply before = replies.of(call.caller().account().address());
        ObjectNode after = Patch.apply(VacationJson.of(before), patch);
        if (!after.path("htmlBody").isNull()) {
            throw SetException.invalid("htmlBody", "An automatic reply is plain text.");
        }
        AutoReply reply = reply(before, after);
        try {
            replies.set(call.caller().account().address(), reply, call.caller().origin());
            objects.announce(call.account(), "VacationResponse");
        } catch (RegistryException refused) {
            throw SetException.invalid("textBody", String.valueOf(refused.getMessage()));
        }
    }

    private static AutoReply reply(AutoReply before, ObjectNode after) throws SetException {
        if (!after.path("isEnabled").isBoolean()) {
            throw SetException.invalid("isEnabled", "This is not a boolean.");
        }
        String text = text(after, "textBody");
        Optional<AutoReply.Wording> wording =
                text.isEmpty() ? Optional.empty() : Optional.of(new AutoReply.Wording(text(after, "subject"), text));
        boolean english = before.japanese().isEmpty()
                && (before.english().isPresent() || text.chars().allMatch(c -> c < 0x80));
        return new AutoReply(
                after.path("isEnabled").booleanValue(),
                date(after, "fromDate"),
                date(after, "toDate"),
                english ? before.japanese() : wording,
                english ? wording : before.english());
    }

    private static String text(ObjectNode json, String property) throws SetException {
        JsonNode value = json.path(property);
        if (!value.isNull() && !value.isString()) {
            throw SetException.invalid(property, "This is not a string.");
        }
        return value.isNull() ? "" : value.stringValue();
    }

    private static Optional<Instant> date(ObjectNode json, String property) throws SetException {
        String text = text(json, property);
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            throw SetException.invalid(property, "This is not a date.");
        }
    }
}
