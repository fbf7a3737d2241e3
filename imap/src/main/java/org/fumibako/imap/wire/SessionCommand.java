// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Commands about the connection itself. */
public sealed interface SessionCommand extends ImapCommand {
    record Capability() implements SessionCommand {}

    record Noop() implements SessionCommand {}

    record Logout() implements SessionCommand {}

    /** What the client says of itself (RFC 2971 §3.1), names in lower case; a value of NIL is left out. */
    record Id(Map<String, String> fields) implements SessionCommand {}

    record StartTls() implements SessionCommand {}

    /** COMPRESS (RFC 4978 §3); {@code mechanism} in upper case, known or not. */
    record Compress(String mechanism) implements SessionCommand {}

    /** Back to the state before sign-in (RFC 8437 §3). */
    record Unauthenticate() implements SessionCommand {}

    /**
     * AUTHENTICATE (RFC 9051 §6.2.2).
     *
     * @param mechanism upper case
     * @param initialResponse decoded; present and empty when the client sent {@code =}
     */
    record Authenticate(String mechanism, Optional<byte[]> initialResponse) implements SessionCommand {}

    /** LOGIN (RFC 9051 §6.2.3); {@code password} is to be cleared after use. */
    record Login(String user, byte[] password) implements SessionCommand {}

    /** ENABLE (RFC 5161); names in upper case, known or not. */
    record Enable(List<String> capabilities) implements SessionCommand {}
}
