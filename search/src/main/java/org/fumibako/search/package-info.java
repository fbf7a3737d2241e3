// SPDX-License-Identifier: Apache-2.0
/**
 * Full-text search in a volume. {@link org.fumibako.search.SearchIndex} keeps a Lucene index beside it; {@link
 * org.fumibako.search.MessageText} says what is searched, {@link org.fumibako.search.Folding} what counts as the same.
 *
 * <h2>What is found</h2>
 *
 * Parts of words, as RFC 9051 §6.4.4 wants it, in any script: texts are cut into overlapping grams ({@link
 * org.fumibako.search.GramCutter}). For Japanese, Chinese and Korean words the index is exact. For others it says in which
 * messages it is worth to look, and whoever asks looks there.
 *
 * <h2>Derived data</h2>
 *
 * The index holds nothing that the packs do not. It follows {@link org.fumibako.store.Arrivals} and writes into each commit how
 * far it has read, so after a crash it goes on from there. Nothing tells it of deletions: whoever asks has the messages of a
 * mailbox at hand and asks about each by its content id, so neither a deleted message nor one of another account can be found.
 * Contents that the store has no more are taken out from time to time. An index that is missing, damaged, or made by other
 * rules is made anew in the background; every octet of it is checked when it is opened.
 *
 * <h2>Threads</h2>
 *
 * One thread writes, in batches and with pauses, and never when the server is busy, unless somebody waits or it has fallen far
 * behind ({@link org.fumibako.search.Pace}). Searching happens on the caller's thread, in the last commit. A message that is not
 * indexed yet is unknown to the index, and is looked into.
 *
 * <h2>On disk</h2>
 *
 * One directory of Lucene's. One document for each stored message that an account has: its content id, the accounts that have
 * it, and each {@link org.fumibako.search.TextField} twice, once for grams with their places, once for those without. No text is
 * stored. Not part of a backup.
 */
@org.jspecify.annotations.NullMarked
package org.fumibako.search;
