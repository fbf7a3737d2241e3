// SPDX-License-Identifier: Apache-2.0
/**
 * Keeps mail: accounts' mailboxes, the messages in them, and the octets of the messages. Protocols see
 * {@link org.fumibako.store.MessageStore} in their own words (UIDs, flags, mod-sequences); {@link org.fumibako.store.Volume}
 * is the implementation.
 *
 * <h2>On disk</h2>
 *
 * A volume is an index database ({@code db/volume}, shared with the journal) and a directory of append-only packs
 * ({@link org.fumibako.store.pack}). The index answers everything except the octets themselves: one narrow row for each
 * message in each mailbox ({@code message}), one row for each stored message with what was computed at arrival
 * ({@code content}). The packs hold the octets and a record of every change, so that a lost index can be rebuilt.
 *
 * <h2>One change</h2>
 *
 * The caller's thread compresses and checksums. It hands a {@link org.fumibako.store.Change} to the
 * {@link org.fumibako.store.Committer}, whose one thread commits all that wait as one group: apply each change to the
 * accounts' states, append the records to the pack and force it, write the rows, commit, publish to snapshots and feed,
 * wake the callers. {@link org.fumibako.store.GroupCommit} says what happens when a step fails.
 *
 * <p>A group of new mail alone costs one force of the disk: the pack's. Its records say all that the rows say, so the database
 * forces those rows later, and {@link org.fumibako.store.Redo} writes them again should the machine stop before.
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>What the index names is on stable storage before the index names it.
 *   <li>What was acknowledged and the index lacks is at the end of the active pack, in whole groups.
 *   <li>UIDs rise within a mailbox, UIDVALIDITY and mod-sequences within an account; none goes back or is given twice, across
 *       crashes, rebuilds, and deleting and making again. Ids of mailboxes, contents and packs are never used again.
 *   <li>A volume put back to an earlier state goes on under other UIDVALIDITYs, behind gaps in everything else that was given
 *       out ({@link org.fumibako.store.Renewal} says why).
 *   <li>A content id is pack id and offset of the record that first held it; compaction moves the octets, never the id.
 *   <li>A mailbox's counters equal a recount of its rows at every commit; an account's usage is the sum of its mailboxes.
 *   <li>Mail goes for its age in one place only: Trash, by the time it came there.
 *   <li>Octets that no message refers to stay readable for a day, so that a session can finish what it shows.
 * </ul>
 *
 * <h2>Giving room back</h2>
 *
 * {@link org.fumibako.store.Housekeeping}, beside the committer: a content that no message has referred to for a day leaves
 * the index, and its octets are dead. A log pack of which more than half is dead is written anew, as its next generation, and
 * takes the old one's place in one transaction; after that the old file is one that the index does not name, as is the file
 * of a large message that is gone, and is removed. A crash anywhere leaves a file too many, never one too few.
 *
 * <h2>Threads and processes</h2>
 *
 * Everything public is safe for any number of threads. States of accounts and snapshots are kept from group to group only
 * with SQLite, where this process is the one writer; with PostgreSQL the account's row is the lock and is read anew for
 * each group, and a snapshot is compared with the mailbox's mod-sequence at each use.
 *
 * <h2>Checking and rebuilding</h2>
 *
 * {@link org.fumibako.store.Fsck} compares index and packs while the volume is in use. {@link org.fumibako.store.Rebuild}
 * replays the packs into an empty index while it is closed: accounts, mailboxes, messages, flags, UIDs, UIDVALIDITY,
 * mod-sequences, subscriptions, annotations, dates of arrival, and what went. What packs do not hold is lost with an index: the journal, {@link org.fumibako.store.AccountObjects}, and
 * how long ago octets without a reference lost it. Where a record cannot be read, counters go on after a gap, now and in every
 * later rebuild, and what may be left of it is kept where neither compaction nor housekeeping removes it
 * ({@link org.fumibako.store.pack.KeptAside}).
 *
 * <p>What it does not do: it knows no protocol, parses no message, and searches none.
 */
@org.jspecify.annotations.NullMarked
package org.fumibako.store;
