// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.fumibako.journal.Origin;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Account;
import org.fumibako.registry.Authenticator;
import org.fumibako.registry.Directory;

/** Every account has the same password; {@code later@} is told to come back later. */
final class FakeAuthenticator implements Authenticator {
    static final String PASSWORD = "correct horse";

    private static final byte[] SALT = "salt of the fake".getBytes(StandardCharsets.US_ASCII);
    private static final int ITERATIONS = 4096;

    private final Directory directory;

    FakeAuthenticator(Directory directory) {
        this.directory = directory;
    }

    @Override
    public SignIn signIn(String login, byte[] password, String mechanism, Origin origin) {
        return finish(login, Arrays.equals(password, PASSWORD.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public ScramKeys scramKeys(String login) {
        try {
            byte[] salted = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(PASSWORD.toCharArray(), SALT, ITERATIONS, 256))
                    .getEncoded();
            byte[] stored = MessageDigest.getInstance("SHA-256").digest(hmac(salted, "Client Key"));
            Optional<Account> account = EmailAddress.parse(login).flatMap(directory::account);
            return new ScramKeys(SALT, ITERATIONS, stored, hmac(salted, "Server Key"), account);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Override
    public SignIn scramFinished(String login, boolean proven, Origin origin) {
        return finish(login, proven);
    }

    private SignIn finish(String login, boolean proven) {
        Optional<Account> account = EmailAddress.parse(login).flatMap(directory::account);
        if (login.startsWith("later@")) {
            return new SignIn.TryLater(Duration.ofSeconds(30));
        }
        if (account.isEmpty() || !proven) {
            return new SignIn.Denied();
        }
        return account.get().suspended() ? new SignIn.Suspended() : new SignIn.Granted(account.get());
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
    }
}
