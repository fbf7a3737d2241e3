// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A change on its way through the committer, and the caller who waits for it. */
final class Pending<R> {
    private final Change<R> change;
    private final CountDownLatch done = new CountDownLatch(1);
    private @Nullable R result;
    private @Nullable MailboxException refusal;
    private @Nullable StoreException failure;

    Pending(Change<R> change) {
        this.change = change;
    }

    Change<R> change() {
        return change;
    }

    /** Applies the change and keeps its answer, which counts only once the group is committed. */
    void apply(Group group) throws java.sql.SQLException {
        refusal = null;
        try {
            result = change.apply(group);
        } catch (MailboxException refused) {
            refusal = refused;
        }
    }

    /** The group is on disk. */
    void committed() {
        done.countDown();
    }

    void failed(StoreException reason) {
        failure = reason;
        done.countDown();
    }

    /** Waits for the outcome, whatever happens to the waiting thread: the change may be under way already. */
    R await() throws MailboxException {
        boolean interrupted = false;
        while (true) {
            try {
                done.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw new StoreException(failure.getMessage(), failure);
        }
        if (refusal != null) {
            throw refusal;
        }
        return java.util.Objects.requireNonNull(result);
    }
}
