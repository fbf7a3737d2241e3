// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.api.endpoint.ApiException;
import org.fumibako.api.endpoint.ErrorCode;
import org.fumibako.mime.HeaderText;
import org.fumibako.mime.Headers;
import org.fumibako.mime.MimeLimits;
import org.fumibako.model.AccountId;
import org.fumibako.model.Content;
import org.fumibako.model.MailboxId;
import org.fumibako.model.SpecialUse;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MailboxSnapshot;
import org.fumibako.store.MessageStore;

/** The newest messages of an INBOX, named by UID. */
final class RecentMessages {
    /** Each is opened for its header. */
    private static final int MOST = 20;

    /** Characters of a sender or subject. */
    private static final int MAX_TEXT = 200;

    private final MessageStore store;

    RecentMessages(MessageStore store) {
        this.store = store;
    }

    RuleMessages list(AccountId account) {
        MailboxSnapshot inbox = inbox(account);
        List<RuleMessages.RuleMessage> found = new ArrayList<>();
        for (int i = inbox.size() - 1; i >= Math.max(0, inbox.size() - MOST); i--) {
            try (Content content = store.content(account, inbox.contentId(i))) {
                Headers headers = Headers.read(content, MimeLimits.DEFAULT);
                found.add(new RuleMessages.RuleMessage(
                        String.valueOf(inbox.uid(i)),
                        text(headers, "From"),
                        text(headers, "Subject"),
                        Instant.ofEpochMilli(inbox.internalDate(i))));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return new RuleMessages(found);
    }

    private static String text(Headers headers, String name) {
        String text = HeaderText.decode(headers.first(name).orElse("")).strip();
        return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
    }

    Optional<Content> find(AccountId account, String id) {
        MailboxSnapshot inbox = inbox(account);
        try {
            int index = inbox.indexOf(Long.parseLong(id));
            return index < 0 ? Optional.empty() : Optional.of(store.content(account, inbox.contentId(index)));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    private MailboxSnapshot inbox(AccountId account) {
        MailboxId inbox = store.mailbox(account, SpecialUse.INBOX).id();
        try {
            return store.snapshot(account, inbox);
        } catch (MailboxException gone) {
            throw ApiException.of(ErrorCode.MESSAGE_GONE);
        }
    }
}
