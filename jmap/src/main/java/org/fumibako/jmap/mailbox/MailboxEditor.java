// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.mailbox;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fumibako.jmap.Call;
import org.fumibako.jmap.mail.AccountMail;
import org.fumibako.jmap.mail.MailIndex;
import org.fumibako.jmap.standard.Patch;
import org.fumibako.jmap.wire.Ids;
import org.fumibako.jmap.wire.Json;
import org.fumibako.jmap.wire.SetError;
import org.fumibako.jmap.wire.SetException;
import org.fumibako.model.MailboxId;
import org.fumibako.model.SpecialUse;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MessageStore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes, changes and removes one mailbox. */
final class MailboxEditor {
    private static final Set<String> SETTABLE = Set.of("name", "parentId", "role", "sortOrder", "isSubscribed");
    private static final Set<String> MOVABLE = Set.of("name", "parentId", "sortOrder", "isSubscribed");

    private final AccountMail mail;
    private final MessageStore store;

    MailboxEditor(AccountMail mail, MessageStore store) {
        this.mail = mail;
        this.store = store;
    }

    /** Returns what the server decided of it. */
    ObjectNode create(Call call, ObjectNode json) throws SetException {
        for (String property : json.propertyNames()) {
            if (!SETTABLE.contains(property)) {
                throw SetException.invalid(property, "This property cannot be set.");
            }
        }
        MailboxTree tree = new MailboxTree(mail.now(call.account()));
        String path = tree.path(parent(call, json.path("parentId"), tree), name(json.path("name")));
        Optional<SpecialUse> use = use(json.path("role"));
        boolean subscribed = subscribed(json.path("isSubscribed"), true);
        Optional<Integer> order = json.has("sortOrder") ? Optional.of(order(json.path("sortOrder"))) : Optional.empty();
        Mailbox made;
        try {
            made = store.createMailbox(call.account(), path, use, call.caller().origin());
            if (order.isPresent()) {
                SortOrders.set(store.annotations(), call.account(), made.id(), order.get());
            }
        } catch (MailboxException e) {
            throw refused(e);
        }
        if (!subscribed) {
            store.subscribe(call.account(), made.name(), false);
        }
        ObjectNode created = json(call, mail.now(call.account())).of(made, true);
        created.remove("name");
        created.remove("parentId");
        return created.put("isSubscribed", subscribed);
    }

    void update(Call call, String id, ObjectNode patch) throws SetException {
        MailIndex index = mail.now(call.account());
        MailboxTree tree = new MailboxTree(index);
        Mailbox mailbox = MailboxSet.find(tree, id).orElseThrow(() -> new SetException(SetError.notFound()));
        ObjectNode before = json(call, index).of(mailbox, true);
        ObjectNode after = Patch.apply(before, patch);
        for (Map.Entry<String, JsonNode> entry : after.properties()) {
            boolean movable = MOVABLE.contains(entry.getKey());
            if (!movable && !entry.getValue().equals(before.get(entry.getKey()))) {
                throw SetException.invalid(entry.getKey(), "This property cannot be changed.");
            }
        }
        boolean subscribed = subscribed(after.path("isSubscribed"), mailbox.subscribed());
        int order = order(after.path("sortOrder"));
        String path = tree.path(parent(call, after.path("parentId"), tree), name(after.path("name"), mailbox, tree));
        if (!path.equals(mailbox.name())) {
            rename(call, mailbox, path);
        }
        if (subscribed != mailbox.subscribed()) {
            store.subscribe(call.account(), path, subscribed);
        }
        if (order != before.path("sortOrder").intValue()) {
            sort(call, mailbox.id(), order);
        }
    }

    private void sort(Call call, MailboxId mailbox, int order) throws SetException {
        try {
            SortOrders.set(store.annotations(), call.account(), mailbox, order);
        } catch (MailboxException e) {
            throw refused(e);
        }
    }

    private MailboxJson json(Call call, MailIndex index) {
        return new MailboxJson(index, SortOrders.of(store.annotations(), call.account()));
    }

    private static boolean subscribed(JsonNode value, boolean otherwise) throws SetException {
        if (value.isMissingNode() || value.isBoolean()) {
            return value.asBoolean(otherwise);
        }
        throw SetException.invalid("isSubscribed", "This is not a boolean.");
    }

    /** Null is the default of new ones (RFC 8620 §5.3). */
    private static int order(JsonNode value) throws SetException {
        if (value.isNull()) {
            return 0;
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < 0
                || value.longValue() > SortOrders.MOST) {
            throw SetException.invalid("sortOrder", "This is not an integer from 0 to " + SortOrders.MOST + ".");
        }
        return value.intValue();
    }

    private void rename(Call call, Mailbox mailbox, String path) throws SetException {
        if (mailbox.use().isPresent()) {
            throw new SetException(SetError.forbidden("A mailbox with a role keeps its name."));
        }
        try {
            boolean subscribed = mailbox.subscribed();
            store.renameMailbox(
                    call.account(), mailbox.id(), path, call.caller().origin());
            if (subscribed) {
                store.subscribe(call.account(), path, true);
                store.subscribe(call.account(), mailbox.name(), false);
            }
        } catch (MailboxException e) {
            throw refused(e);
        }
    }

    void destroy(Call call, String id, boolean withEmails) throws SetException {
        MailboxTree tree = new MailboxTree(mail.now(call.account()));
        Mailbox mailbox = MailboxSet.find(tree, id).orElseThrow(() -> new SetException(SetError.notFound()));
        if (mailbox.use().isPresent()) {
            throw new SetException(SetError.forbidden("A mailbox with a role stays."));
        }
        if (tree.hasChild(mailbox)) {
            throw new SetException(new SetError("mailboxHasChild", "There are mailboxes below it."));
        }
        if (!withEmails && mailbox.messages() > 0) {
            throw new SetException(new SetError("mailboxHasEmail", "There are emails in it."));
        }
        try {
            store.deleteMailbox(call.account(), mailbox.id(), call.caller().origin());
        } catch (MailboxException e) {
            throw refused(e);
        }
        store.subscribe(call.account(), mailbox.name(), false);
    }

    private static Optional<MailboxId> parent(Call call, JsonNode value, MailboxTree tree) throws SetException {
        if (value.isNull() || value.isMissingNode()) {
            return Optional.empty();
        }
        Optional<MailboxId> parent = call.resolve(value.asString(""))
                .flatMap(Ids::mailbox)
                .flatMap(tree::mailbox)
                .map(Mailbox::id);
        if (parent.isEmpty()) {
            throw SetException.invalid("parentId", "There is no such mailbox.");
        }
        return parent;
    }

    private static String name(JsonNode value) throws SetException {
        if (!value.isString()
                || value.stringValue().isEmpty()
                || value.stringValue().indexOf(Mailbox.SEPARATOR) >= 0) {
            throw SetException.invalid("name", "A name is not empty and has no slash.");
        }
        return value.stringValue();
    }

    /** One below a mailbox that does not exist has slashes in its name, and may keep them. */
    private static String name(JsonNode value, Mailbox mailbox, MailboxTree tree) throws SetException {
        return value.isString() && value.stringValue().equals(tree.name(mailbox)) ? value.stringValue() : name(value);
    }

    private static Optional<SpecialUse> use(JsonNode role) throws SetException {
        if (role.isNull() || role.isMissingNode()) {
            return Optional.empty();
        }
        Optional<SpecialUse> use = MailboxJson.use(role.asString(""));
        if (use.isEmpty()) {
            throw SetException.invalid("role", "There is no such role.");
        }
        return use;
    }

    private static SetException refused(MailboxException e) {
        return switch (e.reason()) {
            case ALREADY_EXISTS -> SetException.invalid("name", String.valueOf(e.getMessage()));
            case OVER_QUOTA -> new SetException(new SetError("overQuota", String.valueOf(e.getMessage())));
            default ->
                new SetException(new SetError(
                        "invalidProperties", String.valueOf(e.getMessage()), java.util.List.of("name"), Json.object()));
        };
    }
}
