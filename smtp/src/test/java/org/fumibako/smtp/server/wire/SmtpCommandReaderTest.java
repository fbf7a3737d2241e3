// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.fumibako.model.BodyType;
import org.fumibako.model.DsnNotify;
import org.fumibako.model.DsnReturn;
import org.fumibako.model.EmailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpCommandReaderTest {
    @Test
    void mailCarriesEveryParameter() throws SmtpSyntaxException {
        SmtpCommand command =
                read("mail from:<Taro@Example.JP> SIZE=1000 body=8bitmime SMTPUTF8 RET=HDRS ENVID=a+2Bb AUTH=<>");

        assertThat(command)
                .isEqualTo(new SmtpCommand.Mail(
                        Optional.of(EmailAddress.of("Taro@example.jp")),
                        new MailParameters(
                                OptionalLong.of(1000),
                                BodyType.EIGHT_BIT,
                                true,
                                Optional.of(DsnReturn.HDRS),
                                Optional.of("a+b"),
                                Optional.of("<>"))));
    }

    @Test
    void theNullReversePathIsNoSender() throws SmtpSyntaxException {
        assertThat(read("MAIL FROM:<>")).isEqualTo(new SmtpCommand.Mail(Optional.empty(), MailParameters.NONE));
    }

    @Test
    void rcptCarriesItsDsnParameters() throws SmtpSyntaxException {
        SmtpCommand command = read("RCPT TO:<a@b.jp> NOTIFY=SUCCESS,DELAY ORCPT=rfc822;x+40y");

        assertThat(command)
                .isEqualTo(new SmtpCommand.Rcpt(
                        Optional.of(EmailAddress.of("a@b.jp")),
                        new RcptParameters(Set.of(DsnNotify.SUCCESS, DsnNotify.DELAY), Optional.of("rfc822;x@y")),
                        false));
    }

    @Test
    void postmasterNeedsNoDomain() throws SmtpSyntaxException {
        assertThat(read("RCPT TO:<PostMaster>"))
                .isEqualTo(new SmtpCommand.Rcpt(Optional.empty(), RcptParameters.NONE, false));
    }

    @Test
    void quotedLocalPartsMayHoldAngleBrackets() throws SmtpSyntaxException {
        assertThat(read("RCPT TO:<\"a>b\"@c.jp>"))
                .isEqualTo(
                        new SmtpCommand.Rcpt(Optional.of(EmailAddress.of("\"a>b\"@c.jp")), RcptParameters.NONE, false));
    }

    @Test
    void dottedMobileAddressesAreTaken() throws SmtpSyntaxException {
        assertThat(read("MAIL FROM:<a..b.@docomo.ne.jp>"))
                .isEqualTo(new SmtpCommand.Mail(
                        Optional.of(EmailAddress.of("\"a..b.\"@docomo.ne.jp")), MailParameters.NONE));
    }

    @Test
    void chunkSizesBeyondALongAreAsLargeAsCanBe() throws SmtpSyntaxException {
        assertThat(read("BDAT 86 LAST")).isEqualTo(new SmtpCommand.Bdat(86, true));
        assertThat(read("BDAT 2147483648")).isEqualTo(new SmtpCommand.Bdat(2147483648L, false));
        assertThat(read("BDAT 99999999999999999999")).isEqualTo(new SmtpCommand.Bdat(Long.MAX_VALUE, false));
        assertThat(read("BDAT 9223372036854775807")).isEqualTo(new SmtpCommand.Bdat(Long.MAX_VALUE, false));
    }

    @Test
    void authKeepsTheInitialResponse() throws SmtpSyntaxException {
        assertThat(read("AUTH plain AGEAYg==")).isEqualTo(new SmtpCommand.Auth("PLAIN", Optional.of("AGEAYg==")));
        assertThat(read("AUTH LOGIN")).isEqualTo(new SmtpCommand.Auth("LOGIN", Optional.empty()));
    }

    @Test
    void whiteSpaceAtTheEndIsBorne() throws SmtpSyntaxException {
        assertThat(read("DATA \t")).isEqualTo(new SmtpCommand.Data());
        assertThat(read("NOOP anything at all")).isEqualTo(new SmtpCommand.Noop());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FROBNICATE | 500 5.5.1",
                "'' | 500 5.5.1",
                "EHLO | 501 5.5.4",
                "EHLO a b | 501 5.5.4",
                "EHLO <script> | 501 5.5.4",
                "DATA now | 501 5.5.4",
                "STARTTLS x | 501 5.5.4",
                "MAIL <a@b.jp> | 501 5.5.4",
                "MAIL FROM:a@b.jp | 501 5.5.4",
                "MAIL FROM:<a@b.jp | 501 5.5.4",
                "MAIL FROM:<a@b.jp>SIZE=1 | 501 5.5.4",
                "MAIL FROM:<a@b.jp> SIZE=x | 501 5.5.4",
                "MAIL FROM:<a@b.jp> SIZE=123456789012345678901 | 501 5.5.4",
                "MAIL FROM:<a@b.jp> SIZE=1 size=2 | 501 5.5.4",
                "MAIL FROM:<a@b.jp> BODY=9BIT | 501 5.5.4",
                "MAIL FROM:<a@b.jp> RET=ALL | 501 5.5.4",
                "MAIL FROM:<a@b.jp> ENVID= | 501 5.5.4",
                "MAIL FROM:<a@b.jp> ENVID=a+0Ab | 501 5.5.4",
                "MAIL FROM:<a@b.jp> SMTPUTF8=1 | 501 5.5.4",
                "MAIL FROM:<a@b.jp> XFOO=1 | 555 5.5.4",
                "MAIL FROM:<a@[127.0.0.1]> | 553 5.1.7",
                "MAIL FROM:<太郎@例.jp> | 553 5.6.7",
                "RCPT TO:<> | 553 5.1.3",
                "RCPT TO:<a@b.jp> SIZE=1 | 555 5.5.4",
                "RCPT TO:<a@b.jp> NOTIFY=NEVER,SUCCESS | 501 5.5.4",
                "RCPT TO:<a@b.jp> NOTIFY=SUCCESS,SUCCESS | 501 5.5.4",
                "RCPT TO:<a@b.jp> ORCPT=a@b.jp | 501 5.5.4",
                "RCPT TO:<@a.jp,@b.jp:u@c.jp> | 553 5.1.3",
                "RCPT TO:<a@b@c.jp> | 553 5.1.3",
                "RCPT TO:<a@b.jp.> | 553 5.1.3",
                "RCPT TO:<user@[127.0.0.1]> | 550 5.7.1",
                "RCPT TO:<user> | 553 5.1.3",
                "RCPT TO:<<a@b.jp>> | 501 5.5.4",
                "RCPT TO:<a@b.jp>c@d.jp | 501 5.5.4",
                "BDAT | 501 5.5.4",
                "BDAT -1 | 501 5.5.4",
                "BDAT 1 FIRST | 501 5.5.4",
                "BDAT 1 LAST LAST | 501 5.5.4",
                "AUTH | 501 5.5.4",
                "AUTH PLAIN a b | 501 5.5.4",
            })
    void whatIsNotACommandIsRefusedWithAReason(String line, String reply) {
        assertThat(refusal(line)).startsWith(reply + " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.1", "POST /x HTTP/1.0", "Host: example.jp", "CONNECT a:25"})
    void otherProtocolsAreKnownForWhatTheyAre(String line) throws SmtpSyntaxException {
        assertThat(read(line)).isEqualTo(new SmtpCommand.Foreign());
    }

    @Test
    void controlCharactersAndBrokenUtf8AreRefused() {
        assertThat(refusal("NOOP a\0b")).startsWith("500 5.5.2");
        assertThat(refusal("MAIL FROM:<a\u007f@b.jp>")).startsWith("500 5.5.2");
        byte[] overlong = "MAIL FROM:<a??@b.jp> SMTPUTF8".getBytes(StandardCharsets.US_ASCII);
        overlong[12] = (byte) 0xc0;
        overlong[13] = (byte) 0x80;
        assertThatThrownBy(() -> SmtpCommandReader.read(overlong))
                .isInstanceOf(SmtpSyntaxException.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void aCommandLineHasABound() throws SmtpSyntaxException {
        String noop = "NOOP ";
        assertThat(read(noop + "x".repeat(SmtpLine.MAX_COMMAND - noop.length())))
                .isEqualTo(new SmtpCommand.Noop());
        assertThat(refusal(noop + "x".repeat(SmtpLine.MAX_COMMAND - noop.length() + 1)))
                .startsWith("500 5.5.2");
        assertThat(read("AUTH PLAIN " + "x".repeat(SmtpLine.MAX_COMMAND))).isInstanceOf(SmtpCommand.Auth.class);
    }

    @Test
    void aPathHasABound() throws SmtpSyntaxException {
        String domain = "b".repeat(61) + "." + "c".repeat(61) + "." + "d".repeat(61) + ".";
        String local = "a".repeat(64) + "@";
        int room = PathReader.MAX_PATH - 2 - domain.length() - local.length();
        assertThat(read("RCPT TO:<" + local + domain + "e".repeat(room - 1) + ">"))
                .isInstanceOf(SmtpCommand.Rcpt.class);
        assertThat(read("RCPT TO:<" + local + domain + "e".repeat(room) + ">")).isInstanceOf(SmtpCommand.Rcpt.class);
        assertThat(refusal("RCPT TO:<" + local + domain + "e".repeat(room + 1) + ">"))
                .startsWith("501 5.5.4");
    }

    @Test
    void everyLineGivesACommandOrARefusal() {
        long seed = RandomGenerator.getDefault().nextLong();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        String[] pieces = {
            "MAIL FROM:",
            "RCPT TO:",
            "<",
            ">",
            "a@b.jp",
            "\"",
            "\\",
            " ",
            "SIZE=",
            "BDAT ",
            "LAST",
            "é",
            "\0",
            "=",
            "+4",
            "@",
            ",",
            "."
        };
        for (int round = 0; round < 20_000; round++) {
            StringBuilder line = new StringBuilder();
            for (int piece = random.nextInt(8); piece >= 0; piece--) {
                line.append(pieces[random.nextInt(pieces.length)]);
            }
            byte[] octets = line.toString().getBytes(StandardCharsets.UTF_8);
            try {
                assertThat(SmtpCommandReader.read(octets)).isNotNull();
            } catch (SmtpSyntaxException refused) {
                assertThat(refused.reply().isPermanent())
                        .as("seed %d, line %s", seed, line)
                        .isTrue();
            } catch (RuntimeException bug) {
                throw new AssertionError("seed " + seed + ", line " + line, bug);
            }
        }
    }

    private static SmtpCommand read(String line) throws SmtpSyntaxException {
        return SmtpCommandReader.read(line.getBytes(StandardCharsets.UTF_8));
    }

    private static String refusal(String line) {
        SmtpSyntaxException refused = catchThrowableOfType(SmtpSyntaxException.class, () -> read(line));
        assertThat(refused).as(line).isNotNull();
        return refused.reply().toString();
    }
}
