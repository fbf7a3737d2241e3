// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.fumibako.model.AccountId;

/** Lets so many in at a time, account by account. */
public final class Doors {
    private final int most;
    private final Map<AccountId, Integer> inside = new ConcurrentHashMap<>();

    public Doors(int most) {
        this.most = most;
    }

    /** Closing it leaves. */
    public interface Pass extends AutoCloseable {
        @Override
        void close();
    }

    /** Empty when there are enough inside. */
    public Optional<Pass> enter(AccountId account) {
        boolean[] entered = new boolean[1];
        inside.compute(account, (id, count) -> {
            int now = count == null ? 0 : count;
            entered[0] = now < most;
            return entered[0] ? Integer.valueOf(now + 1) : count;
        });
        return entered[0] ? Optional.of(() -> leave(account)) : Optional.empty();
    }

    private void leave(AccountId account) {
        inside.computeIfPresent(account, (id, count) -> count == 1 ? null : count - 1);
    }
}
