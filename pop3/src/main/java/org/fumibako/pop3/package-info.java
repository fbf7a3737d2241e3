// SPDX-License-Identifier: Apache-2.0
/**
 * POP3 (RFC 1939) with CAPA (RFC 2449), SASL (RFC 5034), STLS (RFC 2595) and response codes (RFC 3206), over the store.
 *
 * <p>A connection is one virtual thread: {@code Pop3Session} reads a command through {@code wire}, has it carried out by the class
 * of its name in {@code command}, and flushes when the client has sent nothing more.
 *
 * <p>The maildrop is the account's INBOX as it was at sign-in: what arrives later is seen by the next session. One session at a
 * time holds it. DELE takes effect at QUIT only; a connection that drops has deleted nothing. Messages that were retrieved whole
 * are marked read when the session ends, in one change, because whoever fetched a message has it.
 *
 * <p>Not here: APOP, which needs passwords that can be read back.
 */
@org.jspecify.annotations.NullMarked
package org.fumibako.pop3;
