// SPDX-License-Identifier: Apache-2.0
package org.fumibako.pop3;

import java.time.Duration;

/** What one session may use. */
final class Pop3Limits {
    /** Octets in a command line without CRLF: RFC 2449 §4 allows 255 with it. */
    static final int LINE = 253;

    /** Silence before the server hangs up: RFC 1939 §3 wants at least ten minutes. */
    static final Duration AUTOLOGOUT = Duration.ofMinutes(10);

    /** Silence before sign-in: nobody types a password that slowly. */
    static final Duration LOGIN_TIMEOUT = Duration.ofMinutes(1);

    /** Lines in a row that are no command: the peer speaks another protocol. */
    static final int BAD_COMMANDS = 10;

    /** Failed sign-ins in one session: more are cheaper to try on a new connection, where they are counted. */
    static final int FAILED_SIGN_INS = 4;

    private Pop3Limits() {}
}
