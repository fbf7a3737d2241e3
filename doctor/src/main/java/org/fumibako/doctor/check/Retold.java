// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fumibako.doctor.Phrase;

/** Sentences that the journal keeps in English, as people of either language read them; what is not known is left as it is. */
final class Retold {
    private static final List<Retelling> ALL = List.of(
            new Retelling("filed into \"([^\"]*)\"", "「$1」に入れました"),
            new Retelling("sent on to (\\S+)", "$1 へ転送しました"),
            new Retelling("kept, because there is no mailbox \"([^\"]*)\",", "「$1」というフォルダーがないため、受信箱に残しました"),
            new Retelling("a rule \\(([^,]+), line (\\d+)\\)", "ルール（$1 の $2行目）"),
            new Retelling("rule \"(.*)\" \\(([^,]+), line (\\d+)\\)", "ルール「$1」（$2 の $3行目）"),
            new Retelling("no rule of (.+)", "$1 のどのルールにも当たらないため"),
            new Retelling(
                    "it sent to (\\d+) recipients within an hour, and to (\\d+) on its busiest day before",
                    "1時間に $1件の宛先へ送信されました（これまで最も多い日で $2件）"),
            new Retelling("it sent from (.+), a country nobody had signed in from", "これまでサインインのなかった国（$1）から送信されました"),
            new Retelling("it sent from a place nobody had signed in from", "これまでサインインのなかった場所から送信されました"),
            new Retelling("(\\d+) recipients were refused, by (\\d+) domains", "$2 のドメインから計 $1件の受信拒否がありました"),
            new Retelling("OFF, spam from .*", "OFF"),
            new Retelling("LENIENT, spam from ([\\d.]+)", "ゆるい設定、$1点から迷惑メール"),
            new Retelling("STANDARD, spam from ([\\d.]+)", "標準の設定、$1点から迷惑メール"),
            new Retelling("STRICT, spam from ([\\d.]+)", "厳しい設定、$1点から迷惑メール"),
            new Retelling("STRICTEST, spam from ([\\d.]+)", "最も厳しい設定、$1点から迷惑メール"),
            new Retelling("app password \"(.*)\" is revoked", "取り消されたアプリパスワード「$1」です"),
            new Retelling("app password \"(.*)\" is not for (\\w+)", "アプリパスワード「$1」は $2 に使えません"),
            new Retelling("the spam filter", "迷惑メールフィルタ"));

    private Retold() {}

    private record Retelling(Pattern english, String japanese) {
        Retelling(String english, String japanese) {
            this(Pattern.compile(english), japanese);
        }
    }

    /** One sentence, or several with semicolons between. */
    static Phrase of(String english) {
        StringBuilder japanese = new StringBuilder();
        for (String part : english.split("; ", -1)) {
            japanese.append(japanese.isEmpty() ? "" : "。").append(part(part));
        }
        return new Phrase(japanese.toString(), english);
    }

    private static String part(String english) {
        for (Retelling one : ALL) {
            Matcher matcher = one.english().matcher(english);
            if (matcher.matches()) {
                return matcher.replaceFirst(one.japanese());
            }
        }
        return english;
    }
}
