// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How customers complain: the headings of the trouble page, E1 to E15. Names in URLs and scripts never change. */
public enum Symptom {
    E1("cannot-send", "メールが送信できません", "I cannot send mail"),
    E2("cannot-receive", "メールが受信できません", "I do not receive mail"),
    E3("mailbox-full", "容量がいっぱいで、受信できなくなりました", "My mailbox is full"),
    E4("refused-while-full", "容量がいっぱいの間に届かなかったメールを確認したい", "Which mail was refused while my mailbox was full?"),
    E5("marked-as-spam", "件名に [SPAM] が付きます", "[SPAM] appears in the subject"),
    E6("asked-for-password", "ID・パスワードを何度も求められます", "I am asked for my ID and password again and again"),
    E7("password-unknown", "パスワードがわかりません", "I do not know my password"),
    E8("abroad", "国外に来たら送信できなくなりました", "I cannot send since I went abroad"),
    E9("certificate-warning", "証明書（コモンネーム）の警告が出ます", "My mail program warns about the certificate"),
    E10("unknown-bounces", "身に覚えのないエラーメールが届きます", "I get error mail about messages I never sent"),
    E11("maildir-over-quota", "送信元に「maildir over quota.」と返ります", "Senders are told \"maildir over quota.\""),
    E12("gone-from-trash", "ごみ箱に移したメールが消えました", "Mail disappeared from my Trash"),
    E13("mail-disappeared", "受信したメールが消えました", "Mail I had received disappeared"),
    E14("destination-refuses", "Gmail など特定の宛先に届きません", "My mail does not reach Gmail or another destination"),
    E15("bulk-refused", "大量に送ったときだけ届きません", "My mail is refused only when I send to many");

    private final String slug;
    private final String japanese;
    private final String english;

    Symptom(String slug, String ja, String en) {
        this.slug = slug;
        this.japanese = ja;
        this.english = en;
    }

    /** As it stands in URLs. */
    public String slug() {
        return slug;
    }

    public Phrase complaint() {
        return new Phrase(japanese, english);
    }

    /** By code or slug, in any case. */
    public static Optional<Symptom> named(String word) {
        String wanted = word.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(symptom -> symptom.slug.equals(wanted)
                        || symptom.name().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }
}
