// SPDX-License-Identifier: Apache-2.0
/**
 * What happened, to whom, when, by which client: the evidence that the panel's history, the doctor and {@code admin journal}
 * read. {@link org.fumibako.journal.JournalEvent} lists what is consequential; {@link org.fumibako.journal.Journal} keeps it.
 *
 * <p><b>Invariants.</b> A row that explains a change is in the same transaction as the change. A row without one is at most
 * 250 ms behind and never makes a session wait; when the database stands still for so long that 20,000 rows wait, further
 * ones are dropped, counted and logged. Passwords and message bodies never appear.
 *
 * <p><b>On disk.</b> The table {@code journal} of the volume's database, migration {@code V1} of {@code db/volume}: one row
 * an event, its own fields as one tab-separated line ({@code EventCodec}). Kept 90 days by default.
 *
 * <p><b>Threading.</b> {@code Journal} is safe for any number of threads and owns one platform thread that writes.
 */
@org.jspecify.annotations.NullMarked
package org.fumibako.journal;
