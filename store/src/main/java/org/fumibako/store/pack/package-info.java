// SPDX-License-Identifier: Apache-2.0
/**
 * The append-only half of a volume: files of self-describing, checksummed records from which the index can be rebuilt.
 *
 * <h2>On disk</h2>
 *
 * A pack is a file {@code <id>-<generation>.pack}: records one after the other, no header of its own. A record is
 *
 * <pre>
 *  0  4  magic "FbK1"
 *  4  1  kind ({@link org.fumibako.store.pack.RecordKind})
 *  5  1  form of the content ({@link org.fumibako.store.pack.ContentForm})
 *  6  2  zero
 *  8  4  length of the meta part
 * 12  4  CRC-32C of the meta part
 * 16  8  length of the content part as stored
 * 24  4  CRC-32C of the content part (FRAMED: of the frame index)
 * 28  4  CRC-32C of octets 0..27
 * 32     meta part, then content part
 * </pre>
 *
 * Numbers are big-endian in the header and LEB128 in the meta part. A meta part is one
 * {@link org.fumibako.store.pack.LogEvent}. FRAMED content is frames of 1 MiB of the message, each compressed by itself (or
 * raw, when its stored length equals its own), followed by the index: stored length and CRC-32C of each frame.
 *
 * <p>Two sorts of pack: a <em>log</em> pack takes what each group commit appends; a <em>solo</em> pack is one BLOB record, a
 * message too large for a log pack, written by the thread that brought it.
 *
 * <p>The directory {@code damaged} beside the packs is {@link org.fumibako.store.pack.KeptAside}.
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>Replaying the records of all log packs by id, then offset, gives back every account, mailbox, UID, UIDVALIDITY,
 *       mod-sequence and flag.
 *   <li>A pack id is never used again. A generation rises when compaction drops content of messages that are gone; the
 *       order and meaning of the records stay.
 *   <li>A record once committed is never changed in place.
 * </ul>
 *
 * <p>This package knows files, not SQL; which octets are committed, the index says.
 */
@org.jspecify.annotations.NullMarked
package org.fumibako.store.pack;
