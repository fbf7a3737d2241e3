// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.abuse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.fumibako.delivery.Inboxes;
import org.fumibako.delivery.MailDate;
import org.fumibako.delivery.dkim.Signing;
import org.fumibako.delivery.dsn.FieldText;
import org.fumibako.journal.Origin;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.ByteSize;
import org.fumibako.model.Content;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.Flags;
import org.fumibako.registry.Account;
import org.fumibako.registry.Directory;
import org.fumibako.registry.Pacing;
import org.fumibako.store.Append;
import org.fumibako.store.MessageStore;

/**
 * Tells the owner of an account, and whoever reads {@code postmaster} of its domain for the customer, that somebody else seems to use
 * it. Filed where they read it, even into a full mailbox.
 */
public final class TakeoverNotice {
    private static final Origin ORIGIN = Origin.system("abuse");
    private static final ByteSize NO_LIMIT = new ByteSize(Long.MAX_VALUE);
    private static final String SUBJECT = "【重要】不審な送信を検出しました (Unusual sending from your account)";
    private static final byte[] CRLF = {'\r', '\n'};

    private final Parts parts;
    private final Inboxes inboxes;

    /**
     * What it works with.
     *
     * @param host our own name
     * @param zone of the dates in it
     */
    public record Parts(
            DomainName host,
            ZoneId zone,
            MessageStore store,
            Directory directory,
            Signing signing,
            RandomGenerator random) {}

    public TakeoverNotice(Parts parts) {
        this.parts = parts;
        this.inboxes = new Inboxes(parts.store());
    }

    void file(Account account, Suspicion suspicion, long held, Instant now) throws IOException {
        Content notice = parts.signing().signFor(parts.host(), compose(account, suspicion, held, now));
        List<Append.Filing> filings = new ArrayList<>();
        for (Account reader : readers(account)) {
            filings.add(new Append.Filing(
                    reader.id(), inboxes.of(reader.id()), Flags.NONE, now, NO_LIMIT, Optional.of(reader.address())));
        }
        parts.store()
                .append(
                        List.of(new Append(notice, MessageSummary.of(notice), filings, Optional.empty(), ORIGIN)),
                        false);
    }

    private List<Account> readers(Account owner) {
        List<Account> readers = new ArrayList<>(List.of(owner));
        EmailAddress postmaster = new EmailAddress("postmaster", owner.address().domain());
        if (parts.directory().resolve(postmaster) instanceof Directory.Recipient.Local local) {
            local.accounts().stream()
                    .filter(other -> !other.id().equals(owner.id()))
                    .forEach(readers::add);
        }
        return readers;
    }

    private Content compose(Account account, Suspicion suspicion, long held, Instant now) {
        byte[] id = new byte[16];
        parts.random().nextBytes(id);
        byte[] text = text(account, suspicion, held).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        String message = "From: Mail System <postmaster@" + parts.host() + ">\r\n"
                + "To: <" + account.address() + ">\r\n"
                + "Subject: " + FieldText.encoded(SUBJECT) + "\r\n"
                + "Date: " + MailDate.format(now.atZone(parts.zone()).toOffsetDateTime()) + "\r\n"
                + "Message-ID: <" + HexFormat.of().formatHex(id) + "@" + parts.host() + ">\r\n"
                + "Auto-Submitted: auto-generated\r\n"
                + "MIME-Version: 1.0\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder(76, CRLF).encodeToString(text) + "\r\n";
        return Content.of(message.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Account account, Suspicion suspicion, long held) {
        StringBuilder text = new StringBuilder(2_000);
        text.append(account.address()).append(" から、いつもと違う送信がありました。第三者がパスワードを知っているおそれがあります。\n\n");
        suspicion
                .signs()
                .forEach(sign -> text.append("・").append(sign.japanese()).append("。\n"));
        text.append("\n安全のため、次のとおりにしました。\n")
                .append("・送信できる宛先を 1時間に ")
                .append(Pacing.PER_HOUR)
                .append(" 件までにしました。\n・まだ届けていないメール（宛先 ")
                .append(held)
                .append(" 件）を保留しました。\n・サインイン中のメールソフトをすべて切断しました。\n\n")
                .append("お願い: パスワードをすぐに変更し、パソコンやスマートフォンのウイルス検査をしてください。\n")
                .append("お心当たりのある送信でしたら、サーバーの管理者へご連絡ください。制限を解除します。\n")
                .append("\n----------------------------------------------------------------------\n\n")
                .append("Mail was sent from ")
                .append(account.address())
                .append(" in a way that it never was before. Somebody else may know the password.\n\n");
        suspicion
                .signs()
                .forEach(sign -> text.append("- ").append(sign.english()).append(".\n"));
        text.append("\nTo be safe,\n- the account may send to ")
                .append(Pacing.PER_HOUR)
                .append(" recipients an hour,\n- mail that had not left yet is kept back (recipients: ")
                .append(held)
                .append("),\n- all mail programs that were signed in have been disconnected.\n\n")
                .append("Please change the password now, and have your computers and phones checked for malware.\n")
                .append("If this was you, please tell the administrator of the server, who will lift the limit.\n");
        return text.toString();
    }
}
