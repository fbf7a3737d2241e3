// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fumibako.registry.Office.DESK;
import static org.fumibako.registry.Office.LIMITS;
import static org.fumibako.registry.Office.PASSWORD;
import static org.fumibako.registry.Office.caller;

import java.security.GeneralSecurityException;
import java.util.Optional;
import org.fumibako.journal.JournalEvent.SignInFailed;
import org.fumibako.journal.JournalEvent.SignedIn;
import org.fumibako.journal.JournalRow;
import org.fumibako.journal.Origin;
import org.fumibako.journal.Protocol;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Authenticator.SignIn;
import org.fumibako.registry.sasl.SaslServer;
import org.junit.jupiter.api.Test;

/** Signing in without sending the password. */
interface ScramContract {
    ScramClient RIGHT = new ScramClient("taro@example.jp", PASSWORD);
    ScramClient WRONG = new ScramClient("taro@example.jp", "not the password");
    Origin PEER = caller(Protocol.SUBMISSION, "192.0.2.1");

    Office office();

    private Office staffed() {
        Office office = office();
        office.domain("example.jp", office.customer("demo"));
        office.account("taro@example.jp");
        return office;
    }

    private static SaslServer server(Office office) {
        return SaslServer.start("SCRAM-SHA-256", office.registry().authenticator(), PEER, Optional.empty())
                .orElseThrow();
    }

    private static SaslServer.Step run(Office office, ScramClient client) throws GeneralSecurityException {
        SaslServer server = server(office);
        return client.finish(server, client.begin(server));
    }

    @Test
    default void proofOfThePasswordSignsInAndTheServerProvesItselfToo() throws Exception {
        try (Office office = staffed()) {
            Account taro = office.registry().accounts().list().getFirst();
            assertThat(run(office, RIGHT))
                    .isInstanceOfSatisfying(
                            SaslServer.Success.class,
                            success -> assertThat(success.account()).isEqualTo(taro));
            assertThat(run(office, WRONG)).isEqualTo(new SaslServer.Failure(new SignIn.Denied()));
            assertThat(office.hash.checks()).isEmpty();
            assertThat(SignInContract.signIns(office))
                    .extracting(JournalRow::event)
                    .containsExactly(
                            new SignedIn("SCRAM-SHA-256"),
                            new SignInFailed("taro@example.jp", "SCRAM-SHA-256", "wrong password"));
        }
    }

    @Test
    default void proofForAnAccountThatIsNotThereFailsAsAnyOther() throws Exception {
        try (Office office = staffed()) {
            assertThat(run(office, new ScramClient("nobody@example.jp", PASSWORD)))
                    .isEqualTo(new SaslServer.Failure(new SignIn.Denied()));
            assertThat(SignInContract.signIns(office))
                    .extracting(JournalRow::event)
                    .containsExactly(new SignInFailed("nobody@example.jp", "SCRAM-SHA-256", "no such account"));
        }
    }

    @Test
    default void saltsTellNobodyWhichAccountsThereAre() {
        try (Office office = staffed()) {
            ScramClient nobody = new ScramClient("nobody@example.jp", "");
            ScramClient.Offer real = RIGHT.begin(server(office));
            ScramClient.Offer decoy = nobody.begin(server(office));
            assertThat(decoy.iterations()).isEqualTo(real.iterations()).isGreaterThanOrEqualTo(4096);
            assertThat(decoy.salt()).hasSameSizeAs(real.salt());
            office.reopen();
            assertThat(RIGHT.begin(server(office)).salt()).isEqualTo(real.salt());
            assertThat(nobody.begin(server(office)).salt()).isEqualTo(decoy.salt());
            assertThat(new ScramClient("NOBODY@example.jp", "")
                            .begin(server(office))
                            .salt())
                    .isEqualTo(decoy.salt());
            assertThat(new ScramClient("nobody2@example.jp", "")
                            .begin(server(office))
                            .salt())
                    .isNotEqualTo(decoy.salt());
        }
    }

    @Test
    default void passwordThatWasChangedDuringTheExchangeNoLongerSignsIn() throws Exception {
        try (Office office = staffed()) {
            SaslServer server = server(office);
            ScramClient.Offer offer = RIGHT.begin(server);
            office.registry().accounts().changePassword(EmailAddress.of("taro@example.jp"), "a different secret", DESK);
            assertThat(RIGHT.finish(server, offer)).isEqualTo(new SaslServer.Failure(new SignIn.Denied()));
            assertThat(run(office, new ScramClient("taro@example.jp", "a different secret")))
                    .isInstanceOf(SaslServer.Success.class);
        }
    }

    @Test
    default void suspendedAccountIsToldToWhoProvesThePassword() throws Exception {
        try (Office office = staffed()) {
            office.registry().accounts().suspend(EmailAddress.of("taro@example.jp"), true, DESK);
            assertThat(run(office, RIGHT)).isEqualTo(new SaslServer.Failure(new SignIn.Suspended()));
            assertThat(run(office, WRONG)).isEqualTo(new SaslServer.Failure(new SignIn.Denied()));
        }
    }

    @Test
    default void proofsAndPasswordsAreCountedTogether() throws Exception {
        try (Office office = staffed()) {
            for (int i = 1; i < LIMITS.peer().failures(); i++) {
                assertThat(run(office, WRONG)).isEqualTo(new SaslServer.Failure(new SignIn.Denied()));
            }
            assertThat(office.signIn("taro@example.jp", "not the password", PEER))
                    .isEqualTo(new SignIn.Denied());
            assertThat(run(office, RIGHT))
                    .isInstanceOfSatisfying(
                            SaslServer.Failure.class,
                            failure -> assertThat(failure.outcome()).isInstanceOf(SignIn.TryLater.class));
        }
    }
}
