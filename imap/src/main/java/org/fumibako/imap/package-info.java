// SPDX-License-Identifier: Apache-2.0
/**
 * IMAP4rev1 and IMAP4rev2 (RFC 3501, RFC 9051) with their extensions, over the store.
 *
 * <p>A connection is one virtual thread that reads straight down: {@link org.fumibako.imap.ImapSession#run} reads a command through
 * {@code wire}, has it carried out by {@code command}, writes the tagged answer, and flushes when the client has sent nothing more.
 * While IDLE waits, a second thread may write under the session's write lock.
 *
 * <p>Invariants: nothing is answered OK that is not durable; message numbers shift only where RFC 9051 §7.5.1 allows it; before
 * sign-in a connection costs at most 64 KB.
 *
 * <p>Not here: SQL, passwords, MIME parsing; ACL.
 */
@NullMarked
package org.fumibako.imap;

import org.jspecify.annotations.NullMarked;
