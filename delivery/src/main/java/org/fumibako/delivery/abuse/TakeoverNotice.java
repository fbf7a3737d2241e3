// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.abuse;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fumibako.delivery.notice.Audience;
import org.fumibako.delivery.notice.NoticeBoard;
import org.fumibako.delivery.notice.SystemLetter;
import org.fumibako.journal.Origin;
import org.fumibako.model.CustomerId;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Account;
import org.fumibako.registry.Directory;
import org.fumibako.registry.Pacing;

/**
 * Tells the owner of an account, whoever reads {@code postmaster} of its domain for the customer, and the customer's contact address
 * that somebody else seems to use it. Filed where they read it, even into a full mailbox; a contact elsewhere is written to.
 */
public final class TakeoverNotice {
    private static final Origin ORIGIN = Origin.system("abuse");
    private static final String SUBJECT = "【重要】不審な送信を検出しました (Unusual sending from your account)";

    private final SystemLetter letters;
    private final NoticeBoard board;
    private final Directory directory;
    private final Function<CustomerId, Optional<EmailAddress>> contacts;

    /** @param contacts where customers want to be told */
    public TakeoverNotice(
            SystemLetter letters,
            NoticeBoard board,
            Directory directory,
            Function<CustomerId, Optional<EmailAddress>> contacts) {
        this.contacts = contacts;
        this.letters = letters;
        this.board = board;
        this.directory = directory;
    }

    void file(Account account, Suspicion suspicion, long held, Instant now) throws IOException {
        board.file(
                letters.compose(
                        SystemLetter.Sender.POSTMASTER,
                        account.address(),
                        SUBJECT,
                        text(account, suspicion, held),
                        now),
                audience(account),
                ORIGIN,
                now);
    }

    private Audience audience(Account owner) {
        EmailAddress postmaster = new EmailAddress("postmaster", owner.address().domain());
        Optional<EmailAddress> contact = contacts.apply(owner.customer());
        Stream<Account> others = Stream.concat(Stream.of(postmaster), contact.stream())
                .map(directory::resolve)
                .flatMap(recipient -> recipient instanceof Directory.Recipient.Local local
                        ? local.accounts().stream()
                        : Stream.empty());
        List<EmailAddress> elsewhere =
                contact.filter(address -> directory.resolve(address) instanceof Directory.Recipient.Remote).stream()
                        .toList();
        return new Audience(Stream.concat(Stream.of(owner), others).distinct().toList(), elsewhere);
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
                .append(SystemLetter.RULE)
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
