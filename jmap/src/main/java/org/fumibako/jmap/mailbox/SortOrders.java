// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.mailbox;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fumibako.model.AccountId;
import org.fumibako.model.MailboxId;
import org.fumibako.model.SpecialUse;
import org.fumibako.store.Annotation;
import org.fumibako.store.Annotations;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MailboxException;

/** Where clients show mailboxes (RFC 8621 §2, {@code sortOrder}): where the owner put them, else where their use belongs. */
record SortOrders(Map<MailboxId, Integer> chosen) {
    /** RFC 8621 §2: an integer below 2^31. */
    static final long MOST = Integer.MAX_VALUE;

    private static final int ORDINARY = 100;

    static SortOrders of(Annotations annotations, AccountId account) {
        Map<MailboxId, Integer> chosen = new HashMap<>();
        for (Annotation annotation : annotations.list(account)) {
            Optional<MailboxId> mailbox = annotation.name().mailbox();
            if (annotation.name().equals(name(mailbox))) {
                mailbox.ifPresent(id -> number(annotation.value()).ifPresent(order -> chosen.put(id, order)));
            }
        }
        return new SortOrders(Map.copyOf(chosen));
    }

    private static Annotation.Name name(Optional<MailboxId> mailbox) {
        return new Annotation.Name(mailbox, Optional.empty(), Annotations.SORT_ORDER);
    }

    /** Mail programs may write anything there. */
    private static Optional<Integer> number(byte[] value) {
        String text = new String(value, StandardCharsets.US_ASCII);
        return text.matches("\\d{1,10}")
                ? Optional.of(Long.parseLong(text))
                        .filter(number -> number <= MOST)
                        .map(Long::intValue)
                : Optional.empty();
    }

    static void set(Annotations annotations, AccountId account, MailboxId mailbox, int order) throws MailboxException {
        byte[] value = Integer.toString(order).getBytes(StandardCharsets.US_ASCII);
        annotations.change(account, List.of(new Annotation.Change(name(Optional.of(mailbox)), Optional.of(value))));
    }

    int of(Mailbox mailbox) {
        Integer own = chosen.get(mailbox.id());
        return own == null ? mailbox.use().map(SortOrders::usual).orElse(ORDINARY) : own;
    }

    private static int usual(SpecialUse use) {
        return switch (use) {
            case INBOX -> 10;
            case DRAFTS -> 20;
            case SENT -> 30;
            case ARCHIVE -> 40;
            case JUNK -> 50;
            case TRASH -> 60;
        };
    }
}
