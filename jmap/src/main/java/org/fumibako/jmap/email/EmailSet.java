// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.email;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.fumibako.jmap.Call;
import org.fumibako.jmap.Capability;
import org.fumibako.jmap.JmapServices;
import org.fumibako.jmap.Method;
import org.fumibako.jmap.compose.Composer;
import org.fumibako.jmap.mail.Email;
import org.fumibako.jmap.mail.MailIndex;
import org.fumibako.jmap.standard.Patch;
import org.fumibako.jmap.standard.SetOutcome;
import org.fumibako.jmap.standard.SetRequest;
import org.fumibako.jmap.wire.Ids;
import org.fumibako.jmap.wire.Json;
import org.fumibako.jmap.wire.MethodException;
import org.fumibako.jmap.wire.SetError;
import org.fumibako.jmap.wire.SetException;
import org.fumibako.net.Spool;
import org.fumibako.store.EmailRow;
import tools.jackson.databind.node.ObjectNode;

/** Email/set (RFC 8621 §4.6). */
public final class EmailSet implements Method {
    private final JmapServices services;
    private final Composer composer;
    private final Filer filer;

    public EmailSet(JmapServices services) {
        this.services = services;
        this.composer = new Composer(
                services.blobs(), services.spool(), services.limits().maxSizeUpload());
        this.filer = new Filer(services.store(), services.mail().emails());
    }

    @Override
    public String name() {
        return "Email/set";
    }

    @Override
    public Capability capability() {
        return Capability.MAIL;
    }

    @Override
    public ObjectNode call(Call call) throws MethodException {
        SetRequest request = SetRequest.of(call, call.arguments(SetRequest.ARGUMENTS), services.limits());
        MailIndex index = services.mail().now(call.account());
        String oldState = index.state().toString();
        request.requireState(oldState);
        SetOutcome outcome = new SetOutcome();
        for (Map.Entry<String, ObjectNode> entry : request.create().entrySet()) {
            try {
                ObjectNode created = create(call, index, entry.getValue());
                call.created(entry.getKey(), created.path("id").asString());
                outcome.created(entry.getKey(), created);
            } catch (SetException e) {
                outcome.notCreated(entry.getKey(), e.error());
            }
        }
        change(call, index, request, outcome);
        return outcome.response(
                call.accountId(), oldState, Long.toString(services.mail().modSeq(call.account())));
    }

    private ObjectNode create(Call call, MailIndex index, ObjectNode email) throws SetException {
        Wanted wanted = Wanted.of(call, index, email);
        var receivedAt = Wanted.receivedAt(email, services.clock().instant());
        try (Spool spool = composer.compose(
                call.account(), call.caller().account().address().domain(), email)) {
            return filer.file(call, spool.content(), wanted, receivedAt);
        } catch (IOException e) {
            throw new SetException(new SetError("serverFail", "The message could not be written."));
        }
    }

    private void change(Call call, MailIndex index, SetRequest request, SetOutcome outcome) {
        Map<Long, EmailRow> rows = rows(call, request);
        Map<Long, SetError> failures = new LinkedHashMap<>();
        Changer changer = new Changer(services.store(), call, failures::putIfAbsent);
        Unchanged rest = new Unchanged(services, call.account());
        Set<String> planned = new HashSet<>();
        request.update().forEach((id, patch) -> {
            EmailRow row = rows.get(Ids.email(id).orElse(-1));
            if (row == null || request.destroy().contains(id)) {
                outcome.notUpdated(id, row == null ? SetError.notFound() : willDestroy());
                return;
            }
            try {
                changer.change(row, Wanted.of(call, index, patched(rest, row, patch)));
                planned.add(id);
            } catch (SetException e) {
                outcome.notUpdated(id, e.error());
            }
        });
        for (String id : request.destroy()) {
            EmailRow row = rows.get(Ids.email(id).orElse(-1));
            if (row == null) {
                outcome.notDestroyed(id, SetError.notFound());
            } else {
                changer.destroy(row);
            }
        }
        changer.run();
        report(request, rows, failures, planned, outcome);
    }

    private static void report(
            SetRequest request,
            Map<Long, EmailRow> rows,
            Map<Long, SetError> failures,
            Set<String> planned,
            SetOutcome outcome) {
        for (String id : planned) {
            SetError failure = failures.get(Ids.email(id).orElse(-1));
            if (failure == null) {
                outcome.updated(id);
            } else {
                outcome.notUpdated(id, failure);
            }
        }
        for (String id : request.destroy()) {
            long contentId = Ids.email(id).orElse(-1);
            SetError failure = failures.get(contentId);
            if (failure != null) {
                outcome.notDestroyed(id, failure);
            } else if (rows.containsKey(contentId)) {
                outcome.destroyed(id);
            }
        }
    }

    private static SetError willDestroy() {
        return new SetError("willDestroy", "The same request destroys it.");
    }

    private Map<Long, EmailRow> rows(Call call, SetRequest request) {
        Set<Long> ids = new HashSet<>();
        Set<String> named = new HashSet<>(request.update().keySet());
        named.addAll(request.destroy());
        for (String id : named) {
            OptionalLong contentId = Ids.email(id);
            contentId.ifPresent(ids::add);
        }
        return Changer.byId(services.mail().emails().rows(call.account(), ids, Set.of()));
    }

    /** What can change is where it is and its keywords; the rest of an email is as it is. */
    private static ObjectNode patched(Unchanged rest, EmailRow row, ObjectNode patch) throws SetException {
        ObjectNode current = Json.object();
        current.set("mailboxIds", EmailJson.mailboxIds(row));
        current.set("keywords", EmailJson.keywords(Email.flags(row)));
        return Patch.apply(current, rest.require(row, patch));
    }
}
