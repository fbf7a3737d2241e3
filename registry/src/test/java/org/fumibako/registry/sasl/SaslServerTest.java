// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.sasl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.fumibako.journal.Origin;
import org.fumibako.registry.Authenticator.SignIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SaslServerTest {
    private final OneAccount account = new OneAccount("taro@example.jp", "correct horse 馬", new byte[16], 4096);

    @Test
    void mechanismsAreFoundInAnyCaseAndOthersAreNot() {
        for (String name : SaslServer.mechanisms(false)) {
            assertThat(SaslServer.start(
                            name.toLowerCase(Locale.ROOT), account, Origin.system("test"), Optional.empty()))
                    .isPresent();
        }
        assertThat(SaslServer.start("CRAM-MD5", account, Origin.system("test"), Optional.empty()))
                .isEmpty();
        assertThat(SaslServer.start("SCRAM-SHA-256-PLUS", account, Origin.system("test"), Optional.empty()))
                .isEmpty();
    }

    @Test
    void plainSignsInWithOrWithoutItsOwnAuthorizationIdentity() {
        assertThat(start("PLAIN").firstChallenge()).isEmpty();
        assertThat(plain("\0taro@example.jp\0correct horse 馬")).isInstanceOf(SaslServer.Success.class);
        assertThat(plain("taro@example.jp\0taro@example.jp\0correct horse 馬")).isInstanceOf(SaslServer.Success.class);
        assertThat(account.asked).containsExactly("PLAIN taro@example.jp", "PLAIN taro@example.jp");
    }

    @Test
    void plainForSomebodyElseIsDeniedUnchecked() {
        assertThat(plain("hanako@example.jp\0taro@example.jp\0correct horse 馬"))
                .isEqualTo(new SaslServer.Failure(new SignIn.Denied()));
        assertThat(account.asked).isEmpty();
    }

    @Test
    void plainWithAWrongPasswordIsDenied() {
        assertThat(plain("\0taro@example.jp\0wrong")).isEqualTo(new SaslServer.Failure(new SignIn.Denied()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "\0a", "\0\0password", "\0a\0", "\0a\0b\0c", "\0a\0b\0"})
    void plainThatIsNotThreePartsIsMalformed(String message) {
        assertThat(plain(message)).isEqualTo(new SaslServer.Malformed());
        assertThat(account.asked).isEmpty();
    }

    @Test
    void responseUpToTheBoundIsReadAndBeyondItIsNot() {
        String login = "\0taro@example.jp\0";
        int room = SaslServer.MAX_RESPONSE - login.length();
        assertThat(plain(login + "p".repeat(room))).isInstanceOf(SaslServer.Failure.class);
        assertThat(plain(login + "p".repeat(room + 1))).isEqualTo(new SaslServer.Malformed());
    }

    @Test
    void plainLoginMustBeUtf8() {
        assertThat(start("PLAIN").respond(new byte[] {0, (byte) 0xff, 0, 'p'})).isEqualTo(new SaslServer.Malformed());
    }

    @Test
    void loginAsksForNameAndPassword() {
        SaslServer server = start("LOGIN");
        assertThat(server.firstChallenge()).asString(StandardCharsets.US_ASCII).isEqualTo("Username:");
        SaslServer.Challenge challenge = (SaslServer.Challenge) server.respond(utf8("taro@example.jp"));
        assertThat(challenge.octets()).asString(StandardCharsets.US_ASCII).isEqualTo("Password:");
        assertThat(server.respond(utf8("correct horse 馬"))).isInstanceOf(SaslServer.Success.class);
        assertThat(account.asked).containsExactly("LOGIN taro@example.jp");
    }

    @Test
    void loginWithoutANameIsMalformed() {
        assertThat(start("LOGIN").respond(new byte[0])).isEqualTo(new SaslServer.Malformed());
    }

    private SaslServer start(String mechanism) {
        return SaslServer.start(mechanism, account, Origin.system("test"), Optional.empty())
                .orElseThrow();
    }

    private SaslServer.Step plain(String message) {
        return start("PLAIN").respond(utf8(message));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
