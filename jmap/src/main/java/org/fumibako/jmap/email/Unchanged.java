// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.email;

import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fumibako.jmap.JmapServices;
import org.fumibako.jmap.wire.Arguments;
import org.fumibako.jmap.wire.Json;
import org.fumibako.jmap.wire.MethodException;
import org.fumibako.jmap.wire.SetException;
import org.fumibako.model.AccountId;
import org.fumibako.model.Content;
import org.fumibako.store.EmailRow;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds that a patch leaves what cannot change as it is: a client may send an email back whole (RFC 8620 §5.3). Where is more than
 * mailboxes and keywords in a patch, the email is read.
 */
final class Unchanged {
    private static final Set<String> CHANGING = Set.of("mailboxIds", "keywords");

    private final JmapServices services;
    private final AccountId account;

    Unchanged(JmapServices services, AccountId account) {
        this.services = services;
        this.account = account;
    }

    /** Refuses a patch of something else than it was; returns the rest of it. */
    ObjectNode require(EmailRow row, ObjectNode patch) throws SetException {
        ObjectNode rest = Json.object();
        ObjectNode same = Json.object();
        for (Map.Entry<String, JsonNode> entry : patch.properties()) {
            int slash = entry.getKey().indexOf('/');
            String property = slash < 0 ? entry.getKey() : entry.getKey().substring(0, slash);
            (CHANGING.contains(property) ? rest : same).set(entry.getKey(), entry.getValue());
        }
        if (!same.isEmpty()) {
            compare(row, same);
        }
        return rest;
    }

    private void compare(EmailRow row, ObjectNode same) throws SetException {
        ObjectNode now = read(row, new HashSet<>(same.propertyNames()));
        for (Map.Entry<String, JsonNode> entry : same.properties()) {
            if (!entry.getValue().equals(now.get(entry.getKey()))) {
                throw refused(entry.getKey());
            }
        }
    }

    private ObjectNode read(EmailRow row, Set<String> properties) throws SetException {
        try {
            Arguments none = new Arguments(Json.object(), Set.of());
            EmailShape shape = EmailShape.of(none, Optional.of(properties), services.limits());
            EmailRow full = services.mail()
                    .emails()
                    .rows(account, Set.of(row.contentId()), shape.columns())
                    .getFirst();
            try (Content content = services.store().content(account, row.contentId())) {
                return new EmailJson(shape).of(full, content);
            }
        } catch (MethodException | IOException unknown) {
            throw refused(properties.iterator().next());
        }
    }

    private static SetException refused(String property) {
        return SetException.invalid(property, "This property of an email cannot be changed.");
    }
}
