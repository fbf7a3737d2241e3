// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.fumibako.doctor.bounce.ErrorMail.Failure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** More of what people paste: every large provider and server, whole or cut, in both languages. */
class MoreDialectsTest {
    private static final String KEN = "ken@";

    static Stream<Arguments> dialects() {
        return Stream.of(
                Arguments.of("gmail, address", "gmail.com", "no-such-address", """
                        Address not found
                        Your message wasn't delivered to ken@gmail.com because the address couldn't be found, or is unable to receive mail.
                        The response from the remote server was:
                        550 5.1.1 The email account that you tried to reach does not exist. Please try double-checking the recipient's email address for typos or unnecessary spaces.
                        """),
                Arguments.of("gmail, Japanese, address", "gmail.com", "no-such-address", """
                        アドレス不明
                        メールは ken@gmail.com に配信されませんでした。アドレスが見つからないか、メールを受信できないアドレスです。
                        応答:
                        550 5.1.1 The email account that you tried to reach does not exist.
                        """),
                Arguments.of("gmail, full", "gmail.com", "mailbox-full", """
                        <ken@gmail.com>: host gmail-smtp-in.l.google.com[142.250.1.1] said: 452-4.2.2 The recipient's inbox is out of storage space.
                            452 4.2.2 Please direct the recipient to https://support.google.com/mail/?p=OverQuotaTemp (in reply to RCPT TO command)
                        """),
                Arguments.of("gmail, volume", "gmail.com", "too-many", """
                        <ken@gmail.com>: host gmail-smtp-in.l.google.com[142.250.1.1] said:
                            421-4.7.28 Gmail has detected an unusual rate of unsolicited mail originating
                            from your IP address. (in reply to end of DATA command)
                        """),
                Arguments.of("gmail, no PTR", "gmail.com", "no-reverse-name", """
                        <ken@gmail.com>: host gmail-smtp-in.l.google.com[142.250.1.1] said: 550-5.7.25 [203.0.113.9] The IP address sending this message does not have a PTR record setup (in reply to end of DATA command)
                        """),
                Arguments.of("microsoft 365", "contoso.com", "no-such-address", """
                        Delivery has failed to these recipients or groups:
                        ken@contoso.com (ken@contoso.com)
                        Your message couldn't be delivered. Despite repeated attempts to contact the recipient's email system it didn't respond.
                        Diagnostic information for administrators:
                        Generating server: TYCPR01MB1234.jpnprd01.prod.outlook.com
                        ken@contoso.com
                        Remote server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient ken@contoso.com not found by SMTP address lookup'
                        """),
                Arguments.of("microsoft 365, Japanese", "contoso.com", "no-such-address", """
                        次の受信者またはグループへの配信に失敗しました:
                        ken@contoso.com
                        入力した電子メール アドレスが見つかりませんでした。受信者の電子メール アドレスを確認し、メッセージを再送信してみてください。
                        管理者用の診断情報:
                        Remote Server returned '550 5.1.1 <ken@contoso.com>: Email address could not be found, or was misspelled'
                        """),
                Arguments.of("outlook.com, blocked", "outlook.com", "blocklisted", """
                        <ken@outlook.com>: host outlook-com.olc.protection.outlook.com[52.101.1.1] said: 550 5.7.1 Unfortunately, messages from [203.0.113.9] weren't sent. Please contact your Internet service provider since part of their network is on our block list (S3150). (in reply to MAIL FROM command)
                        """),
                Arguments.of("outlook.com, unauthenticated", "outlook.com", "unauthenticated", """
                        <ken@outlook.com>: host outlook-com.olc.protection.outlook.com[52.101.1.1] said: 550 5.7.515 Access denied, sending domain example.jp doesn't meet the required authentication level. (in reply to end of DATA command)
                        """),
                Arguments.of("yahoo.com", "yahoo.com", "no-such-address", """
                        <ken@yahoo.com>: host mta5.am0.yahoodns.net[67.195.1.1] said: 552 1 Requested mail action aborted, mailbox not found (in reply to end of DATA command)
                        """),
                Arguments.of("yahoo.co.jp", "yahoo.co.jp", "no-such-address", """
                        Hi. This is the qmail-send program at mail.example.jp.
                        I'm afraid I wasn't able to deliver your message to the following addresses.
                        <ken@yahoo.co.jp>:
                        183.79.1.1 failed after I sent the message.
                        Remote host said: 554 delivery error: dd This user doesn't have a yahoo.co.jp account (ken@yahoo.co.jp) [-5] - mta1.mail.ssk.yahoo.co.jp
                        """),
                Arguments.of("docomo", "docomo.ne.jp", "no-such-address", """
                        <ken@docomo.ne.jp>: host mfsmax.docomo.ne.jp[203.138.1.1] said: 550 Unknown user
                            ken@docomo.ne.jp (in reply to RCPT TO command)
                        """),
                Arguments.of("au", "ezweb.ne.jp", "no-such-address", """
                           ----- The following addresses had permanent fatal errors -----
                        <ken@ezweb.ne.jp>
                            (reason: 550 <ken@ezweb.ne.jp>: User unknown)
                        """),
                Arguments.of("softbank", "softbank.ne.jp", "no-such-address", """
                        <ken@softbank.ne.jp>: host mx.softbank.ne.jp[117.46.1.1] said: 550 Invalid recipient: <ken@softbank.ne.jp> (in reply to RCPT TO command)
                        """),
                Arguments.of("exim, no domain", "exmaple.jp", "no-such-domain", """
                        This message was created automatically by mail delivery software.
                        A message that you sent could not be delivered to one or more of its recipients. This is a permanent error. The following address(es) failed:
                          ken@exmaple.jp
                            Unrouteable address: 550 host not found
                        """),
                Arguments.of("postfix, no domain", "exmaple.jp", "no-such-domain", """
                        <ken@exmaple.jp>: Host or domain name not found. Name service error for name=exmaple.jp type=AAAA: Host not found
                        Final-Recipient: rfc822; ken@exmaple.jp
                        Action: failed
                        Status: 5.4.4
                        Diagnostic-Code: X-Postfix; Host or domain name not found. Name service error for name=exmaple.jp
                        """),
                Arguments.of("postfix, nobody answers", "example.org", "unreachable", """
                        <ken@example.org>: connect to mx.example.org[192.0.2.7]:25: Connection timed out
                        Final-Recipient: rfc822; ken@example.org
                        Action: delayed
                        Status: 4.4.1
                        Diagnostic-Code: X-Postfix; connect to mx.example.org[192.0.2.7]:25: Connection timed out
                        """),
                Arguments.of("qmail", "example.org", "no-such-address", """
                        Hi. This is the qmail-send program at mail.example.org.
                        <ken@example.org>:
                        Sorry, no mailbox here by that name. (#5.1.1)
                        """),
                Arguments.of("exchange, size", "corp.example", "too-large", """
                        ken@corp.example
                        This message is larger than the size limit for messages. Please make it smaller and try sending it again.
                        #550 5.3.4 ROUTING.SizeLimit; message size exceeds fixed maximum message size ##
                        """),
                Arguments.of("ours, full", "example.jp", "mailbox-full", """
                        宛先: ken@example.jp
                        配信できませんでした。宛先のメールボックスがいっぱいです。
                        相手サーバーの応答: 552 5.2.2 maildir over quota.
                        """),
                Arguments.of("spamhaus", "example.org", "blocklisted", """
                        <ken@example.org>: host mx.example.org[192.0.2.7] said: 554 5.7.1 Service unavailable; Client host [203.0.113.9] blocked using zen.spamhaus.org (in reply to RCPT TO command)
                        """),
                Arguments.of("greylisting", "example.org", "greylisted", """
                        <ken@example.org>: host mx.example.org[192.0.2.7] said: 450 4.2.0 <ken@example.org>: Recipient address rejected: Greylisted, see http://postgrey.example (in reply to RCPT TO command)
                        """));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dialects")
    void isUnderstood(String name, String domain, String key, String text) {
        ErrorMail mail = ErrorMail.read(text);
        assertThat(mail.failures()).extracting(Failure::address).contains(KEN + domain);
        Failure failure = mail.failures().stream()
                .filter(one -> one.address().equals(KEN + domain))
                .findFirst()
                .orElseThrow();
        assertThat(failure.meaning().key()).as(failure.words()).isEqualTo(key);
    }
}
