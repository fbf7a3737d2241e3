// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.email;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.fumibako.jmap.Call;
import org.fumibako.jmap.Capability;
import org.fumibako.jmap.Method;
import org.fumibako.jmap.mail.AccountMail;
import org.fumibako.jmap.standard.GetRequest;
import org.fumibako.jmap.wire.Arguments;
import org.fumibako.jmap.wire.Ids;
import org.fumibako.jmap.wire.JmapLimits;
import org.fumibako.jmap.wire.MethodException;
import org.fumibako.model.Content;
import org.fumibako.store.EmailRow;
import org.fumibako.store.MessageStore;
import tools.jackson.databind.node.ObjectNode;

/** Email/get (RFC 8621 §4.2). What a list shows comes out of one statement on the index. */
public final class EmailGet implements Method {
    /** Octets that an email takes in the response, about, without bodies. */
    private static final int WEIGHT = 1_000;

    private final AccountMail mail;
    private final MessageStore store;
    private final JmapLimits limits;

    public EmailGet(AccountMail mail, MessageStore store, JmapLimits limits) {
        this.mail = mail;
        this.store = store;
        this.limits = limits;
    }

    @Override
    public String name() {
        return "Email/get";
    }

    @Override
    public Capability capability() {
        return Capability.MAIL;
    }

    @Override
    public ObjectNode call(Call call) throws MethodException {
        Set<String> known = new HashSet<>(GetRequest.ARGUMENTS);
        known.addAll(EmailShape.ARGUMENTS);
        Arguments arguments = call.arguments(known);
        GetRequest request = GetRequest.of(arguments, limits);
        if (request.ids().isEmpty()) {
            throw new MethodException("requestTooLarge", "Emails are got by id only.");
        }
        EmailShape shape = EmailShape.of(arguments, request.properties(), limits);
        // The state first: what is read then is not older.
        String state = Long.toString(mail.modSeq(call.account()));
        Map<Long, EmailRow> rows = rows(call, request, shape);
        EmailJson json = new EmailJson(shape);
        List<ObjectNode> found = new ArrayList<>(rows.size());
        for (String id : request.ids().get()) {
            EmailRow row = rows.get(Ids.email(id).orElse(-1));
            if (row != null) {
                found.add(read(call, json, shape, row));
            }
        }
        return request.response(call.accountId(), state, found);
    }

    private Map<Long, EmailRow> rows(Call call, GetRequest request, EmailShape shape) {
        Set<Long> ids = new HashSet<>();
        for (String id : request.ids().orElse(Set.of())) {
            OptionalLong contentId = Ids.email(id);
            contentId.ifPresent(ids::add);
        }
        Map<Long, EmailRow> rows = new HashMap<>();
        mail.emails().rows(call.account(), ids, shape.columns()).forEach(row -> rows.put(row.contentId(), row));
        return rows;
    }

    private ObjectNode read(Call call, EmailJson json, EmailShape shape, EmailRow row) throws MethodException {
        call.spend(WEIGHT);
        if (!shape.needsContent()) {
            return of(json, row, null);
        }
        try (Content content = store.content(call.account(), row.contentId())) {
            ObjectNode email = of(json, row, content);
            for (var value : email.path("bodyValues").properties()) {
                call.spend(value.getValue().path("value").asString("").length());
            }
            return email;
        }
    }

    private static ObjectNode of(EmailJson json, EmailRow row, @org.jspecify.annotations.Nullable Content content) {
        try {
            return json.of(row, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
