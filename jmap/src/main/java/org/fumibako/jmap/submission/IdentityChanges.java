// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.submission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.fumibako.jmap.Call;
import org.fumibako.jmap.Capability;
import org.fumibako.jmap.Method;
import org.fumibako.jmap.standard.ChangesRequest;
import org.fumibako.jmap.wire.MethodException;
import tools.jackson.databind.node.ObjectNode;

/** Identity/changes (RFC 8621 §6.2): the state says what each identity was like. */
public final class IdentityChanges implements Method {
    private static final Pattern ONE = Pattern.compile("[A-Za-z0-9]{1,600}-[0-9a-f]{8}");

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
        Map<String, String> before = parsed(request.sinceState());
        Map<String, String> now = book.states(call.account());
        List<String> created = new ArrayList<>();
        List<String> updated = new ArrayList<>();
        now.forEach((id, state) -> {
            if (!before.containsKey(id)) {
                created.add(id);
            } else if (!state.equals(before.get(id))) {
                updated.add(id);
            }
        });
        List<String> destroyed =
                before.keySet().stream().filter(id -> !now.containsKey(id)).toList();
        if (created.size() + updated.size() + destroyed.size() > request.most()) {
            throw MethodException.cannotCalculateChanges();
        }
        return request.response(
                call.accountId(),
                book.state(call.account()),
                false,
                new ChangesRequest.Found(created, updated, destroyed));
    }

    private static Map<String, String> parsed(String state) throws MethodException {
        Map<String, String> states = new LinkedHashMap<>();
        for (String one : state.split("\\.", -1)) {
            if (!ONE.matcher(one).matches()) {
                throw MethodException.cannotCalculateChanges();
            }
            int dash = one.indexOf('-');
            states.put(one.substring(0, dash), one.substring(dash + 1));
        }
        return states;
    }
}
