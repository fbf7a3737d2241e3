// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.fumibako.app.demo.internet.Template;
import org.fumibako.journal.Origin;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.Content;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.Flags;
import org.fumibako.model.MailboxId;
import org.fumibako.model.Quota;
import org.fumibako.model.SpecialUse;
import org.fumibako.registry.Account;
import org.fumibako.registry.Registry;
import org.fumibako.store.Append;
import org.fumibako.store.MessageStore;

/**
 * The rest of the office: a dozen accounts, one nearly full, one filling up, so that lists and bars have something to show. What fills
 * them is one message, which is kept once.
 */
final class SampleOffice {
    static final Origin ORIGIN = Origin.system("demo");

    /** Megabytes of the message that fills mailboxes. */
    private static final int PIECE = 20;

    private static final int LINE = 76;

    private final Registry registry;
    private final MessageStore store;
    private final Supplier<String> passwords;
    private final Clock clock;

    /** @param passwords draws one */
    SampleOffice(Registry registry, MessageStore store, Supplier<String> passwords, Clock clock) {
        this.registry = registry;
        this.store = store;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** An account of the office; {@code used} and {@code quota} are megabytes. */
    private record Desk(String name, String note, int used, int quota) {}

    private static final List<Desk> DESKS = List.of(
            new Desk("akita", "秋田店", 400, 2_000),
            new Desk("eigyo", "営業部・代表", 3_120, 5_000),
            new Desk("fukuoka", "福岡店", 980, 2_000),
            new Desk("info", "お問い合わせ窓口", 7_400, 10_000),
            new Desk("keiri", "経理・請求書の受け取り", 1_940, 2_000),
            new Desk("kouhou", "広報", 340, 2_000),
            new Desk("noreply", "システム送信専用", 0, 100),
            new Desk("saiyo", "採用", 1_620, 2_000),
            new Desk("soumu", "総務", 860, 2_000),
            new Desk("support", "サポート窓口", 2_260, 5_000));

    /** Makes what is missing. Nobody is told the passwords, which are random. */
    void open() throws IOException {
        List<Append.Filing> filings = new ArrayList<>();
        boolean fresh = false;
        for (Desk desk : DESKS) {
            EmailAddress address = new EmailAddress(desk.name(), Demo.DOMAIN);
            if (registry.accounts().find(address).isEmpty()) {
                Account account =
                        registry.accounts().add(address, desk.note(), new Quota(desk.quota()), passwords.get(), ORIGIN);
                store.createAccount(account.id());
                fresh = true;
                filings.addAll(Collections.nCopies(desk.used() / PIECE, filing(account)));
            }
        }
        if (!filings.isEmpty()) {
            Content content = Content.of(piece());
            store.append(
                    List.of(new Append(content, MessageSummary.of(content), filings, Optional.empty(), ORIGIN)), true);
        }
        if (fresh) {
            new OfficeSettings(registry, clock).set();
        }
    }

    private Append.Filing filing(Account account) {
        MailboxId inbox = store.mailbox(account.id(), SpecialUse.INBOX).id();
        Instant date = clock.instant().minus(Duration.ofDays(30));
        return new Append.Filing(
                account.id(), inbox, Flags.of("\\Seen"), date, account.quota().size(), Optional.empty());
    }

    /** A message with an attachment, {@link #PIECE} megabytes long. */
    private static byte[] piece() throws IOException {
        byte[] head = Template.of(SampleOffice.class, "drawings.eml")
                .with(Map.of("to", "office@" + Demo.DOMAIN))
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = "\r\n--demo--\r\n".getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[PIECE << 20];
        Arrays.fill(all, (byte) 'A');
        for (int i = head.length + LINE; i + 1 < all.length - tail.length; i += LINE + 2) {
            all[i] = '\r';
            all[i + 1] = '\n';
        }
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(tail, 0, all, all.length - tail.length, tail.length);
        return all;
    }
}
