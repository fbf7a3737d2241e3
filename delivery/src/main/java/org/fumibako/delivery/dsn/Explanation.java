// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.dsn;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.fumibako.model.DomainName;

/** The part of a notification that people read: Japanese first, then English. Lines end in LF. */
final class Explanation {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx", Locale.ROOT);

    private final DomainName host;
    private final ZoneId zone;

    Explanation(DomainName host, ZoneId zone) {
        this.host = host;
        this.zone = zone;
    }

    static String subject(Report report) {
        if (report.occasion() != Report.Occasion.SENT) {
            return "メールを転送できませんでした (Forwarded mail was not delivered)";
        }
        return switch (report.worst()) {
            case FAILED -> "メールを配信できませんでした (Undelivered mail)";
            case DELAYED -> "メールの配信が遅れています (Delayed mail)";
            case RELAYED -> "メールを相手サーバーへ渡しました (Relayed mail)";
            case DELIVERED -> "メールを配信しました (Delivered mail)";
        };
    }

    String of(Report report) {
        StringBuilder text = new StringBuilder(2_000);
        text.append("このメールは ").append(host).append(" のメールシステムからの自動送信です。\n");
        text.append(
                switch (report.occasion()) {
                    case SENT -> "";
                    case FORWARDED -> "\n転送設定により転送したメールを、転送先が受け取りませんでした。メールはメールボックスに残っています。\n";
                    case PUT_BACK -> "\n転送設定により転送したメールを、転送先が受け取りませんでした。メールはメールボックスに戻しました。\n";
                });
        for (Reported recipient : report.recipients()) {
            japanese(text, recipient, report.occasion());
        }
        if (report.worst() == Action.DELAYED) {
            text.append("\n配信は自動的に続けます。もう一度お送りいただく必要はありません。\n");
        }
        text.append("\n----------------------------------------------------------------------\n\n");
        text.append("This message was created automatically by the mail system at ")
                .append(host)
                .append(".\n");
        text.append(
                switch (report.occasion()) {
                    case SENT -> "";
                    case FORWARDED ->
                        "\nA message that was forwarded by your settings was not taken by the target. It is in your mailbox.\n";
                    case PUT_BACK ->
                        "\nA message that was forwarded by your settings was not taken by the target. It was put back into your"
                                + " mailbox.\n";
                });
        for (Reported recipient : report.recipients()) {
            english(text, recipient, report.occasion());
        }
        if (report.worst() == Action.DELAYED) {
            text.append("\nDelivery goes on by itself. You do not need to send the message again.\n");
        }
        return text.toString();
    }

    private void japanese(StringBuilder text, Reported recipient, Report.Occasion occasion) {
        text.append("\n宛先: ").append(address(recipient)).append('\n');
        switch (recipient.action()) {
            case FAILED ->
                text.append("配信できませんでした。")
                        .append(advice(recipient, occasion).japanese())
                        .append('\n');
            case DELAYED -> {
                text.append("まだ配信できていません。");
                recipient
                        .retryUntil()
                        .ifPresent(until -> text.append(time(until)).append(" まで配信を試みます。"));
                text.append('\n');
            }
            case RELAYED -> text.append("相手サーバーへ渡しました。相手サーバーは配信の結果を知らせません。\n");
            case DELIVERED -> text.append("配信しました。\n");
        }
        words(text, recipient, "相手サーバー: ", "相手サーバーの応答: ", "状況: ");
    }

    private void english(StringBuilder text, Reported recipient, Report.Occasion occasion) {
        text.append("\nTo: ").append(address(recipient)).append('\n');
        switch (recipient.action()) {
            case FAILED ->
                text.append("The message could not be delivered. ")
                        .append(advice(recipient, occasion).english())
                        .append('\n');
            case DELAYED -> {
                text.append("The message has not been delivered yet.");
                recipient
                        .retryUntil()
                        .ifPresent(until -> text.append(" It will be tried until ")
                                .append(time(until))
                                .append('.'));
                text.append('\n');
            }
            case RELAYED ->
                text.append("The message was passed to the recipient's server, which does not report what becomes of"
                        + " it.\n");
            case DELIVERED -> text.append("The message was delivered.\n");
        }
        words(text, recipient, "Server: ", "It answered: ", "What happened: ");
    }

    private static Advice advice(Reported recipient, Report.Occasion occasion) {
        return occasion == Report.Occasion.SENT ? Advice.of(recipient.attempt().status()) : Advice.FORWARDED;
    }

    private static void words(StringBuilder text, Reported recipient, String server, String reply, String event) {
        if (!recipient.attempt().server().isEmpty()) {
            text.append(server)
                    .append(FieldText.line(recipient.attempt().server(), 300))
                    .append('\n');
        }
        text.append(recipient.attempt().reply().isPresent() ? reply : event)
                .append(FieldText.line(recipient.attempt().words(), 1_000))
                .append('\n');
    }

    private static String address(Reported recipient) {
        return FieldText.line(recipient.address().toString(), 400);
    }

    private String time(Instant moment) {
        return TIME.format(moment.atZone(zone));
    }
}
