// SPDX-License-Identifier: Apache-2.0
/**
 * SMTP on the wire (RFC 5321 and its extensions): octets to command values, the transparency of DATA, the rules that the
 * text of a message keeps. Knows no session, no store and no policy.
 *
 * <p>Threading: readers and scanners belong to one session; command values are immutable.
 *
 * <p>Invariants: a command is exactly one line that ended in CRLF; nothing but {@code CRLF . CRLF} ends DATA; an octet of a
 * message is never changed, only the dot of transparency is removed; a message that breaks a rule is read to its end and
 * then refused as a whole, never mended.
 */
@NullMarked
package org.fumibako.smtp.server.wire;

import org.jspecify.annotations.NullMarked;
