// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.fumibako.model.BodyType;
import org.fumibako.model.Content;
import org.fumibako.model.EmailAddress;
import org.fumibako.testkit.ReceivedMail;
import org.fumibako.testkit.SinkMx;
import org.fumibako.testkit.SinkScript;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Messages and addresses that a server does not take as they are. */
@Timeout(60)
class ConversionTest {
    private static final String KANJI = "\u6587\u7bb1";

    private final Outside outside = new Outside();

    @AfterEach
    void close() throws Exception {
        outside.close();
    }

    @Test
    void eightBitTextIsAnnouncedWhereItIsTaken() throws Exception {
        ReceivedMail mail =
                arrives(SinkScript.MODERN, "Content-Type: text/plain; charset=utf-8\r\n\r\n" + KANJI + "\r\n");
        assertThat(mail.mail()).endsWith(" BODY=8BITMIME");
        assertThat(mail.octets()).asString(StandardCharsets.UTF_8).endsWith(KANJI + "\r\n");
    }

    @Test
    void textBecomesQuotedPrintableWhereItIsNot() throws Exception {
        ReceivedMail mail = arrives(SinkScript.PLAIN, """
                Subject: x
                MIME-Version: 1.0
                Content-Transfer-Encoding:
                 8bit
                Content-Type: text/plain; charset=utf-8

                %s = 1 \s
                .
                """.formatted(KANJI).replace("\n", "\r\n"));
        assertThat(mail.text()).isEqualTo("""
                Subject: x
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: quoted-printable

                =E6=96=87=E7=AE=B1 =3D 1 =20
                .
                """.replace("\n", "\r\n"));
        assertThat(mail.mail()).isEqualTo("MAIL FROM:<taro@near.test>");
    }

    @Test
    void onlyThePartsThatNeedItAreEncoded() throws Exception {
        ReceivedMail mail =
                arrives(SinkScript.PLAIN, """
                MIME-Version: 1.0
                Content-Transfer-Encoding: 8bit
                Content-Type: multipart/mixed; boundary=b

                --b

                plain  stays
                --b
                Content-Type: image/x
                Content-Transfer-Encoding: 8bit

                %s
                --b
                Content-Type: message/rfc822
                Content-Transfer-Encoding: 8bit

                Subject: inner
                Content-Type: text/plain; charset=utf-8
                MIME-Version: 1.0
                Content-Transfer-Encoding: 8bit

                %s
                --b--
                """.formatted(KANJI, KANJI).replace("\n", "\r\n"));
        assertThat(mail.text())
                .isEqualTo("""
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=b

                --b

                plain  stays
                --b
                Content-Type: image/x
                Content-Transfer-Encoding: base64

                %s
                --b
                Content-Type: message/rfc822

                Subject: inner
                Content-Type: text/plain; charset=utf-8
                MIME-Version: 1.0
                Content-Transfer-Encoding: quoted-printable

                =E6=96=87=E7=AE=B1
                --b--
                """.formatted(Base64.getEncoder().encodeToString(KANJI.getBytes(StandardCharsets.UTF_8)))
                        .replace("\n", "\r\n"));
    }

    @Test
    void whatNeverDeclaredMimeDoesSoNow() throws Exception {
        ReceivedMail mail = arrives(SinkScript.PLAIN, "Subject: x\r\n\r\n" + KANJI + "\r\n");
        assertThat(mail.text()).isEqualTo("""
                Subject: x
                MIME-Version: 1.0
                Content-Type: text/plain; charset=unknown-8bit
                Content-Transfer-Encoding: quoted-printable

                =E6=96=87=E7=AE=B1
                """.replace("\n", "\r\n"));
    }

    @Test
    void whatWasSignedIsNotTouched() throws Exception {
        Outcome outcome = outcome(SinkScript.PLAIN, """
                Content-Type: multipart/signed; boundary=b; protocol="application/pgp-signature"

                --b
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                %s
                --b
                Content-Type: application/pgp-signature

                x
                --b--
                """.formatted(KANJI).replace("\n", "\r\n"));
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(outcome.attempt().status()).hasToString("5.6.3");
    }

    @Test
    void aHeaderInEightBitCannotBeConverted() throws Exception {
        Outcome outcome = outcome(SinkScript.PLAIN, "Subject: " + KANJI + "\r\n\r\nx\r\n");
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(outcome.attempt().status()).hasToString("5.6.3");
    }

    @Test
    void aNulInTheBodyIsEncodedAndOneInTheHeaderIsRefused() throws Exception {
        ReceivedMail mail = arrives(SinkScript.MODERN, "MIME-Version: 1.0\r\nContent-Type: x/y\r\n\r\na\0b");
        assertThat(mail.text())
                .isEqualTo(
                        "MIME-Version: 1.0\r\nContent-Type: x/y\r\nContent-Transfer-Encoding: base64\r\n\r\nYQBi\r\n");
        assertThat(outcome(SinkScript.MODERN, "X: a\0b\r\n\r\n")).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void binaryGoesAsItIsWhereItMay() throws Exception {
        SinkMx sink = outside.exchange(SinkScript.MODERN.offering("CHUNKING").offering("BINARYMIME"));
        String text = "MIME-Version: 1.0\r\nContent-Type: x/y\r\nContent-Transfer-Encoding: binary\r\n\r\na\0\n\r.";
        outside.client(sink.port()).deliver(Outside.HOP, binary(text));
        assertThat(sink.received().getFirst().text()).isEqualTo(text);
        assertThat(sink.received().getFirst().mail()).contains(" BODY=BINARYMIME");
    }

    @Test
    void binaryIsEncodedWhereItMayNot() throws Exception {
        SinkMx sink = outside.exchange(SinkScript.MODERN.offering("CHUNKING"));
        String text = "MIME-Version: 1.0\r\nContent-Type: x/y\r\nContent-Transfer-Encoding: binary\r\n\r\na\n\r.";
        outside.client(sink.port()).deliver(Outside.HOP, binary(text));
        assertThat(sink.received().getFirst().text())
                .isEqualTo(
                        "MIME-Version: 1.0\r\nContent-Type: x/y\r\nContent-Transfer-Encoding: base64\r\n\r\nYQoNLg==\r\n");
    }

    @Test
    void anInternationalHeaderNeedsAServerThatKnowsIt() throws Exception {
        String text = "Subject: " + KANJI + "\r\n\r\nx\r\n";
        SinkMx sink = outside.exchange(SinkScript.MODERN);
        outside.client(sink.port()).deliver(Outside.HOP, international(Outside.SENDER, text, "a@far.test"));
        assertThat(sink.received().getFirst().mail()).endsWith(" BODY=8BITMIME SMTPUTF8");
        SinkMx old = outside.sink(SinkScript.MODERN.without("SMTPUTF8"));
        Outcome outcome = Outside.only(
                outside.client(old.port()).deliver(Outside.HOP, international(Outside.SENDER, text, "a@far.test")));
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(outcome.attempt().status()).hasToString("5.6.9");
    }

    @Test
    void anInternationalMessageWithNothingInternationalInItGoesAnywhere() throws Exception {
        SinkMx old = outside.exchange(SinkScript.MODERN.without("SMTPUTF8"));
        Outcome outcome = Outside.only(outside.client(old.port())
                .deliver(Outside.HOP, international(Outside.SENDER, Outside.MESSAGE, "a@far.test")));
        assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
    }

    @Test
    void anInternationalAddressIsRefusedByItselfWhereItIsNotKnown() throws Exception {
        SinkMx old = outside.exchange(SinkScript.MODERN.without("SMTPUTF8"));
        DeliveryReport report = outside.client(old.port())
                .deliver(
                        Outside.HOP, international(Outside.SENDER, Outside.MESSAGE, "a@far.test", KANJI + "@far.test"));
        assertThat(report.results())
                .extracting(result -> result.outcome().getClass().getSimpleName())
                .containsExactly("Delivered", "Refused");
        assertThat(report.results().getLast().outcome().attempt().status()).hasToString("5.6.7");
        Outcome sender = Outside.only(outside.client(old.port())
                .deliver(
                        Outside.HOP,
                        international(EmailAddress.of(KANJI + "@near.test"), Outside.MESSAGE, "a@far.test")));
        assertThat(sender.attempt().status()).hasToString("5.6.7");
    }

    @Test
    void anInternationalAddressTravelsAsUtf8() throws Exception {
        SinkMx sink = outside.exchange(SinkScript.MODERN);
        outside.client(sink.port())
                .deliver(Outside.HOP, international(Outside.SENDER, Outside.MESSAGE, KANJI + "@far.test"));
        byte[] line = sink.received().getFirst().rcpts().getFirst().getBytes(StandardCharsets.ISO_8859_1);
        assertThat(line).asString(StandardCharsets.UTF_8).isEqualTo("RCPT TO:<" + KANJI + "@far.test>");
    }

    private ReceivedMail arrives(SinkScript script, String text) throws Exception {
        SinkMx sink = outside.exchange(script);
        Outcome outcome = Outside.only(outside.client(sink.port()).deliver(Outside.HOP, utf8(text)));
        assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
        return sink.received().getFirst();
    }

    private Outcome outcome(SinkScript script, String text) throws Exception {
        SinkMx sink = outside.sink(script);
        outside.exchange(script);
        return Outside.only(outside.client(sink.port()).deliver(Outside.HOP, utf8(text)));
    }

    private static Transmission utf8(String text) {
        return Transmission.of(
                Optional.of(Outside.SENDER),
                List.of(Recipient.of(EmailAddress.of("a@far.test"))),
                Content.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Transmission binary(String text) {
        return declared(Outside.SENDER, text, BodyType.BINARY, false, "a@far.test");
    }

    private static Transmission international(EmailAddress sender, String text, String... recipients) {
        return declared(sender, text, BodyType.EIGHT_BIT, true, recipients);
    }

    private static Transmission declared(
            EmailAddress sender, String text, BodyType body, boolean smtpUtf8, String... recipients) {
        return new Transmission(
                Optional.of(sender),
                Outside.message(recipients).recipients(),
                Content.of(text.getBytes(StandardCharsets.UTF_8)),
                body,
                smtpUtf8,
                Optional.empty(),
                Optional.empty());
    }
}
