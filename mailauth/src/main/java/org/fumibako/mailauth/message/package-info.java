// SPDX-License-Identifier: Apache-2.0
/**
 * A message as signatures see it: its fields where they lie, the canonical forms of fields and body, and the tag lists that
 * signatures and keys are written in (RFC 6376 §3). DKIM and ARC share all of it.
 *
 * <p><b>Lines.</b> A line ends with CRLF or LF, and its canonical form with CRLF, so that this reads the same fields as
 * {@code mime} does and a signature covers the message as it travels (RFC 6376 §5.3). A CR elsewhere is an octet like others.
 *
 * <p><b>Costs.</b> Time is linear in the octets of the message and of the signature, whatever they are. A body is read once
 * for all of its hashes and is never held.
 *
 * <p><b>Threading.</b> {@link org.fumibako.mailauth.message.MessageView} remembers the hashes it has made and belongs to one
 * thread; the rest is immutable or local to a call.
 */
@org.jspecify.annotations.NullMarked
package org.fumibako.mailauth.message;
