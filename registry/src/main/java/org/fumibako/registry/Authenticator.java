// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.fumibako.journal.Origin;

/**
 * Decides who signs in. Every outcome is a journal row; failures are counted per address and per account across all
 * protocols and restarts, and an unknown account costs as much time as a wrong password.
 */
public interface Authenticator {
    /**
     * Checks a password.
     *
     * @param login what the client sent as user name: the full address, any case
     * @param password UTF-8 octets; the caller clears them
     * @param mechanism for the journal: {@code PLAIN}, {@code LOGIN}, {@code USER}
     */
    SignIn signIn(String login, byte[] password, String mechanism, Origin origin);

    /** The keys for a SCRAM exchange; for an unknown account, keys that look like any other's and fit no password. */
    ScramKeys scramKeys(String login);

    /** Ends a SCRAM exchange: {@code proven} is the key that the client's proof fitted, empty when it fitted none. */
    SignIn scramFinished(String login, Optional<ScramKey> proven, Origin origin);

    /**
     * Somebody who signed in has a session now; see {@link Sessions#enter}. It is ended at once when what let her in has ended since.
     * Without a registry of sessions it cannot be ended from elsewhere.
     */
    default Runnable entered(SignIn.Granted granted, Runnable end) {
        return () -> {};
    }

    /** How a sign-in ended. */
    sealed interface SignIn {
        /**
         * @param appPassword the one that was used; empty for the account's own password
         * @param passwordChanged when the account's own password was set, milliseconds since 1970
         */
        record Granted(Account account, Optional<AppPassword> appPassword, long passwordChanged) implements SignIn {
            /** With the account's own password, which was never changed. */
            public Granted(Account account) {
                this(account, Optional.empty(), 0);
            }

            /** Whether the session may delete and move messages. */
            public boolean mayDelete() {
                return appPassword.map(password -> password.scope().mayDelete()).orElse(true);
            }
        }

        /** Wrong login or password, or no such account: the client is not told which. */
        record Denied() implements SignIn {}

        /** The account is suspended. */
        record Suspended() implements SignIn {}

        /** Too many failures from this address or for this account; not even checked. */
        record TryLater(Duration delay) implements SignIn {}
    }

    /**
     * RFC 5802 §3, SHA-256: what is kept instead of the passwords. An account has several, its own and app passwords, and a client
     * does not say which it will prove; so all have the same salt, and the proof is tried with each key.
     */
    record ScramKeys(byte[] salt, int iterations, List<ScramKey> keys) {}

    /** @param appPassword whose key it is; empty for the account's own password */
    record ScramKey(byte[] storedKey, byte[] serverKey, Optional<AppPassword> appPassword) {}
}
