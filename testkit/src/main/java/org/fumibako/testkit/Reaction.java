// SPDX-License-Identifier: Apache-2.0
package org.fumibako.testkit;

import java.time.Duration;

/** What a {@link SinkMx} does instead of answering as a good server would. Octets are ISO 8859-1, and CRLF is not added. */
public sealed interface Reaction {
    /** Sends these octets and goes on. */
    record Say(String octets) implements Reaction {}

    /** Sends these octets and closes. */
    record SayAndDrop(String octets) implements Reaction {}

    /** Sends these octets, and then neither reads nor says anything until the sink closes. */
    record SayAndHang(String octets) implements Reaction {}

    /** Sends these octets after a while and goes on. */
    record SayLate(String octets, Duration pause) implements Reaction {}

    /** Says nothing until the client leaves. */
    record Hang() implements Reaction {}

    /** Sends one octet after the other with pauses. */
    record Trickle(String octets, Duration pause) implements Reaction {}

    /** Sends these octets again and again until the client leaves. */
    record Endless(String octets) implements Reaction {}

    /** One line of a reply. */
    static Reaction say(String line) {
        return new Say(line + "\r\n");
    }

    /** One line of a reply, and the end. */
    static Reaction sayAndDrop(String line) {
        return new SayAndDrop(line + "\r\n");
    }

    static Reaction hang() {
        return new Hang();
    }

    /** Closes without a word. */
    static Reaction drop() {
        return new SayAndDrop("");
    }
}
