// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.time.Duration;
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

    /** Ends a SCRAM exchange: {@code proven} says whether the client's proof fitted. */
    SignIn scramFinished(String login, boolean proven, Origin origin);

    /**
     * Somebody who signed in has a session now; see {@link Sessions#enter}. Without a registry of sessions it cannot be ended from
     * elsewhere.
     */
    default Runnable entered(Account account, Runnable end) {
        return () -> {};
    }

    /** How a sign-in ended. */
    sealed interface SignIn {
        record Granted(Account account) implements SignIn {}

        /** Wrong login or password, or no such account: the client is not told which. */
        record Denied() implements SignIn {}

        /** The account is suspended. */
        record Suspended() implements SignIn {}

        /** Too many failures from this address or for this account; not even checked. */
        record TryLater(Duration delay) implements SignIn {}
    }

    /** RFC 5802 §3, SHA-256: what is kept instead of the password. */
    record ScramKeys(byte[] salt, int iterations, byte[] storedKey, byte[] serverKey, Optional<Account> account) {}
}
