// SPDX-License-Identifier: Apache-2.0
/**
 * The selected mailbox as one client sees it. {@link org.fumibako.imap.selected.SelectedMailbox} holds what the client was
 * told and, at the points where the standard allows it, tells what changed since.
 *
 * <p>Threading: everything here belongs to one session and is guarded by the session's lock.
 *
 * <p>Invariants: a sequence number means the same message to client and server at all times; EXISTS comes before the first
 * FETCH of a new message; EXPUNGE is never sent while FETCH, STORE or SEARCH runs (RFC 9051 §7.5.1); a keyword is in a FLAGS
 * response before a message shows it.
 */
@org.jspecify.annotations.NullMarked
package org.fumibako.imap.selected;
