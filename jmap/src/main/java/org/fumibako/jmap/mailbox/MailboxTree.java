// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.mailbox;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.fumibako.jmap.mail.MailIndex;
import org.fumibako.model.MailboxId;
import org.fumibako.store.AccountView;
import org.fumibako.store.Mailbox;

/** Which mailbox lies below which, by their names. Below a mailbox that does not exist, one is at the top with its whole name. */
final class MailboxTree {
    private final Map<String, MailboxId> byName = new HashMap<>();
    private final Map<MailboxId, Mailbox> byId = new HashMap<>();

    MailboxTree(MailIndex index) {
        for (AccountView.Seat seat : index.view().seats()) {
            byName.put(seat.mailbox().name(), seat.mailbox().id());
            byId.put(seat.mailbox().id(), seat.mailbox());
        }
    }

    Optional<Mailbox> mailbox(MailboxId id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<MailboxId> parent(Mailbox mailbox) {
        int cut = mailbox.name().lastIndexOf(Mailbox.SEPARATOR);
        return cut < 0
                ? Optional.empty()
                : Optional.ofNullable(byName.get(mailbox.name().substring(0, cut)));
    }

    /** The name within the parent. */
    String name(Mailbox mailbox) {
        return parent(mailbox).isPresent()
                ? mailbox.name().substring(mailbox.name().lastIndexOf(Mailbox.SEPARATOR) + 1)
                : mailbox.name();
    }

    /** The whole name of what has this name below that parent. */
    String path(Optional<MailboxId> parent, String name) {
        return parent.flatMap(this::mailbox)
                .map(above -> above.name() + Mailbox.SEPARATOR + name)
                .orElse(name);
    }

    boolean hasChild(Mailbox mailbox) {
        return byId.values().stream().anyMatch(other -> parent(other).equals(Optional.of(mailbox.id())));
    }
}
