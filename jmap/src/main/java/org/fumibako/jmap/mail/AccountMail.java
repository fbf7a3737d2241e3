// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.mail;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.fumibako.model.AccountId;
import org.fumibako.store.AccountView;
import org.fumibako.store.Emails;

/** Gives the mail of accounts as it is now, and keeps what it has worked out as long as nothing changes. */
public final class AccountMail {
    /** Messages of all indexes that are kept; an index has some octets for each. */
    private static final long MAX_MESSAGES = 20_000_000;

    /** What an index weighs without messages. */
    private static final int EMPTY = 100;

    private static final Duration UNUSED = Duration.ofMinutes(10);

    private final Emails emails;
    private final Cache<AccountId, MailIndex> indexes = Caffeine.newBuilder()
            .maximumWeight(MAX_MESSAGES)
            .<AccountId, MailIndex>weigher((account, index) -> EMPTY + index.messages())
            .expireAfterAccess(UNUSED)
            .executor(Runnable::run)
            .build();

    public AccountMail(Emails emails) {
        this.emails = emails;
    }

    /** Everything committed before the call is in it. */
    public MailIndex now(AccountId account) {
        AccountView view = emails.view(account);
        MailIndex known = indexes.getIfPresent(account);
        if (known != null && same(known.view(), view)) {
            return known;
        }
        MailIndex fresh = new MailIndex(view);
        indexes.put(account, fresh);
        return fresh;
    }

    private static boolean same(AccountView known, AccountView now) {
        if (known.modSeq() != now.modSeq()
                || known.seats().size() != now.seats().size()) {
            return false;
        }
        for (int i = 0; i < known.seats().size(); i++) {
            AccountView.Seat one = known.seats().get(i);
            AccountView.Seat other = now.seats().get(i);
            if (!one.mailbox().equals(other.mailbox())
                    || one.snapshot().highestModSeq() != other.snapshot().highestModSeq()) {
                return false;
            }
        }
        return true;
    }

    /** The account's state, without looking at its mail. */
    public long modSeq(AccountId account) {
        return emails.modSeq(account);
    }

    public Emails emails() {
        return emails;
    }
}
