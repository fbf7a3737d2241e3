// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.forward;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.fumibako.delivery.MailDate;
import org.fumibako.mime.HeaderWriter;
import org.fumibako.model.Content;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;

/** Tells the owner of an account that forwarding to a target was stopped: Japanese first, then English. */
public final class StopNotice {
    /** Characters of what the target's server said. */
    private static final int MAX_WORDS = 500;

    private static final byte[] CRLF = {'\r', '\n'};

    private final DomainName host;
    private final ZoneId zone;
    private final RandomGenerator random;

    /**
     * @param host our own name
     * @param zone of the dates in it
     */
    public StopNotice(DomainName host, ZoneId zone, RandomGenerator random) {
        this.host = host;
        this.zone = zone;
        this.random = random;
    }

    Content compose(EmailAddress account, EmailAddress target, String why, Instant now) {
        String message = "From: Mail Delivery System <MAILER-DAEMON@" + host.ascii() + ">\r\n"
                + "To: <" + account + ">\r\n"
                + HeaderWriter.text("Subject", "転送を停止しました (Forwarding was stopped)")
                + "Date: " + MailDate.format(now.atZone(zone).toOffsetDateTime()) + "\r\n"
                + "Message-ID: <" + token() + "@" + host.ascii() + ">\r\n"
                + "Auto-Submitted: auto-generated\r\n"
                + "MIME-Version: 1.0\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder(76, CRLF)
                        .encodeToString(text(account, target, oneLine(why)).getBytes(StandardCharsets.UTF_8))
                + "\r\n";
        return Content.of(message.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(EmailAddress account, EmailAddress target, String why) {
        return account + " からの転送を停止しました。\r\n\r\n"
                + "転送先: " + target + "\r\n"
                + "転送先サーバーの応答: " + why + "\r\n\r\n"
                + "転送先がくり返しメールを受け取らなかったため、この転送先への転送を自動的に停止し、\r\n"
                + "今後のメールが失われないように「メールボックスに残す」に切り替えました。\r\n"
                + "転送先のアドレスをご確認のうえ、転送設定で再開または削除してください。\r\n\r\n"
                + "----------------------------------------------------------------------\r\n\r\n"
                + "Forwarding from " + account + " was stopped.\r\n\r\n"
                + "Target: " + target + "\r\n"
                + "Its server said: " + why + "\r\n\r\n"
                + "The target refused mail again and again, so nothing is forwarded to it any more, and this account\r\n"
                + "keeps its mail in the mailbox from now on, so that none is lost.\r\n"
                + "Please check the address, and resume or delete it in the forwarding settings.\r\n";
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() > MAX_WORDS ? line.substring(0, MAX_WORDS) : line;
    }

    private String token() {
        byte[] chance = new byte[16];
        random.nextBytes(chance);
        return HexFormat.of().formatHex(chance);
    }
}
