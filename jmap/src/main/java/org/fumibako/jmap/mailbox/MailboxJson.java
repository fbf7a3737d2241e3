// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.mailbox;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.fumibako.jmap.mail.Counts;
import org.fumibako.jmap.mail.MailIndex;
import org.fumibako.jmap.wire.Ids;
import org.fumibako.jmap.wire.Json;
import org.fumibako.model.SpecialUse;
import org.fumibako.store.Mailbox;
import tools.jackson.databind.node.ObjectNode;

/** A mailbox as an object (RFC 8621 §2). */
final class MailboxJson {
    static final List<String> COUNTS = List.of("totalEmails", "unreadEmails", "totalThreads", "unreadThreads");
    static final Set<String> PROPERTIES = Set.of(
            "id",
            "name",
            "parentId",
            "role",
            "sortOrder",
            "totalEmails",
            "unreadEmails",
            "totalThreads",
            "unreadThreads",
            "myRights",
            "isSubscribed");
    private static final List<String> RIGHTS = List.of(
            "mayReadItems",
            "mayAddItems",
            "mayRemoveItems",
            "maySetSeen",
            "maySetKeywords",
            "mayCreateChild",
            "maySubmit");

    private final MailIndex index;
    private final MailboxTree tree;
    private final SortOrders orders;

    MailboxJson(MailIndex index, SortOrders orders) {
        this.orders = orders;
        this.index = index;
        this.tree = new MailboxTree(index);
    }

    /** @param counted whether counts are wanted, which have to be worked out */
    ObjectNode of(Mailbox mailbox, boolean counted) {
        ObjectNode json = Json.object().put("id", Ids.mailbox(mailbox.id())).put("name", tree.name(mailbox));
        json.put("parentId", tree.parent(mailbox).map(Ids::mailbox).orElse(null));
        json.put("role", mailbox.use().map(MailboxJson::role).orElse(null));
        json.put("sortOrder", orders.of(mailbox));
        if (counted) {
            Counts.Count count = index.counts().of(mailbox.id());
            json.put("totalEmails", count.emails())
                    .put("unreadEmails", count.unreadEmails())
                    .put("totalThreads", count.threads())
                    .put("unreadThreads", count.unreadThreads());
        }
        json.set("myRights", rights(mailbox));
        return json.put("isSubscribed", mailbox.subscribed());
    }

    /** An owner may everything; but mailboxes with a role stay, so that mail programs find them. */
    static ObjectNode rights(Mailbox mailbox) {
        ObjectNode rights = Json.object();
        RIGHTS.forEach(right -> rights.put(right, true));
        boolean ordinary = mailbox.use().isEmpty();
        return rights.put("mayRename", ordinary).put("mayDelete", ordinary);
    }

    static String role(SpecialUse use) {
        return use.name().toLowerCase(Locale.ROOT);
    }

    static Optional<SpecialUse> use(String role) {
        for (SpecialUse use : SpecialUse.values()) {
            if (role(use).equals(role)) {
                return Optional.of(use);
            }
        }
        return Optional.empty();
    }
}
