// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.time.Duration;
import java.util.List;
import org.fumibako.journal.Origin;
import org.fumibako.model.AccountId;
import org.fumibako.store.queue.QueueFilter;
import org.fumibako.store.queue.Steering;

/**
 * Makes a volume that was put back to an earlier state safe to show to clients that have seen a later one.
 *
 * <p>How many UIDs were given out after that state is not known, messages deleted since are back under UIDs that clients
 * have dropped, and flags are as they were. IMAP has one word for all of this: another UIDVALIDITY, upon which a client
 * forgets what it knew of the mailbox and reads it anew (RFC 9051 §2.3.1.1). A gap in the UIDs instead would save that
 * reading, but a synchronising client would take the mail that the restore lost for expunged, and delete its own, last copy.
 *
 * <p>What has no such word gets a gap: mod-sequences of accounts, ids of mailboxes and of packs, and with these the ids of
 * contents.
 *
 * <p>Mail that waited for other servers at that state has most likely been sent since. It is held, so that nobody gets it twice
 * unless somebody lets it go.
 */
final class Renewal {
    /** Far more mod-sequences than an account can have used since: a thousand changes a second for seven weeks. */
    private static final long MOD_SEQS = 1L << 32;

    /** Mailboxes, and packs, that may have been made since; a pack is 256 MB of small messages or one large one. */
    private static final long IDS = 1_000_000;

    /** A new UIDVALIDITY is the clock's seconds unless an account makes mailboxes faster; this is that much faster. */
    private static final Duration AHEAD = Duration.ofDays(1);

    /** Accounts a change; each group costs one force of the disk. */
    private static final int BATCH = 200;

    private Renewal() {}

    static void run(Volume.Parts parts) {
        List<AccountId> accounts = parts.database().write(tx -> {
            Counter.MAILBOX.raise(tx, IDS);
            Counter.PACK.raise(tx, IDS);
            PackRows.sealAll(tx);
            return AccountRows.raise(tx, MOD_SEQS);
        });
        try (Volume volume = Volume.open(parts)) {
            for (int from = 0; from < accounts.size(); from += BATCH) {
                int to = Math.min(from + BATCH, accounts.size());
                volume.submit(new RenewChange(accounts.subList(from, to), AHEAD));
            }
            volume.queue().steer(Steering.HOLD, QueueFilter.ALL, Origin.system("restore"));
        }
    }
}
