// SPDX-License-Identifier: Apache-2.0
package org.fumibako.pop3.wire;

import java.util.Optional;
import java.util.OptionalInt;

/** A command as the client meant it, by the state it belongs to. Message numbers may be beyond the maildrop, or 0. */
public sealed interface Pop3Command {
    /** In any state. */
    sealed interface Anytime extends Pop3Command {}

    /** Before sign-in: the AUTHORIZATION state (RFC 1939 §4). */
    sealed interface Authorization extends Pop3Command {}

    /** On the maildrop: the TRANSACTION state (RFC 1939 §5). */
    sealed interface Transaction extends Pop3Command {}

    /** RFC 2449 §5. */
    record Capa() implements Anytime {}

    /** RFC 1939 §5; some clients send it before sign-in too. */
    record Noop() implements Anytime {}

    /** RFC 1939 §4, §6. */
    record Quit() implements Anytime {}

    /** RFC 1939 §7. */
    record User(String name) implements Authorization {}

    /** RFC 1939 §7; the password is all that follows the first space, UTF-8 octets that the handler clears. */
    record Pass(byte[] password) implements Authorization {}

    /** RFC 5034 §4; without a mechanism it asks which there are. {@code initial} is Base64, or {@code =} for empty. */
    record Auth(Optional<String> mechanism, Optional<String> initial) implements Authorization {}

    /** RFC 2595 §4. */
    record Stls() implements Authorization {}

    /** RFC 1939 §5. */
    record Stat() implements Transaction {}

    /** RFC 1939 §5; of one message, or of all. */
    record List(OptionalInt number) implements Transaction {}

    /** RFC 1939 §7; of one message, or of all. */
    record Uidl(OptionalInt number) implements Transaction {}

    /** RFC 1939 §5. */
    record Retr(int number) implements Transaction {}

    /** RFC 1939 §7; {@code lines} of the body, 0 or more. */
    record Top(int number, int lines) implements Transaction {}

    /** RFC 1939 §5. */
    record Dele(int number) implements Transaction {}

    /** RFC 1939 §5. */
    record Rset() implements Transaction {}
}
