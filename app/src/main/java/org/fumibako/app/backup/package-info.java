// SPDX-License-Identifier: Apache-2.0
/**
 * Copies of a data directory, made while its server runs, and put back.
 *
 * <h2>On disk</h2>
 *
 * A backup is a directory that holds the latest copy of one server:
 *
 * <pre>
 *  manifest         what belongs to the copy, with lengths and checksums ({@link org.fumibako.app.backup.Manifest})
 *  packs/           the packs, as long as the index says or longer
 *  state-TIME/      index.db, registry.db, and under files/ whatever else the data directory has
 *  lock             held while a backup is made
 * </pre>
 *
 * The manifest is written last, beside the one before, and takes its place in one step when everything it names is on stable
 * storage. Packs only grow, so the next copy adds to those that are there without touching what the manifest before names;
 * everything else is written anew into another {@code state-TIME}. At no moment is there a manifest without all it names, so
 * a copy that was cut short is never taken for a whole one, and the one before it stays good.
 *
 * <h2>Consistency</h2>
 *
 * The index is copied as of one moment, and with it the packs up to the lengths it names. The registry follows: it may know
 * of an account that the index does not, never the other way round, so no account id can be given out a second time to find
 * somebody else's mail. {@link org.fumibako.app.backup.Restore} makes the mailboxes that are missing.
 *
 * <p>Threads: one backup at a time; each is one thread, the one of its command.
 */
@org.jspecify.annotations.NullMarked
package org.fumibako.app.backup;
