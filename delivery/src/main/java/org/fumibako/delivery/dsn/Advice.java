// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.dsn;

import org.fumibako.model.EnhancedStatus;

/** What a status code means for the one who wrote the message, and what to do next (RFC 3463). */
record Advice(String japanese, String english) {
    private static final Advice NO_SUCH_ADDRESS = new Advice(
            "宛先のメールアドレスが存在しません。アドレスの綴りを確かめ、正しい宛先へもう一度お送りください。",
            "There is no such address. Please check its spelling and send the message again.");
    private static final Advice NO_SUCH_DOMAIN = new Advice(
            "宛先のドメイン（@ の右側）がメールを受け取れません。綴りを確かめ、正しければ相手の方へ別の手段でお知らせください。",
            "The domain (right of the @) takes no mail. Please check its spelling; if it is right, tell the recipient"
                    + " in another way.");
    private static final Advice MAILBOX_CLOSED = new Advice(
            "宛先のメールボックスは現在使われていません。相手の方へ別の手段でご確認ください。",
            "The recipient's mailbox is not in use at present. Please ask the recipient in another way.");
    private static final Advice MAILBOX_FULL = new Advice(
            "宛先のメールボックスがいっぱいです。相手の方に空きを作っていただいてから、もう一度お送りください。",
            "The recipient's mailbox is full. Please send the message again when the recipient has made room.");
    private static final Advice TOO_LARGE = new Advice(
            "メールが大きすぎます。添付ファイルを小さくするか、分けてお送りください。",
            "The message is too large. Please make its attachments smaller, or send them in several messages.");
    private static final Advice LOOP = new Advice(
            "転送の設定が輪になっていて、メールが届きません。宛先の管理者へお知らせください。",
            "Forwarding goes round in circles, so that the message never arrives. Please tell whoever runs the"
                    + " recipient's mail.");
    private static final Advice UNREACHABLE = new Advice(
            "宛先のサーバーに接続できませんでした。時間をおいてもう一度お送りいただくか、相手の方へ別の手段でお知らせください。",
            "The recipient's server could not be reached. Please send the message again later, or tell the recipient in"
                    + " another way.");
    private static final Advice NOT_CONVERTIBLE = new Advice(
            "宛先のサーバーが、このメールの形式や文字（日本語のメールアドレスなど）に対応していません。別の形式、または英数字のアドレスでお送りください。",
            "The recipient's server does not support what the message contains (such as an address that is not plain"
                    + " ASCII). Please send it in another form, or from an ASCII address.");
    private static final Advice NOT_PERMITTED = new Advice(
            "宛先のサーバーが方針によりこのメールを断りました。内容や添付ファイルを見直し、続くときはこのお知らせを添えて管理者へご相談ください。",
            "The recipient's server refused the message for reasons of its own policy. Please look at its content and"
                    + " attachments; if this goes on, show this message to your administrator.");
    private static final Advice OTHER = new Advice(
            "宛先のサーバーがメールを受け取りませんでした。下の「相手サーバーの応答」をご確認のうえ、わからないときは管理者へご相談ください。",
            "The recipient's server did not take the message. Its answer is below; if it does not help, show this"
                    + " message to your administrator.");

    /** For the owner of an account that forwards; it is not he who wrote the message. */
    static final Advice FORWARDED = new Advice(
            "転送先のアドレスが正しく、受信できる状態かどうかを転送設定でご確認ください。",
            "Please check in the forwarding settings that the target's address is right and takes mail.");

    static Advice of(EnhancedStatus status) {
        return switch (status.subject()) {
            case 1 -> ofAddress(status.detail());
            case 2 -> ofMailbox(status.detail());
            case 3 -> status.detail() == 4 ? TOO_LARGE : OTHER;
            case 4 -> ofNetwork(status.detail());
            case 6 -> NOT_CONVERTIBLE;
            case 7 -> NOT_PERMITTED;
            default -> OTHER;
        };
    }

    private static Advice ofAddress(int detail) {
        return switch (detail) {
            case 0, 1, 3, 6 -> NO_SUCH_ADDRESS;
            case 2, 10 -> NO_SUCH_DOMAIN;
            case 7, 8 -> NOT_PERMITTED;
            default -> OTHER;
        };
    }

    private static Advice ofMailbox(int detail) {
        return switch (detail) {
            case 1 -> MAILBOX_CLOSED;
            case 2 -> MAILBOX_FULL;
            case 3 -> TOO_LARGE;
            default -> OTHER;
        };
    }

    private static Advice ofNetwork(int detail) {
        return switch (detail) {
            case 4 -> NO_SUCH_DOMAIN;
            case 6 -> LOOP;
            default -> UNREACHABLE;
        };
    }
}
