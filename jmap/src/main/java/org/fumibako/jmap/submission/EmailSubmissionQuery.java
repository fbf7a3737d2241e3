// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.submission;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fumibako.jmap.Call;
import org.fumibako.jmap.Capability;
import org.fumibako.jmap.Method;
import org.fumibako.jmap.kept.Kept;
import org.fumibako.jmap.standard.Filter;
import org.fumibako.jmap.standard.SortKey;
import org.fumibako.jmap.standard.Window;
import org.fumibako.jmap.wire.Arguments;
import org.fumibako.jmap.wire.JmapLimits;
import org.fumibako.jmap.wire.MethodException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** EmailSubmission/query (RFC 8621 §7.3). */
public record EmailSubmissionQuery(Submissions submissions, JmapLimits limits) implements Method {
    @Override
    public String name() {
        return "EmailSubmission/query";
    }

    @Override
    public Capability capability() {
        return Capability.SUBMISSION;
    }

    @Override
    public ObjectNode call(Call call) throws MethodException {
        Arguments arguments = call.arguments(Window.ARGUMENTS);
        Window window = Window.of(arguments);
        List<SortKey> sort = SortKey.of(arguments, Set.of("emailId", "threadId", "sentAt", "sendAt"));
        JsonNode json = arguments.raw("filter");
        String state = submissions.kept().state(call.account());
        List<Kept.Item> found = submissions.kept().all(call.account());
        if (!json.isNull()) {
            Filter<ObjectNode> filter = Filter.of(json, limits.maxFilterConditions(), EmailSubmissionQuery::condition);
            found = found.stream()
                    .filter(item -> filter.test(condition -> meets(item.json(), condition)))
                    .toList();
        }
        List<String> ids = found.stream()
                .map(Kept.Item::json)
                .sorted(order(sort))
                .map(one -> one.path("id").asString())
                .toList();
        return window.response(call.accountId(), state, ids).put("canCalculateChanges", false);
    }

    private static ObjectNode condition(ObjectNode condition) throws MethodException {
        for (Map.Entry<String, JsonNode> entry : condition.properties()) {
            JsonNode value = entry.getValue();
            boolean right = switch (entry.getKey()) {
                case "identityIds", "emailIds", "threadIds" ->
                    value.isArray() && value.valueStream().allMatch(JsonNode::isString);
                case "undoStatus" -> value.isString();
                case "before", "after" -> time(value).isPresent();
                default ->
                    throw new MethodException("unsupportedFilter", "There is no condition " + entry.getKey() + ".");
            };
            if (!right) {
                throw MethodException.invalidArguments("The condition " + entry.getKey() + " is malformed.");
            }
        }
        return condition;
    }

    private static boolean meets(ObjectNode submission, ObjectNode condition) {
        return condition.properties().stream().allMatch(entry -> {
            JsonNode wanted = entry.getValue();
            return switch (entry.getKey()) {
                case "identityIds" -> has(wanted, submission.path("identityId"));
                case "emailIds" -> has(wanted, submission.path("emailId"));
                case "threadIds" -> has(wanted, submission.path("threadId"));
                case "undoStatus" -> submission.path("undoStatus").asString().equals(wanted.asString(""));
                case "before" -> sendAt(submission).isBefore(time(wanted).orElseThrow());
                default -> !sendAt(submission).isBefore(time(wanted).orElseThrow());
            };
        });
    }

    private static boolean has(JsonNode list, JsonNode value) {
        return list.valueStream().anyMatch(value::equals);
    }

    private static Instant sendAt(ObjectNode submission) {
        return Instant.parse(submission.path("sendAt").asString());
    }

    private static Optional<Instant> time(JsonNode text) {
        try {
            return Optional.of(Instant.parse(text.asString("")));
        } catch (java.time.DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Comparator<ObjectNode> order(List<SortKey> keys) {
        Comparator<ObjectNode> order = (_, _) -> 0;
        for (SortKey key : keys) {
            String property = key.property().equals("sentAt") ? "sendAt" : key.property();
            Comparator<ObjectNode> by =
                    Comparator.comparing(submission -> submission.path(property).asString());
            order = order.thenComparing(key.ascending() ? by : by.reversed());
        }
        return order;
    }
}
