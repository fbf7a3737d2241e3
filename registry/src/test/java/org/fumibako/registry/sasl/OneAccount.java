// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.sasl;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.journal.Origin;
import org.fumibako.model.AccountId;
import org.fumibako.model.CustomerId;
import org.fumibako.model.DomainId;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.Quota;
import org.fumibako.registry.Account;
import org.fumibako.registry.Authenticator;
import org.fumibako.registry.ScramHash;

/** An authenticator that knows one login and its password, and remembers what it was asked. */
final class OneAccount implements Authenticator {
    static final Account ACCOUNT = new Account(
            new AccountId(1),
            new CustomerId(1),
            new DomainId(1),
            EmailAddress.of("taro@example.jp"),
            Quota.DEFAULT,
            false);

    final List<String> asked = new ArrayList<>();
    private final String login;
    private final String password;
    private final byte[] salt;
    private final int iterations;

    OneAccount(String login, String password, byte[] salt, int iterations) {
        this.login = login;
        this.password = password;
        this.salt = salt;
        this.iterations = iterations;
    }

    @Override
    public SignIn signIn(String login, byte[] password, String mechanism, Origin origin) {
        asked.add(mechanism + " " + login);
        return outcome(login.equals(this.login) && new String(password, StandardCharsets.UTF_8).equals(this.password));
    }

    @Override
    public ScramKeys scramKeys(String login) {
        ScramHash.Keys keys = ScramHash.derive(password, salt, iterations);
        return new ScramKeys(
                salt, iterations, List.of(new ScramKey(keys.storedKey(), keys.serverKey(), Optional.empty())));
    }

    @Override
    public SignIn scramFinished(String login, Optional<ScramKey> proven, Origin origin) {
        asked.add("SCRAM-SHA-256 " + login);
        return outcome(proven.isPresent() && login.equals(this.login));
    }

    private static SignIn outcome(boolean granted) {
        return granted ? new SignIn.Granted(ACCOUNT) : new SignIn.Denied();
    }
}
