// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Random;
import java.util.stream.Stream;
import org.fumibako.doctor.bounce.ErrorMail.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every dialect in the shape in which its server writes. */
class ErrorMailTest {
    static Stream<Arguments> dialects() {
        return Stream.of(
                Arguments.of(
                        "postfix", """
                        This is the mail system at host mail.sender.test.

                        <ken@gmail.test>: host mx.gmail.test[192.0.2.9] said: 550-5.1.1 The email
                            account that you tried to reach does not exist. (in reply to RCPT TO command)

                        Reporting-MTA: dns; mail.sender.test

                        Final-Recipient: rfc822; ken@gmail.test
                        Action: failed
                        Status: 5.1.1
                        """,
                        "ken@gmail.test", "no-such-address"),
                Arguments.of(
                        "report only", """
                        Final-Recipient: rfc822; ken@example.net
                        Original-Recipient: rfc822;ken@example.net
                        Action: failed
                        Status: 5.2.2
                        Diagnostic-Code: smtp; 552 5.2.2 maildir over quota.

                        Message-ID: <abc@sender.test>
                        """,
                        "ken@example.net", "mailbox-full"),
                Arguments.of(
                        "qmail", """
                        Hi. This is the qmail-send program at mail.sender.test.

                        <ken@yahoo.test>:
                        192.0.2.20 failed after I sent the message.
                        Remote host said: 554 5.7.9 Message not accepted for policy reasons.
                        """,
                        "ken@yahoo.test", "policy"),
                Arguments.of(
                        "exim", """
                        A message that you sent could not be delivered to one or more of its recipients.

                          ken@outlook.test
                            host mx.outlook.test [192.0.2.30]
                            SMTP error from remote mail server after MAIL FROM:<taro@sender.test>:
                            550 5.7.1 Unfortunately, messages from [192.0.2.1] weren't sent, part of their network is on our block list (S3140).
                        """,
                        "ken@outlook.test", "blocklisted"),
                Arguments.of(
                        "exchange", """
                        Delivery has failed to these recipients or groups:

                        ken@corp.test (ken@corp.test)
                        The address you entered couldn't be found.

                        Remote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup'
                        """,
                        "ken@corp.test", "no-such-address"),
                Arguments.of(
                        "gmail, in Japanese", """
                        ブロックされたメール

                        ken@gmail.test へのメールはブロックされました。詳しくは下の技術情報をご覧ください。

                        応答:
                        550 5.7.26 This mail is unauthenticated, which poses a security risk to the sender and Gmail users.
                        """,
                        "ken@gmail.test", "unauthenticated"),
                Arguments.of(
                        "sendmail", """
                           ----- The following addresses had permanent fatal errors -----
                        <ken@docomo.test>
                            (reason: 550 Unknown user ken@docomo.test)
                        """,
                        "ken@docomo.test", "no-such-address"),
                Arguments.of(
                        "too many", """
                        <ken@yahoo.test>: host mx.yahoo.test[192.0.2.40] said: 421 4.7.0 [TSS04] Messages from 192.0.2.1
                            temporarily deferred due to unexpected volume or user complaints
                        """,
                        "ken@yahoo.test", "too-many"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dialects")
    void aDialectIsUnderstood(String name, String text, String address, String key) {
        ErrorMail mail = ErrorMail.read(text);
        assertThat(mail.failures()).extracting(Failure::address).contains(address);
        Failure failure = mail.failures().stream()
                .filter(one -> one.address().equals(address))
                .findFirst()
                .orElseThrow();
        assertThat(failure.meaning().key()).isEqualTo(key);
        assertThat(failure.meaning().advice().ja()).isNotEmpty();
    }

    @Test
    void theMessageThatItIsAboutIsNamed() {
        assertThat(ErrorMail.read("Message-ID: <abc@sender.test>\n").messageIds())
                .containsExactly("abc@sender.test");
    }

    @Test
    void twoRecipientsAreToldApart() {
        ErrorMail mail = ErrorMail.read("""
                <a@one.test>: host mx.one.test said: 550 5.1.1 no such user

                <b@two.test>: host mx.two.test said: 552 5.2.2 mailbox full
                """);
        assertThat(mail.failures())
                .extracting(Failure::address, failure -> failure.meaning().key())
                .containsExactly(tuple("a@one.test", "no-such-address"), tuple("b@two.test", "mailbox-full"));
    }

    @Test
    void whatIsNoErrorMailExplainsNothing() {
        assertThat(ErrorMail.read("お世話になっております。\n\n山田です。よろしくお願いいたします。\n").failures())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void nothingThatIsPastedDoesHarm(long seed) {
        Random random = new Random(seed);
        String alphabet = "<>@:.;#-45 50\n\r\tabcZé漢";
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 300_000; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        assertThatCode(() -> ErrorMail.read(text.toString())).doesNotThrowAnyException();
        assertThat(ErrorMail.read(text.toString()).failures()).hasSizeLessThanOrEqualTo(ErrorMail.MAX_FAILURES);
    }
}
