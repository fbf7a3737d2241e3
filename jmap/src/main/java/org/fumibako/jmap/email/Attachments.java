// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.email;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fumibako.jmap.mail.AccountMail;
import org.fumibako.mime.BodyPart;
import org.fumibako.model.AccountId;
import org.fumibako.store.EmailRow;
import org.fumibako.store.MessageStore;

/** Which emails have attachments. It never changes, so it is remembered. */
final class Attachments {
    private final AccountMail mail;
    private final AccountId account;
    private final Cache<Long, Boolean> known;

    private Attachments(AccountMail mail, AccountId account, Cache<Long, Boolean> known) {
        this.mail = mail;
        this.account = account;
        this.known = known;
    }

    /** What is remembered, of all accounts: contents are the same for all. */
    static Cache<Long, Boolean> memory() {
        return Caffeine.newBuilder().maximumSize(1_000_000).build();
    }

    static Attachments of(AccountMail mail, AccountId account, Cache<Long, Boolean> memory) {
        return new Attachments(mail, account, memory);
    }

    /** Reads what is not known of these, in a statement for each page of them. */
    void prepare(List<Long> contentIds) {
        List<Long> unknown = new ArrayList<>();
        for (long id : contentIds) {
            if (known.getIfPresent(id) == null) {
                unknown.add(id);
            }
        }
        for (EmailRow row : mail.emails().rows(account, unknown, Set.of(MessageStore.Column.STRUCTURE))) {
            known.put(row.contentId(), hasAny(row.structure()));
        }
    }

    boolean has(long contentId) {
        Boolean answer = known.getIfPresent(contentId);
        if (answer == null) {
            prepare(List.of(contentId));
            answer = known.getIfPresent(contentId);
        }
        return answer != null && answer;
    }

    private static boolean hasAny(byte[] structure) {
        return BodyLists.of(Part.root(BodyPart.decode(structure))).hasAttachment();
    }
}
