// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.util.List;
import org.fumibako.db.Database;
import org.fumibako.model.AccountId;

/** The annotations of a volume. */
final class VolumeAnnotations implements Annotations {
    private final Database database;
    private final Committer committer;

    VolumeAnnotations(Database database, Committer committer) {
        this.database = database;
        this.committer = committer;
    }

    @Override
    public List<Annotation> list(AccountId account) {
        return database.read(connection -> AnnotationRows.all(connection, account)).stream()
                .filter(annotation -> !annotation.name().entry().equals(ShareRows.ENTRY))
                .toList();
    }

    @Override
    public void change(AccountId account, List<Annotation.Change> changes) throws MailboxException {
        for (Annotation.Change change : changes) {
            if (change.name().entry().length() > MAX_ENTRY
                    || change.value().filter(value -> value.length > MAX_VALUE).isPresent()) {
                throw new IllegalArgumentException("annotation out of bounds: " + change.name());
            }
        }
        int _ = committer.submit(new AnnotationChange(account, List.copyOf(changes)));
    }
}
