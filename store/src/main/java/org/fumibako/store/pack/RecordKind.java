// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store.pack;

import java.util.Arrays;
import java.util.Optional;

/** What a record's meta part is. */
public enum RecordKind {
    /** {@link LogEvent.Filed} */
    FILED(1),
    /** {@link LogEvent.AccountCreated} */
    ACCOUNT_CREATED(2),
    /** {@link LogEvent.AccountDeleted} */
    ACCOUNT_DELETED(3),
    /** {@link LogEvent.MailboxCreated} */
    MAILBOX_CREATED(4),
    /** {@link LogEvent.MailboxRenamed} */
    MAILBOX_RENAMED(5),
    /** {@link LogEvent.MailboxDeleted} */
    MAILBOX_DELETED(6),
    /** {@link LogEvent.Subscribed} */
    SUBSCRIBED(7),
    /** {@link LogEvent.FlagsSet} */
    FLAGS_SET(8),
    /** {@link LogEvent.Removed} */
    REMOVED(9),
    /** {@link LogEvent.Copied} */
    COPIED(10),
    /** {@link LogEvent.Blob} */
    BLOB(11),
    /** {@link LogEvent.UidValidityChanged} */
    UID_VALIDITY_CHANGED(12),
    /** {@link LogEvent.Queued} */
    QUEUED(13),
    /** {@link LogEvent.QueueChanged} */
    QUEUE_CHANGED(14),
    /** {@link LogEvent.GroupEnd} */
    GROUP_END(15),
    /** {@link LogEvent.Annotated} */
    ANNOTATED(16),
    /** {@link LogEvent.ObjectKept} */
    OBJECT_KEPT(17),
    /** {@link LogEvent.ObjectGone} */
    OBJECT_GONE(18);

    private final int code;

    RecordKind(int code) {
        this.code = code;
    }

    /** What stands for it on disk. */
    int code() {
        return code;
    }

    static Optional<RecordKind> of(int code) {
        return Arrays.stream(values()).filter(value -> value.code == code).findFirst();
    }
}
