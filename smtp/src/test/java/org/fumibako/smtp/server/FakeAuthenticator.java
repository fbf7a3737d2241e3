// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.fumibako.journal.Origin;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Account;
import org.fumibako.registry.AppPassword;
import org.fumibako.registry.AppScope;
import org.fumibako.registry.Authenticator;
import org.fumibako.registry.Directory;

/** Every account has the same password, and the same app password; {@code later@} is told to come back later. */
final class FakeAuthenticator implements Authenticator {
    static final String PASSWORD = "correct horse";
    static final String APP_PASSWORD = "k3mp-7xwd-qt2h-9vfa-c8ze";

    private static final byte[] SALT = "salt of the fake".getBytes(StandardCharsets.US_ASCII);
    private static final int ITERATIONS = 4096;

    private final Directory directory;

    FakeAuthenticator(Directory directory) {
        this.directory = directory;
    }

    @Override
    public SignIn signIn(String login, byte[] password, String mechanism, Origin origin) {
        String sent = new String(password, StandardCharsets.UTF_8);
        SignIn outcome = finish(login, sent.equals(PASSWORD) || sent.equals(APP_PASSWORD));
        return outcome instanceof SignIn.Granted granted && sent.equals(APP_PASSWORD)
                ? new SignIn.Granted(granted.account(), Optional.of(printer(granted.account())), 0)
                : outcome;
    }

    private static AppPassword printer(Account account) {
        return new AppPassword(1, account.id(), "printer", AppScope.ALL, Instant.EPOCH, Optional.empty());
    }

    @Override
    public ScramKeys scramKeys(String login) {
        try {
            byte[] salted = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(PASSWORD.toCharArray(), SALT, ITERATIONS, 256))
                    .getEncoded();
            byte[] stored = MessageDigest.getInstance("SHA-256").digest(hmac(salted, "Client Key"));
            ScramKey key = new ScramKey(stored, hmac(salted, "Server Key"), Optional.empty());
            return new ScramKeys(SALT, ITERATIONS, List.of(key));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Override
    public SignIn scramFinished(String login, Optional<ScramKey> proven, Origin origin) {
        return finish(login, proven.isPresent());
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
