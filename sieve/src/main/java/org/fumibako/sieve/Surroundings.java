// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve;

import java.time.ZonedDateTime;
import java.util.Optional;

/** What a script can ask about besides the message. */
public interface Surroundings {
    /** In the zone in which its owner lives. */
    ZonedDateTime now();

    boolean mailboxExists(String name);

    /**
     * Whether a mailbox has that use (RFC 8579 §3).
     *
     * @param mailbox empty for any
     * @param attribute {@code \Junk}
     */
    boolean specialUseExists(Optional<String> mailbox, String attribute);

    /** Whether a mark of that id was made and is remembered (RFC 7352). */
    boolean isSeen(String id);

    /** An item of RFC 5183 §4; empty when it is not known. */
    Optional<String> environment(String item);

    /** A script of the account, or one that is everybody's, for {@code include}. */
    Optional<SieveScript> script(String name, boolean global);
}
