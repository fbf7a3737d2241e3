// SPDX-License-Identifier: Apache-2.0
/**
 * IMAP on the wire: octets to values ({@link org.fumibako.imap.wire.ImapReader} to
 * {@link org.fumibako.imap.wire.ImapCommand}) and back ({@link org.fumibako.imap.wire.ImapWriter}). It knows neither sessions
 * nor the store. Values are immutable; a reader and a writer belong to one connection.
 *
 * <p>Everything that is read has a bound in {@link org.fumibako.imap.wire.ImapLimits}; everything that is written is quoted or
 * sent as a literal, so no text can end a line or a string before its time.
 */
@NullMarked
package org.fumibako.imap.wire;

import org.jspecify.annotations.NullMarked;
