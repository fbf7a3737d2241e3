// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fumibako.doctor.Check;
import org.fumibako.doctor.Evidence;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.Patient;
import org.fumibako.doctor.Phrase;
import org.fumibako.journal.OutgoingEvent.Queued;
import org.fumibako.model.Content;
import org.fumibako.model.SpecialUse;
import org.fumibako.registry.Account;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MailboxSnapshot;
import org.fumibako.store.MessageStore;

/** Whether what went to many can be unsubscribed from with one click (RFC 8058), as far as there is a sent copy to look at. */
public final class Unsubscribing implements Check {
    /** Sent copies that are looked at, the newest. */
    private static final int LOOKED_AT = 100;

    private static final int MAX_HEADER = 64 << 10;

    private final MessageStore store;

    public Unsubscribing(MessageStore store) {
        this.store = store;
    }

    @Override
    public String id() {
        return "unsubscribing";
    }

    @Override
    public Phrase subject() {
        return new Phrase("配信停止リンク", "Unsubscribing");
    }

    @Override
    public Finding examine(Patient patient) {
        Optional<Finding> none = AccountExists.needed(patient);
        if (none.isPresent()) {
            return none.get();
        }
        Optional<String> bulk = bulkMessage(patient);
        if (bulk.isEmpty()) {
            return Finding.fine("メールマガジンではないため対象外です", "No newsletter was sent");
        }
        Optional<String> header = sentHeader(patient.account().orElseThrow(), bulk.get());
        Evidence which = new Evidence(Phrase.of("Message-ID"), Phrase.of("<" + bulk.get() + ">"));
        return header.map(Unsubscribing::judge)
                .orElseGet(() -> Finding.unknown("送信済みの控えがないため確認できません", "There is no sent copy to look at"))
                .with(which);
    }

    /** The newest message that went to many. */
    private static Optional<String> bulkMessage(Patient patient) {
        Map<String, Integer> recipients = new LinkedHashMap<>();
        patient.history()
                .of(Queued.class)
                .forEach(one -> recipients.merge(one.event().messageId(), 1, Integer::sum));
        return recipients.entrySet().stream()
                .filter(entry -> !entry.getKey().isEmpty() && entry.getValue() >= BulkVolume.MANY)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Finding judge(String header) {
        boolean link = header.contains("\nlist-unsubscribe:");
        boolean oneClick = header.contains("\nlist-unsubscribe-post:");
        if (link && oneClick) {
            return Finding.fine("ワンクリックで配信停止できます", "It can be unsubscribed from with one click");
        }
        return link
                ? Finding.suspicious("ワンクリックの配信停止がありません", "One-click unsubscription is missing")
                        .because("List-Unsubscribe-Post ヘッダーを付けてください。", "Add the header List-Unsubscribe-Post.")
                : Finding.cause("配信停止のヘッダー（List-Unsubscribe）がありません", "The header List-Unsubscribe is missing")
                        .because(
                                "Gmail などは、大量に送るメールに List-Unsubscribe ヘッダーと、本文の配信停止リンクを求めています。停止の申し出から2日以内に配信を止めてください。",
                                "Bulk mail needs a link and the header List-Unsubscribe, and sending has to stop within 2 days of a"
                                        + " request.");
    }

    private Optional<String> sentHeader(Account account, String messageId) {
        try {
            Mailbox sent = store.mailbox(account.id(), SpecialUse.SENT);
            MailboxSnapshot snapshot = store.snapshot(account.id(), sent.id());
            for (int i = snapshot.size() - 1; i >= Math.max(0, snapshot.size() - LOOKED_AT); i--) {
                String header = header(account, snapshot.contentId(i));
                if (header.contains("<" + messageId.toLowerCase(Locale.ROOT) + ">")) {
                    return Optional.of(header);
                }
            }
            return Optional.empty();
        } catch (MailboxException | IOException unreadable) {
            return Optional.empty();
        }
    }

    /** In lower case, each field after a line feed. */
    private String header(Account account, long contentId) throws IOException {
        try (Content content = store.content(account.id(), contentId);
                InputStream in = content.open(0, MAX_HEADER)) {
            String text = "\n" + new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            int end = text.indexOf("\r\n\r\n");
            return (end < 0 ? text : text.substring(0, end)).toLowerCase(Locale.ROOT);
        }
    }
}
