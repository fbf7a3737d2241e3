// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.signal;

import java.util.List;
import java.util.Locale;
import org.fumibako.filter.Reason;
import org.fumibako.filter.Reasons;
import org.fumibako.filter.Signal;
import org.fumibako.filter.message.Hosts;
import org.fumibako.filter.message.Sample;
import org.fumibako.mime.MailAddress;
import org.fumibako.model.EmailAddress;

/** Whether the author passes for somebody else: another address as the name, the recipient's own address, answers to another domain. */
public final class Masquerade implements Signal {
    private static final Reason NAME_IS_ADDRESS = new Reason(
            "NAME_IS_ADDRESS",
            2.0,
            "差出人の表示名に、実際とは違うメールアドレスが書かれています。",
            "The author's name is a mail address, and not the one it comes from.");
    private static final Reason FROM_YOURSELF = new Reason(
            "FROM_YOURSELF",
            2.0,
            "自分から送ったように見せかけていますが、このサーバーから送られたものではありません。",
            "It looks as if you had sent it, but it came from elsewhere.");
    private static final Reason REPLY_ELSEWHERE = new Reason(
            "REPLY_ELSEWHERE", 0.7, "返信先が差出人とは別のドメインになっています。", "Answers to it go to another domain than its author's.");
    private static final Reason REPLY_TO_FREEMAIL = new Reason(
            "REPLY_TO_FREEMAIL",
            1.3,
            "返信先が差出人とは別のフリーメールになっています。",
            "Answers to it go to a free mailbox that is not its author's.");

    /** Where anybody has a mailbox at once. */
    private static final List<String> FREEMAIL = List.of(
            "gmail.com",
            "yahoo.com",
            "yahoo.co.jp",
            "outlook.com",
            "outlook.jp",
            "hotmail.com",
            "hotmail.co.jp",
            "aol.com",
            "proton.me",
            "protonmail.com",
            "mail.ru",
            "yandex.ru",
            "yandex.com",
            "gmx.de",
            "gmx.net",
            "163.com",
            "126.com",
            "qq.com",
            "excite.co.jp");

    @Override
    public void examine(Sample sample, Reasons into) {
        sample.from().stream().findFirst().ifPresent(author -> {
            into.addIf(isOther(author), NAME_IS_ADDRESS);
            into.addIf(isRecipient(sample, author), FROM_YOURSELF);
            if (sample.headers().first("List-Id").isEmpty()) {
                sample.headers()
                        .first("Reply-To")
                        .ifPresent(reply -> reply(MailAddress.parse(reply), Hosts.ofAddress(author.address()), into));
            }
        });
    }

    private static boolean isOther(MailAddress author) {
        int at = author.name().indexOf('@');
        if (at <= 0 || at == author.name().length() - 1) {
            return false;
        }
        int end = at + 1;
        while (end < author.name().length() && isOfName(author.name().charAt(end))) {
            end++;
        }
        String claimed = author.name().substring(at + 1, end).toLowerCase(Locale.ROOT);
        return claimed.indexOf('.') > 0 && !Hosts.related(claimed, Hosts.ofAddress(author.address()));
    }

    private static boolean isOfName(char c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || c == '.' || c == '-');
    }

    /** What comes from us is not examined, so whoever names the recipient's own address is somebody else, or proves that he is not. */
    private static boolean isRecipient(Sample sample, MailAddress author) {
        String key = author.address().toLowerCase(Locale.ROOT);
        return sample.circumstances().findings().filter(Authors::isUnproven).isPresent()
                && sample.circumstances().recipients().stream()
                        .map(EmailAddress::key)
                        .anyMatch(key::equals);
    }

    private static void reply(List<MailAddress> replies, String authorHost, Reasons into) {
        for (MailAddress reply : replies) {
            String host = Hosts.ofAddress(reply.address());
            if (!Hosts.related(host, authorHost)) {
                into.add(FREEMAIL.contains(host) ? REPLY_TO_FREEMAIL : REPLY_ELSEWHERE);
            }
        }
    }
}
