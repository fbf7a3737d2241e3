// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo.internet;

import org.fumibako.model.SmtpReply;

/** What a server does about what its client did. */
sealed interface Reaction {
    record Say(SmtpReply reply) implements Reaction {}

    record SayAndLeave(SmtpReply reply) implements Reaction {}

    /** What was due has been said. */
    record Nothing() implements Reaction {}

    /** Keeps the connection, and listens no more. */
    record Silence() implements Reaction {}

    /** Hangs up without a word. */
    record Leave() implements Reaction {}

    static Reaction say(int code, String status, String text) {
        return new Say(SmtpReply.of(code, status, text));
    }
}
