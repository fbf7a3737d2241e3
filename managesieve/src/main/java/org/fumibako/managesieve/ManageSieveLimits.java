// SPDX-License-Identifier: Apache-2.0
package org.fumibako.managesieve;

import java.time.Duration;

/** Every bound of one session, and why. */
final class ManageSieveLimits {
    /** Silence before the server hangs up: RFC 5804 §1.2 wants at least 30 minutes. */
    static final Duration AUTOLOGOUT = Duration.ofMinutes(30);

    /** Silence before sign-in. */
    static final Duration LOGIN_TIMEOUT = Duration.ofMinutes(1);

    /** Lines in a row that are no command: a client in error. */
    static final int BAD_COMMANDS = 20;

    /** The same before sign-in: somebody who speaks another protocol gives away after a few. */
    static final int BAD_BEFORE_LOGIN = 5;

    /** Commands before sign-in: enough for any client, and an end for one that only keeps the line open. */
    static final int COMMANDS_BEFORE_LOGIN = 100;

    /** Failed sign-ins in one session: more are cheaper to try on a new connection, where they are counted. */
    static final int FAILED_LOGINS = 5;

    private ManageSieveLimits() {}
}
