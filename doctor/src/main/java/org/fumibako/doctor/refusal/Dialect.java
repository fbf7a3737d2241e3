// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.refusal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fumibako.doctor.Phrase;
import org.fumibako.doctor.Symptom;

/** Words by which a refusal is known, whoever says them. Patterns are matched in lower case and have no nested repetition. */
record Dialect(Pattern words, Refusal refusal) {
    private static Dialect of(String words, String key, Symptom symptom, Phrase meaning, Phrase advice) {
        return new Dialect(Pattern.compile(words), new Refusal(key, meaning, advice, symptom));
    }

    /** The first of these that fits holds: the particular ones come before the general ones. */
    private static final List<Dialect> ALL = List.of(
            of(
                    "for an internal reason|our own copy of the message",
                    "own-fault",
                    Symptom.E1,
                    new Phrase("このサーバーの側で問題が起きました。", "Something went wrong on this server."),
                    new Phrase(
                            "自動で送り直します。続くときはサポートへご連絡ください。",
                            "It is tried again by itself; if this goes on, ask support.")),
            of(
                    "\\b53[05][ -]5\\.7\\.|5\\.7\\.57\\b|client was not authenticated|authentication (is"
                            + " )?(required|failed|unsuccessful)",
                    "relay-sign-in",
                    Symptom.E1,
                    new Phrase(
                            "メールを渡す先のサーバーが、送る側のログイン（認証）を求めているか、受け付けていません。",
                            "The server that the mail was given to wants the sending side to sign in, or does not"
                                    + " accept how it did."),
                    new Phrase(
                            "宛先の綴りの問題ではありません。このサーバーが中継サーバーを使う設定なら、その認証の設定を管理者が直す必要があります。サポートへご連絡ください。",
                            "It is nothing about the recipient. If this server passes mail on by another, whoever runs"
                                    + " it has to mend the sign-in there; ask support.")),
            of(
                    "5\\.7\\.26|5\\.7\\.515|unauthenticated email|(spf|dkim|dmarc)[^.]{0,60}(fail|not pass|did not"
                            + " pass)|does not pass authentication|fails? dmarc|dmarc policy",
                    "unauthenticated",
                    Symptom.E14,
                    new Phrase(
                            "送信元の確認（SPF・DKIM・DMARC）に合格していないため断られています。",
                            "The sender could not be verified (SPF, DKIM, DMARC)."),
                    new Phrase("SPF と DKIM の設定を確かめてください。", "Look at the SPF and DKIM settings of the domain.")),
            of(
                    "5\\.7\\.25|reverse dns|ptr record|no ptr|rdns|client host rejected: cannot find your hostname",
                    "no-reverse-name",
                    Symptom.E14,
                    new Phrase("サーバーのアドレスの逆引きが合っていないため断られています。", "The server's address has no proper name (PTR)."),
                    new Phrase(
                            "サーバーの管理者が直す必要があります。サポートへご連絡ください。",
                            "Whoever runs the server has to mend this; ask support.")),
            of(
                    "spamhaus|barracuda|spamcop|sorbs|blocklist|blacklist|block list|black list|s3140|s3150|"
                            + "banned sending ip|listed (at|in|by)",
                    "blocklisted",
                    Symptom.E14,
                    new Phrase("サーバーのアドレスが迷惑メールの発信元として登録されているため断られています。", "The server's address is on a blocklist."),
                    new Phrase(
                            "サーバーの管理者が解除を申請します。サポートへご連絡ください。",
                            "Whoever runs the server has to have it removed; ask support.")),
            of(
                    "4\\.7\\.28|4\\.7\\.0|tss0\\d|unusual rate|rate limit|too many (messages|connections|recipients)"
                            + "|deferred due to (user complaints|unexpected volume)|throttl|try again later",
                    "too-many",
                    Symptom.E15,
                    new Phrase(
                            "短い時間に多く送ったため、相手のサーバーが一時的に止めています。",
                            "The other server holds mail back because much came in a short time."),
                    new Phrase(
                            "自動で送り直します。まとめて送るときは、数回に分けてください。",
                            "It is tried again by itself. Send large numbers in several parts.")),
            of(
                    "one-click unsubscribe|list-unsubscribe|5\\.7\\.(27|29|30)\\b[^.]{0,80}unsubscribe",
                    "no-unsubscribe",
                    Symptom.E15,
                    new Phrase(
                            "配信停止の手段がないため、まとめて送ったメールが断られています。",
                            "Bulk mail is refused because it cannot be unsubscribed from."),
                    new Phrase("メールに配信停止リンクを入れてください。", "Put an unsubscribe link into every issue.")),
            of(
                    "5\\.2\\.2|4\\.2\\.2|over ?quota|quota exceeded|mailbox (is )?full|out of storage|insufficient"
                            + " storage|容量が(いっぱい|不足|超過)|メールボックスが(いっぱい|満杯)",
                    "mailbox-full",
                    Symptom.E11,
                    new Phrase("宛先のメールボックスがいっぱいです。", "The recipient's mailbox is full."),
                    new Phrase("相手の方に空きを作っていただいてから、もう一度送ってください。", "Send it again when the recipient has made room.")),
            of(
                    "grey-?list|4\\.7\\.1.{0,40}(later|retry)|temporarily (deferred|rejected)|please retry",
                    "greylisted",
                    Symptom.E14,
                    new Phrase("初めての相手のため、いったん待つように言われています。", "The other server asks unknown senders to wait."),
                    new Phrase("自動で送り直します。待つだけで届きます。", "It is tried again by itself; nothing needs to be done.")),
            of(
                    "null mx|takes no mail|5\\.1\\.2|5\\.4\\.4|host (or domain name )?not found|domain (does not"
                            + " exist|not found)|nxdomain|domain [^ ]{1,255} does not exist|unrouteable mail domain|name"
                            + " service error",
                    "no-such-domain",
                    Symptom.E14,
                    new Phrase(
                            "宛先のドメイン（@ の右側）が見つからないか、メールを受け取らないと宣言しています。",
                            "The domain (right of the @) was not found, or says that it takes no mail."),
                    new Phrase("綴りを確かめてください。", "Check its spelling.")),
            of(
                    "5\\.1\\.1|5\\.1\\.10|5\\.1\\.0|user unknown|unknown user|no such (user|recipient|mailbox)"
                            + "|does not exist|mailbox unavailable|recipient (address )?rejected|unrouteable address"
                            + "|invalid recipient|sorry, no mailbox here|recipientnotfound|mailbox not found"
                            + "|doesn't have an? [^ ]{1,60} account|宛先不明|アドレスが見つかり|アドレスは存在しません|ユーザーが見つかり",
                    "no-such-address",
                    Symptom.E14,
                    new Phrase("宛先のメールアドレスが存在しません。", "There is no such address."),
                    new Phrase(
                            "綴りを確かめてください。携帯電話のアドレスでは、受信拒否の設定でも同じ応答になることがあります。",
                            "Check its spelling. Mobile carriers give the same answer when the recipient blocks mail"
                                    + " from computers.")),
            of(
                    "5\\.3\\.4|5\\.2\\.3|too (large|big)|size (limit|exceeds)|message size|exceeds (the"
                            + " )?(maximum|size)",
                    "too-large",
                    Symptom.E1,
                    new Phrase("メールが大きすぎて受け取られませんでした。", "The message is too large for the other server."),
                    new Phrase(
                            "添付ファイルを小さくするか、分けて送ってください。",
                            "Make its attachments smaller, or send them in several messages.")),
            of(
                    "starttls|tls (is )?required|5\\.7\\.10|encryption (is )?required",
                    "tls-required",
                    Symptom.E14,
                    new Phrase(
                            "相手のサーバーと暗号化した通信ができませんでした。", "No encrypted connection could be made to the other server."),
                    new Phrase(
                            "自動で送り直します。続くときはサポートへご連絡ください。",
                            "It is tried again by itself; if this goes on, ask support.")),
            of(
                    "loop|too many hops|5\\.4\\.6|routing loop",
                    "loop",
                    Symptom.E14,
                    new Phrase("転送の設定が輪になっています。", "Forwarding goes round in circles."),
                    new Phrase("転送設定を確かめてください。", "Look at the forwarding settings.")),
            of(
                    "timed? ?out|connection refused|could not be reached|4\\.4\\.[127]|network (is )?unreachable|no"
                            + " route",
                    "unreachable",
                    Symptom.E14,
                    new Phrase("相手のサーバーに接続できません。", "The other server cannot be reached."),
                    new Phrase(
                            "自動で送り直します。1日たっても届かないときは、相手の方へ別の手段でお知らせください。",
                            "It is tried again by itself. After a day, tell the recipient in another way.")),
            of(
                    "spam|5\\.7\\.1|policy|content (rejected|filter)|message (was )?rejected|not accepted|reputation|"
                            + "access denied|prohibited",
                    "policy",
                    Symptom.E14,
                    new Phrase(
                            "相手のサーバーの方針により断られています。",
                            "The other server refuses the mail for reasons of its own policy."),
                    new Phrase(
                            "内容や添付ファイル、送信元の設定（SPF・DKIM・DMARC）を見直してください。",
                            "Look at content and attachments, and at the SPF, DKIM and DMARC settings of the"
                                    + " domain.")));

    /** The refusal that the words are known for. */
    static Optional<Refusal> read(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(dialect -> dialect.words.matcher(lower).find())
                .map(Dialect::refusal)
                .findFirst();
    }
}
