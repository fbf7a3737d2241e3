// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.forward;

import java.time.Instant;
import org.fumibako.delivery.notice.SystemLetter;
import org.fumibako.model.Content;
import org.fumibako.model.EmailAddress;

/** Tells the owner of an account that forwarding to a target was stopped: Japanese first, then English. */
public final class StopNotice {
    /** Characters of what the target's server said. */
    private static final int MAX_WORDS = 500;

    private final SystemLetter letters;

    public StopNotice(SystemLetter letters) {
        this.letters = letters;
    }

    Content compose(EmailAddress account, EmailAddress target, String why, Instant now) {
        return letters.compose(
                SystemLetter.Sender.MAILER_DAEMON,
                account,
                "転送を停止しました (Forwarding was stopped)",
                text(account, target, oneLine(why)),
                now);
    }

    private static String text(EmailAddress account, EmailAddress target, String why) {
        return account + " からの転送を停止しました。\n\n"
                + "転送先: " + target + "\n"
                + "転送先サーバーの応答: " + why + "\n\n"
                + "転送先がくり返しメールを受け取らなかったため、この転送先への転送を自動的に停止し、\n"
                + "今後のメールが失われないように「メールボックスに残す」に切り替えました。\n"
                + "転送先のアドレスをご確認のうえ、転送設定で再開または削除してください。\n"
                + SystemLetter.RULE
                + "Forwarding from " + account + " was stopped.\n\n"
                + "Target: " + target + "\n"
                + "Its server said: " + why + "\n\n"
                + "The target refused mail again and again, so nothing is forwarded to it any more, and this account\n"
                + "keeps its mail in the mailbox from now on, so that none is lost.\n"
                + "Please check the address, and resume or delete it in the forwarding settings.\n";
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() > MAX_WORDS ? line.substring(0, MAX_WORDS) : line;
    }
}
