// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.sasl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.fumibako.journal.Origin;
import org.fumibako.registry.Authenticator.SignIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The exchange of RFC 7677 §3, and what may go wrong in it. */
class ScramServerTest {
    private static final String SERVER_NONCE = "%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0";
    private static final String NONCE = "rOprNGfwEbeRWgbNEkqO" + SERVER_NONCE;
    private static final String CLIENT_FIRST = "n,,n=user,r=rOprNGfwEbeRWgbNEkqO";
    private static final String CLIENT_FINAL = "c=biws,r=" + NONCE + ",p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=";

    private final OneAccount account =
            new OneAccount("user", "pencil", Base64.getDecoder().decode("W22ZaJ0SNY7soEsUEjb6gQ=="), 4096);
    private final ScramServer server =
            new ScramServer(account, Origin.system("test"), SERVER_NONCE, ScramBinding.without(false));

    @Test
    void exampleOfTheStandardSucceeds() {
        assertThat(server.firstChallenge()).isEmpty();
        assertThat(text(respond(CLIENT_FIRST))).isEqualTo("r=" + NONCE + ",s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096");
        SaslServer.Success success = (SaslServer.Success) respond(CLIENT_FINAL);
        assertThat(success.finalServerData())
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=");
        assertThat(success.account()).isEqualTo(OneAccount.ACCOUNT);
    }

    @Test
    void wrongProofIsDenied() {
        respond(CLIENT_FIRST);
        assertThat(respond(CLIENT_FINAL.replace("p=dHzb", "p=eHzb")))
                .isEqualTo(new SaslServer.Failure(new SignIn.Denied()));
        assertThat(account.asked).containsExactly("SCRAM-SHA-256 user");
    }

    @Test
    void proofOfAnotherLengthIsDenied() {
        respond(CLIENT_FIRST);
        assertThat(respond("c=biws,r=" + NONCE + ",p=dHzb")).isEqualTo(new SaslServer.Failure(new SignIn.Denied()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c=biws,r=rOprNGfwEbeRWgbNEkqO,p=dHzb", // the client's nonce alone
                "c=eSws,r=" + NONCE + ",p=dHzb", // says "y,," now
                "c=biws,r=" + NONCE,
                "c=biws,p=dHzb,r=" + NONCE,
                "c=biws,r=" + NONCE + ",p=!",
                "r=" + NONCE + ",c=biws,p=dHzb",
                "",
                "*"
            })
    void lastMessageThatDoesNotBelongIsMalformed(String message) {
        respond(CLIENT_FIRST);
        assertThat(respond(message)).isEqualTo(new SaslServer.Malformed());
        assertThat(account.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "n",
                "n,,",
                "n,,n=user",
                "n,,r=abc,n=user",
                "n,,n=,r=abc",
                "n,,n=user,r=",
                "n,,n=us=er,r=abc",
                "n,,n=us=2,r=abc",
                "n,,n=user,r=a b",
                "n,,m=ext,n=user,r=abc",
                "n,a=other,n=user,r=abc",
                "p=tls-unique,,n=user,r=abc",
                "x,,n=user,r=abc"
            })
    void firstMessageThatIsNotOneIsMalformed(String message) {
        assertThat(respond(message)).isEqualTo(new SaslServer.Malformed());
    }

    @Test
    void clientThatWasToldThatItCannotBindWhereItCouldIsStopped() {
        ScramServer bindable =
                new ScramServer(account, Origin.system("test"), SERVER_NONCE, ScramBinding.without(true));
        assertThat(bindable.respond("y,,n=user,r=abc".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new SaslServer.Malformed());
        assertThat(bindable.respond(CLIENT_FIRST.getBytes(StandardCharsets.UTF_8)))
                .as("one that cannot bind")
                .isInstanceOf(SaslServer.Challenge.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"n", "y", "p=tls-unique", "p=tls-server-end-point", "p=", "p=tls-exporter,a=other"})
    void plusWantsItsOwnBinding(String flag) {
        ScramServer plus = new ScramServer(account, Origin.system("test"), SERVER_NONCE, ScramBinding.to(new byte[32]));
        assertThat(plus.respond((flag + ",,n=user,r=abc").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new SaslServer.Malformed());
    }

    @Test
    void nonceUpToTheBoundIsTakenAndBeyondItIsNot() {
        assertThat(respond("n,,n=user,r=" + "a".repeat(ScramMessage.MAX_NONCE + 1)))
                .isEqualTo(new SaslServer.Malformed());
        assertThat(respond("n,,n=user,r=" + "a".repeat(ScramMessage.MAX_NONCE)))
                .isInstanceOf(SaslServer.Challenge.class);
    }

    @Test
    void clientThatCouldBindIsHeardAndOwnIdentityIsAllowed() {
        assertThat(respond("y,a=user,n=user,r=abc,x=later")).isInstanceOf(SaslServer.Challenge.class);
    }

    @Test
    void escapedUserNameIsReadAsWritten() {
        assertThat(ScramMessage.first("n,,n=a=2Cb=3Dc,r=x").orElseThrow().user())
                .isEqualTo("a,b=c");
        assertThat(ScramMessage.first("n,,n=a=3D2C,r=x").orElseThrow().user()).isEqualTo("a=2C");
    }

    @Test
    void noncesDiffer() {
        SecureRandom random = new SecureRandom();
        assertThat(ScramServer.nonce(random)).hasSize(24).isNotEqualTo(ScramServer.nonce(random));
    }

    private SaslServer.Step respond(String message) {
        return server.respond(message.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(SaslServer.Step step) {
        return new String(((SaslServer.Challenge) step).octets(), StandardCharsets.US_ASCII);
    }
}
