// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.fumibako.model.Content;
import org.fumibako.model.SpecialUse;
import org.fumibako.registry.Account;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MailboxSnapshot;
import org.fumibako.store.MessageStore;

/** Copies of what accounts sent, which programs and webmail keep in Sent; many keep none. */
public final class SentCopies {
    /** Those that are looked at, the newest. */
    private static final int LOOKED_AT = 100;

    private static final int MAX_HEADER = 64 << 10;

    private final MessageStore store;

    public SentCopies(MessageStore store) {
        this.store = store;
    }

    /** @param messageId without brackets */
    Optional<Content> find(Account account, String messageId) {
        try {
            Mailbox sent = store.mailbox(account.id(), SpecialUse.SENT);
            MailboxSnapshot snapshot = store.snapshot(account.id(), sent.id());
            for (int i = snapshot.size() - 1; i >= Math.max(0, snapshot.size() - LOOKED_AT); i--) {
                Content content = store.content(account.id(), snapshot.contentId(i));
                if (header(content).contains("<" + messageId.toLowerCase(Locale.ROOT) + ">")) {
                    return Optional.of(content);
                }
                content.close();
            }
            return Optional.empty();
        } catch (MailboxException | IOException unreadable) {
            return Optional.empty();
        }
    }

    /** In lower case, each field after a line feed. */
    static String header(Content content) throws IOException {
        try (InputStream in = content.open(0, MAX_HEADER)) {
            String text = "\n" + new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            int end = text.indexOf("\r\n\r\n");
            return (end < 0 ? text : text.substring(0, end)).toLowerCase(Locale.ROOT);
        }
    }
}
