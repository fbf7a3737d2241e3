// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.fumibako.smtp.client.Smarthost.Credentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScramClientTest {
    private static final String NONCE = "rOprNGfwEbeRWgbNEkqO";
    private static final String SERVER_FIRST =
            "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096";

    @Test
    void theExampleOfTheRfcComesOutAsItStandsThere() {
        ScramClient scram = ScramClient.begin(new Credentials("user", "pencil"), NONCE);
        assertThat(scram.first()).isEqualTo("n,,n=user,r=" + NONCE);
        assertThat(scram.last(SERVER_FIRST))
                .hasValue("c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
                        + "p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=");
        assertThat(scram.proves("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4="))
                .isTrue();
        assertThat(scram.proves("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G5="))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "r=somebodyElses,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096",
                "r=rOprNGfwEbeRWgbNEkqO,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096",
                "r=rOprNGfwEbeRWgbNEkqOx,s=,i=4096",
                "r=rOprNGfwEbeRWgbNEkqOx,s=%%%,i=4096",
                "r=rOprNGfwEbeRWgbNEkqOx,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4095",
                "r=rOprNGfwEbeRWgbNEkqOx,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=1000001",
                "m=x,r=rOprNGfwEbeRWgbNEkqOx,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096"
            })
    void aChallengeThatIsNotAcceptableGetsNoAnswer(String challenge) {
        assertThat(ScramClient.begin(new Credentials("user", "pencil"), NONCE).last(challenge))
                .isEmpty();
    }

    @Test
    void nobodyProvesAnythingBeforeTheExchange() {
        assertThat(ScramClient.begin(new Credentials("user", "pencil"), NONCE).proves("v="))
                .isFalse();
    }

    @Test
    void commasAndEqualsSignsInNamesAreWritten() {
        assertThat(ScramClient.begin(new Credentials("a=b,c", "x"), NONCE).first())
                .isEqualTo("n,,n=a=3Db=2Cc,r=" + NONCE);
    }
}
