// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.util.Optional;
import org.fumibako.journal.Origin;

/**
 * Somebody tries to sign in.
 *
 * @param login as sent, cut to {@link #MAX_LOGIN} characters
 * @param key the address in the form in which it is looked up, or the login in lower case
 */
record Attempt(String login, String key, Optional<KnownUser> user, String mechanism, Origin origin) {
    /** Characters kept of a login; the longest address has 64 + 1 + 253. */
    static final int MAX_LOGIN = 320;

    /** Of the account, when it is one that there is. */
    Optional<Credentials> credentials() {
        return user().filter(Credentials.class::isInstance).map(Credentials.class::cast);
    }

    /** One machine or household: the IPv4 address, or the first 64 bits of an IPv6 address. */
    Optional<String> peer() {
        return origin.peer().map(SignInPeer::of);
    }

    /** The peers that one guesser may have at hand: the /24 around an IPv4 address, the /48 around an IPv6 address. */
    Optional<String> network() {
        return origin.peer().map(SignInPeer::network);
    }
}
