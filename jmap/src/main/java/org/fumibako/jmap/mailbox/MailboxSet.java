// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.mailbox;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fumibako.jmap.Call;
import org.fumibako.jmap.Capability;
import org.fumibako.jmap.Method;
import org.fumibako.jmap.mail.AccountMail;
import org.fumibako.jmap.standard.SetOutcome;
import org.fumibako.jmap.standard.SetRequest;
import org.fumibako.jmap.wire.Arguments;
import org.fumibako.jmap.wire.Ids;
import org.fumibako.jmap.wire.JmapLimits;
import org.fumibako.jmap.wire.MethodException;
import org.fumibako.jmap.wire.SetException;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MessageStore;
import tools.jackson.databind.node.ObjectNode;

/** Mailbox/set (RFC 8621 §2.5). */
public final class MailboxSet implements Method {
    private final AccountMail mail;
    private final MailboxEditor editor;
    private final JmapLimits limits;

    public MailboxSet(AccountMail mail, MessageStore store, JmapLimits limits) {
        this.mail = mail;
        this.editor = new MailboxEditor(mail, store);
        this.limits = limits;
    }

    @Override
    public String name() {
        return "Mailbox/set";
    }

    @Override
    public Capability capability() {
        return Capability.MAIL;
    }

    @Override
    public ObjectNode call(Call call) throws MethodException {
        Set<String> known = new HashSet<>(SetRequest.ARGUMENTS);
        known.add("onDestroyRemoveEmails");
        Arguments arguments = call.arguments(known);
        SetRequest request = SetRequest.of(call, arguments, limits);
        boolean withEmails = arguments.flag("onDestroyRemoveEmails");
        String oldState = mail.now(call.account()).state().toString();
        request.requireState(oldState);
        SetOutcome outcome = new SetOutcome();
        create(call, request, outcome);
        for (Map.Entry<String, ObjectNode> entry : request.update().entrySet()) {
            try {
                editor.update(call, entry.getKey(), entry.getValue());
                outcome.updated(entry.getKey());
            } catch (SetException e) {
                outcome.notUpdated(entry.getKey(), e.error());
            }
        }
        for (String id : deepestFirst(call, request.destroy())) {
            try {
                editor.destroy(call, id, withEmails);
                outcome.destroyed(id);
            } catch (SetException e) {
                outcome.notDestroyed(id, e.error());
            }
        }
        return outcome.response(
                call.accountId(), oldState, mail.now(call.account()).state().toString());
    }

    /** One that lies below another new one may stand before it. */
    private void create(Call call, SetRequest request, SetOutcome outcome) {
        Map<String, ObjectNode> waiting = new java.util.LinkedHashMap<>(request.create());
        while (!waiting.isEmpty()) {
            String next = waiting.entrySet().stream()
                    .filter(entry -> !waiting.containsKey(parentReference(entry.getValue())))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(waiting.keySet().iterator().next());
            ObjectNode json = java.util.Objects.requireNonNull(waiting.remove(next));
            try {
                ObjectNode created = editor.create(call, json);
                call.created(next, created.path("id").asString());
                outcome.created(next, created);
            } catch (SetException e) {
                outcome.notCreated(next, e.error());
            }
        }
    }

    private static String parentReference(ObjectNode json) {
        String parent = json.path("parentId").asString("");
        return parent.startsWith("#") ? parent.substring(1) : "";
    }

    private List<String> deepestFirst(Call call, Set<String> ids) {
        MailboxTree tree = new MailboxTree(mail.now(call.account()));
        return ids.stream()
                .sorted(Comparator.comparing((String id) -> Ids.mailbox(id)
                                .flatMap(tree::mailbox)
                                .map(Mailbox::name)
                                .map(String::length)
                                .orElse(0))
                        .reversed())
                .toList();
    }

    /** Which mailbox an id names. */
    static Optional<Mailbox> find(MailboxTree tree, String id) {
        return Ids.mailbox(id).flatMap(tree::mailbox);
    }
}
