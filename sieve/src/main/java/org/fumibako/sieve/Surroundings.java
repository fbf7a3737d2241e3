// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve;

import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.OptionalInt;

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

    /**
     * How sure the spam filter is, 0 to 100; from 50 on the message is spam by the level of its domain. Empty when it was not looked at
     * (RFC 5235 §2.1).
     */
    OptionalInt spamPercent();

    /** Whether a virus scanner looked at the message (RFC 5235 §2.2). */
    boolean isScanned();

    /**
     * An annotation that everybody sees, or the owner alone (RFC 5490 §3.3).
     *
     * @param mailbox empty for those of the account as a whole
     * @param entry such as {@code /private/comment}
     */
    Optional<String> metadata(Optional<String> mailbox, String entry);

    /** An item of RFC 5183 §4; empty when it is not known. */
    Optional<String> environment(String item);

    /** A script of the account, or one that is everybody's, for {@code include}. */
    Optional<SieveScript> script(String name, boolean global);
}
