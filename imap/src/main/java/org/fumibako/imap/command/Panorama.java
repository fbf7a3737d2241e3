// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fumibako.model.AccountId;
import org.fumibako.model.MailboxId;
import org.fumibako.registry.Account;
import org.fumibako.store.Annotation;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MessageStore;

/**
 * What an account sees at one moment: its mailboxes and those that others share with it, what it subscribes to, and when each
 * annotation got its value.
 *
 * @param unreadable mailboxes of others whose messages are none of its business
 * @param annotations mod-sequences, by mailbox (empty: the account as a whole) and whole name
 */
record Panorama(
        Map<MailboxId, Mailbox> mailboxes,
        Set<MailboxId> unreadable,
        Set<String> subscriptions,
        Map<Optional<MailboxId>, Map<String, Long>> annotations) {
    static final Panorama EMPTY = new Panorama(Map.of(), Set.of(), Set.of(), Map.of());

    static Panorama of(MessageStore store, SharedNames shared, Account self) {
        AccountId account = self.id();
        Map<Optional<MailboxId>, Map<String, Long>> annotations = new HashMap<>();
        for (Annotation annotation : store.annotations().list(account)) {
            Annotation.Name name = annotation.name();
            if (name.reader().isEmpty() || name.reader().get().equals(account)) {
                annotations
                        .computeIfAbsent(name.mailbox(), mailbox -> new HashMap<>())
                        .put(Notes.wholeName(name), annotation.modSeq());
            }
        }
        List<Mailbox> mailboxes = new ArrayList<>(store.mailboxes(account));
        Set<MailboxId> unreadable = new HashSet<>();
        for (SharedNames.Found found : shared.all(self)) {
            mailboxes.add(found.mailbox());
            if (!found.rights().has('r')) {
                unreadable.add(found.mailbox().id());
            }
        }
        return new Panorama(byId(mailboxes), unreadable, store.subscriptions(account), annotations);
    }

    private static Map<MailboxId, Mailbox> byId(Collection<Mailbox> mailboxes) {
        Map<MailboxId, Mailbox> byId = new LinkedHashMap<>();
        mailboxes.forEach(mailbox -> byId.put(mailbox.id(), mailbox));
        return byId;
    }

    /** The same with later counters; names that are new or gone are left for when everything is looked at. */
    Panorama withMailboxes(Collection<Mailbox> later) {
        Map<MailboxId, Mailbox> merged = new LinkedHashMap<>(mailboxes);
        for (Mailbox mailbox : later) {
            merged.computeIfPresent(mailbox.id(), (id, known) -> mailbox.name().equals(known.name()) ? mailbox : known);
        }
        return new Panorama(merged, unreadable, subscriptions, annotations);
    }

    /** The same with what {@code later} has of these mailboxes. */
    Panorama with(Panorama later, Set<MailboxId> only) {
        return withMailboxes(later.mailboxes.values().stream()
                .filter(mailbox -> only.contains(mailbox.id()))
                .toList());
    }

    /** The accounts whose changes matter. */
    Set<AccountId> owners() {
        return mailboxes.values().stream().map(Mailbox::account).collect(Collectors.toSet());
    }

    /** Whole names of the annotations of a mailbox that are not as they were, those that are gone among them. */
    Set<String> annotationsChanged(Panorama before, MailboxId mailbox) {
        return changed(before, Optional.of(mailbox));
    }

    Set<String> serverAnnotationsChanged(Panorama before) {
        return changed(before, Optional.empty());
    }

    private Set<String> changed(Panorama before, Optional<MailboxId> mailbox) {
        Map<String, Long> then = before.annotations.getOrDefault(mailbox, Map.of());
        Map<String, Long> now = annotations.getOrDefault(mailbox, Map.of());
        Set<String> names = new HashSet<>(then.keySet());
        names.addAll(now.keySet());
        names.removeIf(name -> Optional.ofNullable(then.get(name)).equals(Optional.ofNullable(now.get(name))));
        return names;
    }
}
