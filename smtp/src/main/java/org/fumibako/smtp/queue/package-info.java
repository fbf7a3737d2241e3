// SPDX-License-Identifier: Apache-2.0
/**
 * Sends what is queued: {@link org.fumibako.smtp.queue.QueueRunner} takes mail from the store's
 * {@link org.fumibako.store.OutboundQueue}, decides what is tried when and how many at a time, and settles what came of it.
 * How a message is brought to a server is the business of {@link org.fumibako.smtp.client}.
 *
 * <p><b>Flow.</b> New mail is handed over in memory the moment it is on disk, and tried at once. What waits for another
 * attempt, and what there was no room for, is claimed from the table when it is due. Both go into a
 * {@link org.fumibako.smtp.queue.Window} of bounded size, whatever the backlog is; from there they are picked in turns.
 *
 * <p><b>Turns.</b> Lanes (senders) take turns, and within a lane its destinations; no lane, and no lane's mail to one domain, may
 * hold more of the window than its share, so that thousands of one sender, or for one dead server, do not hold up the few of another. A
 * {@link org.fumibako.smtp.queue.Destination} has few connections at first, more after each success, fewer after a failure; when
 * nobody answers there, it rests, and what comes for it meanwhile is deferred with the words of the failure.
 *
 * <p><b>Threading.</b> An attempt is a virtual thread that reads straight down: take, deliver, settle. The runner's state is
 * guarded by its monitor, which is never held while something blocks. One more thread claims what is due.
 *
 * <p><b>Invariants</b>
 *
 * <ul>
 *   <li>Every recipient that is claimed is settled, or its claim ends by itself. Nothing is forgotten when the process dies.
 *   <li>An outcome is on disk before its slot is free again: a crash costs at most one duplicate for each connection in use,
 *       and none where the reply had not come.
 *   <li>The null sender gets no notification, so there is none of a notification.
 * </ul>
 */
@NullMarked
package org.fumibako.smtp.queue;

import org.jspecify.annotations.NullMarked;
