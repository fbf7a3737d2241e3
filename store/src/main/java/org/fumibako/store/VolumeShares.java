// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.util.List;
import org.fumibako.db.Database;
import org.fumibako.journal.Origin;
import org.fumibako.model.AccountId;
import org.fumibako.model.MailboxId;

/** The shares of a volume. */
final class VolumeShares implements Shares {
    private final Database database;
    private final Committer committer;

    VolumeShares(Database database, Committer committer) {
        this.database = database;
        this.committer = committer;
    }

    @Override
    public List<Share> of(AccountId owner) {
        return database.read(connection -> ShareRows.of(connection, owner));
    }

    @Override
    public List<Share> with(AccountId reader) {
        return database.read(connection -> ShareRows.with(connection, reader));
    }

    @Override
    public String rights(AccountId owner, MailboxId mailbox, AccountId reader) {
        return database.read(connection -> ShareRows.one(connection, owner, mailbox, reader))
                .map(Share::rights)
                .orElse("");
    }

    @Override
    public void set(Share share, String words, Origin origin) throws MailboxException {
        boolean _ = committer.submit(new ShareChange(share, words, origin));
    }
}
