// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.endpoint;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Why a request was refused: a code that never changes, an HTTP status, and what a person is told: what happened, why, and what
 * to do next. A word in braces stands for a fact.
 */
public enum ErrorCode {
    NO_SUCH_ENDPOINT(
            404,
            "見つかりませんでした。この機能はサーバーにありません。画面を再読み込みしてください。",
            "Not found. This server has no such function. Reload the page."),
    METHOD_NOT_ALLOWED(
            405,
            "実行できませんでした。この操作は受け付けていません。画面を再読み込みしてください。",
            "Not done. This address does not take that method. Reload the page."),
    NOT_SIGNED_IN(
            401,
            "ログインが必要です。ログインしていないか、時間が過ぎました。もう一度ログインしてください。",
            "Please sign in. You are not signed in, or the session has ended."),
    SIGN_IN_FAILED(
            401,
            "ログインできませんでした。アドレスかパスワードが違います。アドレスは @ 以降も入力してください。",
            "You could not be signed in. The address or the password is wrong. Enter the whole address, with the part after @."),
    CODE_REQUIRED(
            401,
            "確認コードが必要です。2段階認証が ON です。認証アプリの6桁のコードか、リカバリーコードを入力してください。",
            "A code is needed. Two-step sign-in is on. Enter the six digits of your authenticator app, or a recovery code."),
    CODE_WRONG(
            401,
            "確認できませんでした。コードが違うか、すでに使われています。新しいコードが出るのを待って入力してください。",
            "Not confirmed. The code is wrong, or was used already. Wait for the next code and enter that."),
    TWO_STEP_ON(
            409,
            "設定できませんでした。2段階認証はすでに ON です。変えるときは、先に OFF にしてください。",
            "Not done. Two-step sign-in is on already. To change it, switch it off first."),
    TOO_MANY_ROWS(
            400,
            "取り込めませんでした。1回に {max}件を超えています。{max}件ずつに分けてください。",
            "Not imported. There are more than {max} rows. Import {max} at a time."),
    CSV_INVALID(
            400,
            "取り込めませんでした。CSV の {line}行目を読み取れません。引用符と列の数を確認してください。",
            "Not imported. Line {line} of the CSV cannot be read. Check its quotes and columns."),
    CSV_COLUMNS(
            400,
            "取り込めませんでした。見出しの列が足りません。address と password の列を入れてください。",
            "Not imported. Columns are missing. The first line has to name address and password."),
    ADDRESS_TWICE(
            400,
            "取り込めませんでした。{address} が2回あります。どちらか1行にしてください。",
            "Not imported. {address} is there twice. Keep one of the lines."),
    SUSPENDED(
            403,
            "ログインできませんでした。ご利用が停止されています。契約の管理者にお問い合わせください。",
            "You could not be signed in. Access is suspended. Contact whoever manages the contract."),
    TOO_MANY_SIGN_INS(
            429,
            "ログインできませんでした。失敗が続いたため一時的に止めています。{minutes}分ほどたってからお試しください。",
            "You could not be signed in. There were too many failures. Try again in about {minutes} minutes."),
    CROSS_SITE(
            403,
            "実行できませんでした。別のサイトからの操作でした。この画面を開き直してお試しください。",
            "Not done. The request came from another site. Open this page again and retry."),
    CSRF_TOKEN(
            403,
            "実行できませんでした。画面の確認情報が古くなっています。画面を再読み込みしてください。",
            "Not done. The page's security token is missing or old. Reload the page."),
    NOT_ALLOWED(
            403,
            "実行できませんでした。この操作の権限がありません。権限のあるログインでお試しください。",
            "Not done. Your login may not do this. Use one that may."),
    DOMAIN_NOT_FOUND(
            404,
            "ドメインが見つかりませんでした。名前が違うか、削除されています。一覧から選び直してください。",
            "The domain was not found. The name is different, or it was removed. Choose it from the list again."),
    ACCOUNT_NOT_FOUND(
            404,
            "メールアカウントが見つかりませんでした。アドレスが違うか、削除されています。一覧から選び直してください。",
            "The mail account was not found. The address is different, or it was deleted. Choose it from the list again."),
    NOT_FOUND(
            404,
            "見つかりませんでした。すでに削除された可能性があります。一覧から選び直してください。",
            "Not found. It may have been removed. Choose it from the list again."),
    NOT_JSON(
            400,
            "実行できませんでした。送られた内容を読み取れません。画面を再読み込みしてください。",
            "Not done. The request's content cannot be read. Reload the page."),
    BODY_TOO_LARGE(
            413,
            "実行できませんでした。送られた内容が大きすぎます。{limit}KB 以下にしてください。",
            "Not done. The request is too large. Send {limit} KB at most."),
    TOO_SLOW(
            408,
            "実行できませんでした。送信に時間がかかりすぎました。通信状態を確認して、もう一度お試しください。",
            "Not done. The request took too long to arrive. Check the connection and try again."),
    CONTENT_TYPE(
            415,
            "実行できませんでした。内容の形式が違います。application/json で送ってください。",
            "Not done. The content has the wrong type. Send application/json."),
    FIELD_UNKNOWN(
            400,
            "実行できませんでした。{field} という項目はありません。項目の名前を確認してください。",
            "Not done. There is no field {field}. Check its name."),
    FIELD_MISSING(
            400,
            "入力が足りません。{field} がありません。入力してからもう一度お試しください。",
            "Something is missing. There is no {field}. Fill it in and try again."),
    FIELD_INVALID(
            400,
            "入力を読み取れませんでした。{field} の形が違います。入力し直してください。",
            "The input cannot be read. {field} has the wrong form. Enter it again."),
    QUOTA_OUT_OF_RANGE(
            400,
            "保存できませんでした。容量が 1〜20,000MB の範囲にありません。20,000MB 以下で入力してください。",
            "Not saved. The storage is not within 1 to 20,000 MB. Enter at most 20,000 MB."),
    ADDRESS_INVALID(
            400,
            "追加できませんでした。{address} はメールアドレスとして使えません。@ の前を半角の英数字で入力してください。",
            "Not added. {address} cannot be a mail address. Use letters and digits before the @."),
    ACCOUNT_EXISTS(
            409,
            "追加できませんでした。{address} はすでにあります。別のアドレスを入力してください。",
            "Not added. {address} exists already. Enter another address."),
    ALIAS_EXISTS(
            409,
            "追加できませんでした。{address} は別名として使われています。別のアドレスを入力してください。",
            "Not added. {address} is an alias already. Enter another address."),
    ACCOUNT_NAME_INVALID(
            400,
            "保存できませんでした。名前は1行で{max}文字までです。短くしてください。",
            "Not saved. A name is one line of at most {max} characters. Shorten it."),
    ACCOUNT_IS_ONLY_TARGET(
            409,
            "削除できませんでした。別名 {alias} の届け先がこのアカウントだけです。先に別名を変更してください。",
            "Not deleted. Alias {alias} leads to this account only. Change the alias first."),
    PLAN_DOMAINS(
            409,
            "追加できませんでした。プランのドメイン数の上限 {limit}件に達しています。プランを変更するか、使わないドメインを外してください。",
            "Not added. The plan's limit of {limit} domains is reached. Change the plan, or remove a domain you do not use."),
    PLAN_ACCOUNTS(
            409,
            "追加できませんでした。プランのアカウント数の上限 {limit}件に達しています。プランを変更するか、使わないアカウントを削除してください。",
            "Not added. The plan's limit of {limit} accounts is reached. Change the plan, or delete an account you do not use."),
    PLAN_QUOTA(
            409,
            "保存できませんでした。容量の合計がプランの上限 {limit}MB を超えます。ほかのアカウントの容量を減らすか、プランを変更してください。",
            "Not saved. All storage together would exceed the plan's {limit} MB. Reduce another account's, or change the plan."),
    PASSWORD_TOO_SHORT(
            400,
            "このパスワードは使えません。{min}文字より短いためです。{min}文字以上で入力してください。",
            "This password cannot be used. It is too short. Enter at least {min} characters."),
    PASSWORD_TOO_LONG(
            400,
            "このパスワードは使えません。{max}文字を超えています。{max}文字以内で入力してください。",
            "This password cannot be used. It is too long. Enter at most {max} characters."),
    PASSWORD_CONTROL_CHARACTER(
            400,
            "このパスワードは使えません。改行などの文字が入っています。別の{min}文字以上を入力してください。",
            "This password cannot be used. It has a line end or another control character. Enter another one."),
    PASSWORD_CONTAINS_ADDRESS(
            400,
            "このパスワードは使えません。アドレスと同じ文字が入っています。別の{min}文字以上を入力してください。",
            "This password cannot be used. It contains the address. Enter another one of at least {min} characters."),
    PASSWORD_COMMON(
            400,
            "このパスワードは使えません。多くの人が使っていて、すぐに破られます。別の{min}文字以上を入力してください。",
            "This password cannot be used. Many people use it, and it is guessed at once. Enter another one."),
    PASSWORD_WRONG(
            400,
            "変更できませんでした。今のパスワードが違います。もう一度入力してください。",
            "Not changed. The current password is wrong. Enter it again."),
    FORWARD_EXISTS(
            409,
            "追加できませんでした。{target} への転送はすでにあります。別のアドレスを入力してください。",
            "Not added. Mail is forwarded to {target} already. Enter another address."),
    FORWARD_TARGETS(
            409,
            "追加できませんでした。転送先は{limit}件までです。使わない転送先を外してください。",
            "Not added. There can be {limit} forwarding addresses. Remove one you do not use."),
    FORWARD_TO_ITSELF(
            400,
            "追加できませんでした。自分自身には転送できません。別のアドレスを入力してください。",
            "Not added. An account cannot forward to itself. Enter another address."),
    FORWARD_CIRCLE(
            400,
            "追加できませんでした。{target} へ転送すると、メールがこのアカウントに戻ってきます。先に {target} の転送を外してください。",
            "Not added. Mail forwarded to {target} would come back to this account. Remove the forwarding of {target} first."),
    AUTO_REPLY_EMPTY(
            400,
            "保存できませんでした。自動応答の本文がありません。日本語か英語の本文を入力してください。",
            "Not saved. The automatic reply has no text. Enter one in Japanese or in English."),
    AUTO_REPLY_PERIOD(
            400,
            "保存できませんでした。終わりの日時が始まりより前です。日時を入力し直してください。",
            "Not saved. It ends before it begins. Enter the times again."),
    AUTO_REPLY_TEXT(
            400,
            "保存できませんでした。件名は1行で200文字、本文は10,000文字までです。短くしてください。",
            "Not saved. A subject is one line of at most 200 characters, a text has at most 10,000. Shorten it."),
    APP_PASSWORD_NAME(
            400,
            "作成できませんでした。名前は1〜{max}文字の1行です。端末やソフトの名前を入力してください。",
            "Not created. The name is one line of 1 to {max} characters. Enter the name of a device or program."),
    APP_PASSWORD_EXISTS(
            409,
            "作成できませんでした。同じ名前のアプリ用パスワードがあります。別の名前を入力してください。",
            "Not created. There is an app password of that name. Enter another name."),
    APP_PASSWORD_LIMIT(
            409,
            "作成できませんでした。アプリ用パスワードは{limit}件までです。使わないものを取り消してください。",
            "Not created. There can be {limit} app passwords. Revoke one you do not use."),
    TOKEN_SCOPE(
            403,
            "実行できませんでした。このAPIトークンの権限に含まれない操作です。必要な権限を持つトークンを作成してください。",
            "Not done. This API token's scopes do not cover it. Make a token with the scope that is needed."),
    TOKEN_NAME(400, "作成できませんでした。名前は1～{max}文字です。改行は使えません。", "Not created. A name is 1 to {max} characters on one line."),
    TOKEN_LIMIT(
            409,
            "作成できませんでした。APIトークンは{limit}件までです。使わないものを取り消してください。",
            "Not created. There can be {limit} API tokens. Revoke one you do not use."),
    TOKEN_SCOPES(400, "作成できませんでした。権限が選ばれていません。1つ以上選んでください。", "Not created. No scope is chosen. Choose at least one."),
    APP_PASSWORD_USES(
            400, "作成できませんでした。使い道が選ばれていません。1つ以上選んでください。", "Not created. No use is chosen. Choose at least one."),
    PATTERN_INVALID(
            400,
            "追加できませんでした。メールアドレスかドメインとして読めません。info@example.jp や *.example.jp の形で入力してください。",
            "Not added. That is neither an address nor a domain. Enter it like info@example.jp or *.example.jp."),
    FILTER_LIST_FULL(
            409,
            "追加できませんでした。1つのリストは{limit}件までです。使わないものを外してください。",
            "Not added. A list has at most {limit} entries. Remove some you do not use."),
    RULE_INVALID(
            400,
            "保存できませんでした。ルールに足りないところがあります。条件と動作を見直してください。",
            "Not saved. A rule is not complete. Check its conditions and actions."),
    RULES_TOO_MANY(
            400,
            "保存できませんでした。ルールは{limit}件までです。使わないルールを削除してください。",
            "Not saved. There can be {limit} rules. Delete some you do not use."),
    RULES_CHANGED(
            409,
            "保存できませんでした。ほかの画面かソフトが、同じ振り分けを変更しています。読み込み直してから変更してください。",
            "Not saved. Another screen or program has changed these rules. Reload, then change them."),
    RULES_FOREIGN(
            409,
            "保存できませんでした。メールソフトが書いた振り分け（{script}）を使っています。置き換える場合は、先にそう選んでください。",
            "Not saved. Rules written by a mail program ({script}) are in use. To replace them, choose so first."),
    MESSAGE_GONE(
            404,
            "試せませんでした。そのメールはもうありません。一覧を読み込み直してください。",
            "Not tried. The message is not there any more. Reload the list."),
    CUSTOMER_NAME_INVALID(
            400,
            "保存できませんでした。名前は1〜{max}文字の1行です。入力し直してください。",
            "Not saved. A name is one line of 1 to {max} characters. Enter it again."),
    UNDO_OVER(
            409,
            "元に戻せませんでした。すでに戻したか、期限を過ぎています。操作履歴で確認してください。",
            "Not undone. It was undone already, or the time for it is over. See the history."),
    UNDO_OVERTAKEN(
            409,
            "元に戻せませんでした。そのあとに同じ設定が変わっています。今の設定を確認してから変更してください。",
            "Not undone. The same setting was changed again since. Look at it as it is now, and change that."),
    ALREADY_EXISTS(
            409, "追加できませんでした。同じものがすでにあります。別の名前を入力してください。", "Not added. There is one already. Enter another name."),
    IN_USE(
            409,
            "実行できませんでした。ほかの設定で使われています。先にその設定を変更してください。",
            "Not done. Another setting uses it. Change that one first."),
    OVER_LIMIT(
            409, "実行できませんでした。上限に達しています。使わないものを減らしてください。", "Not done. A limit is reached. Remove what you do not use."),
    INVALID(400, "保存できませんでした。入力した内容が使えません。入力を見直してください。", "Not saved. What you entered cannot be used. Check it."),
    DNS_NO_ZONE(
            409,
            "DNS を変更できませんでした。このドメインの DNS は別の契約で管理されています。サポートへご連絡ください。",
            "DNS was not changed. The DNS of this domain is managed under another contract. Contact support."),
    DNS_NOT_A_NAME(
            400,
            "保存できませんでした。ホスト名の形が正しくありません。半角の英数字とハイフン、ピリオドで入力してください。",
            "Not saved. That is not a host name. Use letters, digits, hyphens and dots."),
    DNS_OUTSIDE_ZONE(
            400,
            "保存できませんでした。ホスト名がこのドメインの外にあります。ドメインより左の部分だけを入力してください。",
            "Not saved. The host name is outside this domain. Enter only the part before the domain."),
    DNS_WRONG_TYPE(
            400,
            "保存できませんでした。この種別は編集できません。A、AAAA、CNAME、MX、TXT、SRV、CAA、NS から選んでください。",
            "Not saved. This type cannot be edited. Choose A, AAAA, CNAME, MX, TXT, SRV, CAA or NS."),
    DNS_BAD_CONTENT(
            400,
            "保存できませんでした。内容が種別の形に合っていません。例を見て入力し直してください。",
            "Not saved. The content does not have the form of its type. See the example and enter it again."),
    DNS_BAD_ADDRESS(
            400,
            "保存できませんでした。IP アドレスの形が正しくありません。A は 192.0.2.1、AAAA は 2001:db8::1 の形で入力してください。",
            "Not saved. That is not an IP address. Use the form 192.0.2.1 for A and 2001:db8::1 for AAAA."),
    DNS_ADDRESS_FOR_NAME(
            400,
            "保存できませんでした。この種別にはホスト名が必要です。IP アドレスは A か AAAA で登録してください。",
            "Not saved. This type needs a host name. Enter IP addresses as A or AAAA."),
    DNS_BAD_TTL(
            400,
            "保存できませんでした。TTL が範囲にありません。60〜604800秒で入力してください。",
            "Not saved. The TTL is out of range. Enter 60 to 604800 seconds."),
    DNS_BAD_PRIORITY(
            400,
            "保存できませんでした。優先度が 0〜65535 の範囲にありません。入力し直してください。",
            "Not saved. The priority is out of range. Enter 0 to 65535."),
    DNS_TOO_LONG(
            400,
            "保存できませんでした。内容が長すぎます。短くするか、別のレコードに分けてください。",
            "Not saved. The content is too long. Shorten it, or use several records."),
    DNS_DUPLICATE(
            409, "保存できませんでした。同じレコードがすでにあります。一覧を確認してください。", "Not saved. There is such a record already. See the list."),
    DNS_ALIAS_BESIDE_OTHERS(
            409,
            "保存できませんでした。CNAME は同じホスト名のほかのレコードと一緒に置けません。先にどちらかを削除してください。",
            "Not saved. A CNAME cannot stand beside other records of its name. Remove one of them first."),
    DNS_ALIAS_AT_APEX(
            409,
            "保存できませんでした。ドメインそのものには CNAME を置けません。A か AAAA を使ってください。",
            "Not saved. The domain itself cannot be a CNAME. Use A or AAAA."),
    DNS_NAME_SERVERS_OF_APEX(
            409,
            "保存できませんでした。ドメインそのもののネームサーバーは、ここでは変更できません。ドメインの管理会社で設定してください。",
            "Not saved. The name servers of the domain itself are not set here, but where it is registered."),
    DNS_BELOW_SUB_ZONE(
            409,
            "保存できませんでした。この名前は別のネームサーバーに任せています。そちらで設定してください。",
            "Not saved. This name was given to other name servers. Set it there."),
    DNS_TWO_SPF(
            409,
            "保存できませんでした。SPF は1件しか置けません。2件あるとどちらも無効になります。今ある SPF を編集してください。",
            "Not saved. There can be one SPF record only; two make both invalid. Edit the one there is."),
    DNS_BAD_SPF(400, "保存できませんでした。SPF の書き方に誤りがあります。内容を見直してください。", "Not saved. The SPF record has a mistake. Check it."),
    DNS_SPF_LOOK_UPS(
            400,
            "保存できませんでした。SPF の参照が上限の10回を超えています。使っていない送信元を外してください。",
            "Not saved. The SPF record needs more than 10 look-ups. Take out senders that are not used."),
    DNS_TWO_DMARC(
            409,
            "保存できませんでした。DMARC は1件しか置けません。今ある DMARC を編集してください。",
            "Not saved. There can be one DMARC record only. Edit the one there is."),
    DNS_NULL_MX_BESIDE_OTHERS(
            409,
            "保存できませんでした。受信しない設定の MX は、ほかの MX と一緒に置けません。先にどちらかを削除してください。",
            "Not saved. An MX that refuses all mail cannot stand beside others. Remove one of them first."),
    DNS_TOO_MANY_RECORDS(
            409,
            "保存できませんでした。レコードの数が上限に達しています。使わないものを削除してください。",
            "Not saved. There are too many records. Remove those that are not used."),
    DNS_TOO_MANY_OF_A_TYPE(
            409,
            "保存できませんでした。同じホスト名と種別のレコードが多すぎます。使わないものを削除してください。",
            "Not saved. There are too many records of this name and type. Remove those that are not used."),
    DNS_BAD_FILE(
            400,
            "読み込めませんでした。ゾーンファイルとして読めない行があります。ファイルを確認してください。",
            "Not imported. A line of the zone file cannot be read. Check the file."),
    DNS_NO_SUCH_RECORD(
            404,
            "見つかりませんでした。レコードはすでに削除されています。一覧を読み込み直してください。",
            "Not found. The record was removed already. Reload the list."),
    DNS_NOTHING_TO_UNDO(
            409,
            "元に戻せませんでした。戻せる変更がありません。変更の履歴を確認してください。",
            "Not undone. There is no change that could be. See the history."),
    DNS_SPF_OF_SUBDOMAIN(
            409,
            "設定できませんでした。サブドメインの SPF は自動では設定されません。DNSレコード設定で TXT を追加してください。",
            "Not set. Subdomains have no automatic SPF record. Add a TXT record in the DNS settings."),
    CONTACTS_UNREADABLE(
            400,
            "取り込めませんでした。連絡先が見つかりません。vCard か、見出しに名前・メールアドレスのある CSV を選んでください。",
            "Not imported. There are no contacts in the file. Choose a vCard file, or a CSV whose first line names its columns."),
    UNSUBSCRIBE_FAILED(
            409,
            "配信停止できませんでした。送信元のサーバーが受け付けません。メールの中の配信停止リンクをお試しください。",
            "Not unsubscribed. The list's server does not take it. Try the link in the message."),
    LINK_INVALID(
            400,
            "表示できませんでした。画像のリンクの期限が切れています。メールを開き直してください。",
            "Not shown. The link to the picture has expired. Open the message again."),
    INTERNAL(
            500,
            "実行できませんでした。サーバーで問題が起きました。しばらくしてからもう一度お試しください。",
            "Not done. Something failed on our side. Try again in a while.");

    private final int status;
    private final String japanese;
    private final String english;

    ErrorCode(int status, String japanese, String english) {
        this.status = status;
        this.japanese = japanese;
        this.english = english;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The name in answers: {@code quota-out-of-range}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What a person is told. */
    public String text(Language language, Map<String, String> facts) {
        String text = language == Language.JA ? japanese : english;
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            text = text.replace("{" + fact.getKey() + "}", fact.getValue());
        }
        return text;
    }

    public static Optional<ErrorCode> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
