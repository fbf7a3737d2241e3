// SPDX-License-Identifier: Apache-2.0
/**
 * What each IMAP command does: one handler a command, stateless and shared; {@link org.fumibako.imap.command.Handlers} is the one
 * door. {@link org.fumibako.imap.command.Session} is what one connection has become; it is confined to the connection's thread, except that
 * while IDLE waits the change feed's messenger may use it under the write lock.
 *
 * <p>Handlers never hold a lock or transaction of the store while they write to the client.
 */
@NullMarked
package org.fumibako.imap.command;

import org.jspecify.annotations.NullMarked;
