// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import org.fumibako.doctor.Phrase;
import org.fumibako.store.Mailbox;

/** What mailboxes are called in the interface. */
final class MailboxWords {
    private MailboxWords() {}

    static Phrase of(Mailbox mailbox) {
        return mailbox.use()
                .map(use -> switch (use) {
                    case INBOX -> new Phrase("受信箱", "Inbox");
                    case SENT -> new Phrase("送信済み", "Sent");
                    case DRAFTS -> new Phrase("下書き", "Drafts");
                    case JUNK -> new Phrase("迷惑メール", "Junk");
                    case TRASH -> new Phrase("ごみ箱", "Trash");
                    case ARCHIVE -> new Phrase("アーカイブ", "Archive");
                })
                .orElse(Phrase.of(mailbox.name()));
    }

    /** By the name in a row of the journal, where only the standard mailboxes are known. */
    static Phrase of(String name) {
        return switch (name) {
            case "INBOX" -> new Phrase("受信箱", "Inbox");
            case "Sent" -> new Phrase("送信済み", "Sent");
            case "Drafts" -> new Phrase("下書き", "Drafts");
            case "Junk" -> new Phrase("迷惑メール", "Junk");
            case "Trash" -> new Phrase("ごみ箱", "Trash");
            default -> Phrase.of(name);
        };
    }
}
