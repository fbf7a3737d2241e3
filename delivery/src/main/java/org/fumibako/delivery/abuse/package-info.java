// SPDX-License-Identifier: Apache-2.0
/**
 * Two things behind the same complaint, errors for mail that was never sent (requirement B6), told apart by what we did send.
 *
 * <p><b>Backscatter</b>: somebody wrote our user's address into mail of their own. {@link org.fumibako.delivery.abuse.Backscatter} finds
 * nothing like it in the {@link org.fumibako.delivery.abuse.SentRecord} and has the error filed as junk. In doubt it goes into the
 * INBOX: an error that says nothing of its message, or an account that sends more than the record holds.
 *
 * <p><b>Takeover</b>: somebody knows our user's password. {@link org.fumibako.delivery.abuse.TakeoverWatch} compares what an account
 * sends with what it is used to. One odd thing is no proof ({@link org.fumibako.delivery.abuse.Facts}); when it is more, the account is
 * slowed down, its mail kept back, its sessions are ended, and owner and customer are told. All of that is in the databases: a restart
 * changes nothing. An operator releases it.
 *
 * <p>Threading: the step is safe for any number of threads; the watch counts in memory, without waiting, and looks at accounts on a
 * thread of its own. Each process watches what it takes itself, by habits that all share.
 */
@NullMarked
package org.fumibako.delivery.abuse;

import org.jspecify.annotations.NullMarked;
