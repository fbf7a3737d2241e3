// SPDX-License-Identifier: Apache-2.0
/**
 * The SMTP server (RFC 5321), one code path for three services: MX (port 25, mail for our domains only), submission (RFC 6409,
 * ports 587 and 465 of RFC 8314) and LMTP (RFC 2033).
 *
 * <p>Extensions: PIPELINING (RFC 2920), SIZE (RFC 1870), 8BITMIME (RFC 6152), SMTPUTF8 (RFC 6531), CHUNKING and BINARYMIME
 * (RFC 3030), ENHANCEDSTATUSCODES (RFC 2034), DSN (RFC 3461, parameters only), STARTTLS (RFC 3207), AUTH (RFC 4954),
 * LIMITS (RFC 9422).
 *
 * <p>Threading: a session is one virtual thread that reads straight down; its state is confined to it. {@code XHandler}s carry
 * out one command each, have no state of their own and are shared.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>{@code 250} after the data means that the message is on disk for every recipient it answers for.
 *   <li>MX and LMTP never take a recipient that is not ours; submission takes nothing before TLS and a sign-in.
 *   <li>Nothing that was sent in clear survives STARTTLS: greeting, sign-in and transaction start afresh.
 *   <li>A peer that sends on where it has to wait for a reply is disconnected: after EHLO, AUTH, STARTTLS and DATA, and
 *       everywhere when it did not say EHLO. What belongs to a message is never read as a command, nor the other way round; after a DATA
 *       with a bare CR or LF the session ends, since the peer may see the end of its message elsewhere.
 *   <li>Every bound is in {@link org.fumibako.smtp.server.SmtpLimits} or beside the reader that keeps it.
 * </ul>
 *
 * <p>What it does not do: relay for strangers, expand or verify addresses (VRFY answers 252, EXPN 502).
 */
@NullMarked
package org.fumibako.smtp.server;

import org.jspecify.annotations.NullMarked;
