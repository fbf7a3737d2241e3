// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.room;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.fumibako.delivery.notice.NoticeBoard;
import org.fumibako.delivery.notice.SystemLetter;
import org.fumibako.journal.Origin;
import org.fumibako.model.ByteSize;
import org.fumibako.registry.Account;

/** Tells the owner of an account that the mailbox fills up, and what to do before mail is refused: Japanese first, then English. */
public final class RoomNotice {
    private final SystemLetter letters;
    private final NoticeBoard board;

    public RoomNotice(SystemLetter letters, NoticeBoard board) {
        this.letters = letters;
        this.board = board;
    }

    void file(Account account, ByteSize used, Origin by, Instant now) throws IOException {
        long percent = used.bytes() * 100 / account.quota().size().bytes();
        board.file(
                letters.compose(
                        SystemLetter.Sender.POSTMASTER,
                        account.address(),
                        "メールボックスの容量が残りわずかです: " + percent + "% (Your mailbox is " + percent + "% full)",
                        text(account, used, percent),
                        now),
                List.of(account),
                by,
                now);
    }

    private static String text(Account account, ByteSize used, long percent) {
        String room = megabytes(used) + " MB / "
                + String.format(Locale.ROOT, "%,d", account.quota().megabytes()) + " MB (" + percent + "%)";
        return account.address() + " のメールボックスがいっぱいになりそうです。\n\n"
                + "使用量: " + room + "\n\n"
                + "いっぱいになると、届いたメールは受け取れず、送信者に「maildir over quota.」というエラーが返ります。\n"
                + "受け取れなかったメールは、あとから表示することはできません。\n\n"
                + "次のいずれかをお試しください。\n"
                + "・不要なメールや、添付ファイルの大きなメールを削除し、ごみ箱を空にする（ごみ箱の中も容量に数えられます）\n"
                + "・パソコンのメールソフトで「サーバーにメッセージのコピーを置く」を見直す\n"
                + "・サーバーパネルの「メールアカウント設定」で容量を増やす（ご契約者様のみ）\n"
                + SystemLetter.RULE
                + "The mailbox of " + account.address() + " is nearly full.\n\n"
                + "Used: " + room + "\n\n"
                + "When it is full, mail for it is refused, its sender gets the error \"maildir over quota.\", and\n"
                + "what was refused cannot be shown later.\n\n"
                + "You can\n"
                + "- delete mail that you do not need, or that has large attachments, and empty the Trash, which counts,\n"
                + "- have your mail program leave no copies on the server,\n"
                + "- raise the quota in the server panel, if the contract is yours.\n";
    }

    /** Rounded up, so that nobody reads that less is used than is. */
    private static String megabytes(ByteSize size) {
        return String.format(Locale.ROOT, "%,d", (size.bytes() + (1 << 20) - 1) >> 20);
    }
}
