// SPDX-License-Identifier: Apache-2.0
package org.fumibako.pop3.command;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.fumibako.model.AccountId;

/** The exclusive access that RFC 1939 §4 wants: one session at a time holds a maildrop. Safe for any number of threads. */
public interface MaildropLocks {
    /** Takes the account's maildrop; empty while another session has it. */
    Optional<Lock> take(AccountId account);

    /** Held until closed. Idempotent. */
    interface Lock extends AutoCloseable {
        @Override
        void close();
    }

    /** For the sessions of one process. */
    static MaildropLocks inProcess() {
        Map<AccountId, Lock> held = new ConcurrentHashMap<>();
        return account -> {
            Lock lock = new Lock() {
                @Override
                public void close() {
                    // Closed twice, it does not free what another session has taken since.
                    held.remove(account, this);
                }
            };
            return held.putIfAbsent(account, lock) == null ? Optional.of(lock) : Optional.empty();
        };
    }
}
