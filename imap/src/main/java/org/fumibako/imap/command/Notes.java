// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fumibako.imap.wire.AnnotationEntry;
import org.fumibako.model.AccountId;
import org.fumibako.model.MailboxId;
import org.fumibako.model.SpecialUse;
import org.fumibako.store.Annotation;
import org.fumibako.store.Mailbox;

/** The annotations of an account and its mailboxes as one account sees them, by their whole names (RFC 5464 §3.2). */
final class Notes {
    /** What the mailbox is used for (RFC 6154 §4); derived, not kept as an annotation. */
    static final String SPECIAL_USE = AnnotationEntry.PRIVATE + "/specialuse";

    private final Map<Optional<MailboxId>, SortedMap<String, byte[]>> values = new HashMap<>();

    Notes(List<Annotation> annotations, AccountId reader) {
        for (Annotation annotation : annotations) {
            Annotation.Name name = annotation.name();
            if (name.reader().isEmpty() || name.reader().get().equals(reader)) {
                values.computeIfAbsent(name.mailbox(), mailbox -> new TreeMap<>())
                        .put(wholeName(name), annotation.value());
            }
        }
    }

    static String wholeName(Annotation.Name name) {
        return (name.reader().isPresent() ? AnnotationEntry.PRIVATE : AnnotationEntry.SHARED) + name.entry();
    }

    /** Those of the account as a whole. */
    SortedMap<String, byte[]> ofServer() {
        return new TreeMap<>(values.getOrDefault(Optional.empty(), new TreeMap<>()));
    }

    SortedMap<String, byte[]> of(Mailbox mailbox) {
        SortedMap<String, byte[]> all = new TreeMap<>(values.getOrDefault(Optional.of(mailbox.id()), new TreeMap<>()));
        mailbox.use()
                .flatMap(SpecialUse::attribute)
                .ifPresent(use -> all.put(SPECIAL_USE, use.getBytes(StandardCharsets.US_ASCII)));
        return all;
    }
}
