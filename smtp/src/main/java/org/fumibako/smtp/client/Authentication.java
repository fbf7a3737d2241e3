// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.fumibako.model.SmtpReply;
import org.fumibako.smtp.client.Smarthost.Credentials;
import org.fumibako.smtp.client.wire.Capabilities;

/** Signs in to a smarthost (RFC 4954), with the strongest mechanism that both know. Only ever called under TLS. */
final class Authentication {
    private static final int CONTINUE = 334;
    private static final int ACCEPTED = 235;

    private final Dialogue dialogue;
    private final Credentials credentials;
    private final SecureRandom random;

    Authentication(Dialogue dialogue, Credentials credentials, SecureRandom random) {
        this.dialogue = dialogue;
        this.credentials = credentials;
        this.random = random;
    }

    /** @throws DialogueException when the server does not accept it; that is for the operator to mend, so it is never for ever */
    void signIn(Capabilities offered) throws DialogueException {
        Set<String> mechanisms = offered.mechanisms();
        if (mechanisms.contains("SCRAM-SHA-256")) {
            scram();
        } else if (mechanisms.contains("PLAIN")) {
            plain();
        } else if (mechanisms.contains("LOGIN")) {
            login();
        } else {
            throw dialogue.failed(
                    Stage.AUTH,
                    "4.7.0",
                    "the server offers no way to sign in that we know: " + Words.printable(mechanisms.toString()));
        }
    }

    private void plain() throws DialogueException {
        String message = "\0" + credentials.user() + "\0" + credentials.password();
        expect(ACCEPTED, dialogue.command(Stage.AUTH, "AUTH PLAIN " + base64(message)));
    }

    /** The user's name is not given with the command: some servers only know it the long way. */
    private void login() throws DialogueException {
        expect(CONTINUE, dialogue.command(Stage.AUTH, "AUTH LOGIN"));
        expect(CONTINUE, dialogue.command(Stage.AUTH, base64(credentials.user())));
        expect(ACCEPTED, dialogue.command(Stage.AUTH, base64(credentials.password())));
    }

    private void scram() throws DialogueException {
        ScramClient scram = ScramClient.begin(credentials, random);
        SmtpReply first = dialogue.command(Stage.AUTH, "AUTH SCRAM-SHA-256 " + base64(scram.first()));
        expect(CONTINUE, first);
        SmtpReply last = dialogue.command(Stage.AUTH, base64(answer(scram, first)));
        expect(CONTINUE, last);
        // RFC 5802 §3: the server proves that it knows the password as well.
        verify(scram, last);
        expect(ACCEPTED, dialogue.command(Stage.AUTH, ""));
    }

    private String answer(ScramClient scram, SmtpReply challenge) throws DialogueException {
        return scram.last(decode(challenge))
                .orElseThrow(
                        () -> dialogue.failed(Stage.AUTH, "4.7.0", "the server's SCRAM challenge is not acceptable"));
    }

    private void verify(ScramClient scram, SmtpReply proof) throws DialogueException {
        if (!scram.proves(decode(proof))) {
            throw dialogue.failed(
                    Stage.AUTH, "4.7.0", "the server does not know our password: it is not who it says it is");
        }
    }

    private String decode(SmtpReply challenge) throws DialogueException {
        try {
            return new String(Base64.getDecoder().decode(challenge.text().strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw dialogue.failed(Stage.AUTH, "4.5.0", "the server's challenge is not base64");
        }
    }

    private void expect(int code, SmtpReply reply) throws DialogueException {
        if (reply.code() != code) {
            throw new DialogueException(Attempt.later(dialogue.host(), Stage.AUTH, "4.7.8", reply));
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
