// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.standard;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fumibako.jmap.wire.Arguments;
import org.fumibako.jmap.wire.Json;
import org.fumibako.jmap.wire.MethodException;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which part of a query's result is wanted (RFC 8620 §5.5).
 *
 * @param position of the first id; negative counts from the end
 * @param anchor the id that is looked for instead
 * @param limit ids in the response, at most
 * @param ours whether it is not the client's limit
 * @param total whether to say how many results there are
 */
public record Window(
        long position, Optional<String> anchor, long anchorOffset, long limit, boolean ours, boolean total) {
    /** Names of the arguments. */
    public static final Set<String> ARGUMENTS =
            Set.of("accountId", "filter", "sort", "position", "anchor", "anchorOffset", "limit", "calculateTotal");

    /** Ids in one response, whatever the client wants: a mailbox can be fetched in some of them. */
    private static final long MOST = 10_000;

    public static Window of(Arguments arguments) throws MethodException {
        Optional<Long> limit = arguments.number("limit", 0);
        return new Window(
                arguments.number("position", -Arguments.MAX_INT).orElse(0L),
                arguments.text("anchor"),
                arguments.number("anchorOffset", -Arguments.MAX_INT).orElse(0L),
                Math.min(MOST, limit.orElse(MOST)),
                limit.orElse(Long.MAX_VALUE) > MOST,
                arguments.flag("calculateTotal"));
    }

    /** The response with the part of {@code ids} that is wanted. */
    public ObjectNode response(String accountId, String state, List<String> ids) throws MethodException {
        long from = position < 0 ? Math.max(0, ids.size() + position) : position;
        if (anchor.isPresent()) {
            int at = ids.indexOf(anchor.get());
            if (at < 0) {
                throw new MethodException("anchorNotFound", "The anchor is not among the results.");
            }
            from = Math.max(0, at + anchorOffset);
        }
        int begin = (int) Math.min(from, ids.size());
        int end = (int) Math.min(begin + limit, ids.size());
        ObjectNode response = Json.object()
                .put("accountId", accountId)
                .put("queryState", state)
                .put("canCalculateChanges", true)
                .put("position", begin);
        response.set("ids", Json.array(ids.subList(begin, end)));
        if (total) {
            response.put("total", ids.size());
        }
        if (ours && ids.size() - begin > MOST) {
            response.put("limit", limit);
        }
        return response;
    }
}
