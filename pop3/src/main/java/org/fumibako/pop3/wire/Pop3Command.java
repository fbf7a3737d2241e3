// SPDX-License-Identifier: Apache-2.0
package org.fumibako.pop3.wire;

import java.util.Optional;
import java.util.OptionalInt;

/** A command as the client meant it. Message numbers count from 1 and may be beyond the maildrop. */
public sealed interface Pop3Command {
    /** RFC 2449 §5. */
    record Capa() implements Pop3Command {}

    /** RFC 1939 §7. */
    record User(String name) implements Pop3Command {}

    /** RFC 1939 §7; the password is all that follows the first space, UTF-8 octets that the handler clears. */
    record Pass(byte[] password) implements Pop3Command {}

    /** RFC 5034 §4; without a mechanism it asks which there are. {@code initial} is Base64, or {@code =} for empty. */
    record Auth(Optional<String> mechanism, Optional<String> initial) implements Pop3Command {}

    /** RFC 2595 §4. */
    record Stls() implements Pop3Command {}

    /** RFC 1939 §5, §6. */
    record Quit() implements Pop3Command {}

    record Stat() implements Pop3Command {}

    record List(OptionalInt number) implements Pop3Command {}

    record Uidl(OptionalInt number) implements Pop3Command {}

    record Retr(int number) implements Pop3Command {}

    /** RFC 1939 §7; {@code lines} of the body, 0 or more. */
    record Top(int number, int lines) implements Pop3Command {}

    record Dele(int number) implements Pop3Command {}

    record Noop() implements Pop3Command {}

    record Rset() implements Pop3Command {}
}
