// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.fumibako.model.AccountId;
import org.fumibako.registry.Account;
import org.fumibako.registry.Directory;
import org.fumibako.registry.ForwardRules;
import org.fumibako.registry.Forwarding;

/** Says whether an account without room can take mail nevertheless, because it keeps none of what it forwards. */
final class Onward {
    /** Accounts looked at for one recipient. */
    private static final int MAX_ACCOUNTS = 200;

    private final Directory directory;
    private final ForwardRules rules;

    Onward(Directory directory, ForwardRules rules) {
        this.directory = directory;
        this.rules = rules;
    }

    /** @param room whether a mailbox has some */
    boolean leaves(Account account, Predicate<Account> room) {
        Map<AccountId, Boolean> seen = new HashMap<>();
        seen.put(account.id(), false);
        return leaves(account, room, seen);
    }

    private boolean leaves(Account account, Predicate<Account> room, Map<AccountId, Boolean> seen) {
        Forwarding forwarding = rules.of(account.id());
        return !forwarding.keep()
                && !forwarding.working().isEmpty()
                && forwarding.working().stream().allMatch(target -> takes(target, room, seen));
    }

    private boolean takes(Forwarding.Target target, Predicate<Account> room, Map<AccountId, Boolean> seen) {
        return switch (directory.resolve(target.address())) {
            case Directory.Recipient.Remote _ -> true;
            case Directory.Recipient.Unknown _, Directory.Recipient.Suspended _ -> false;
            case Directory.Recipient.Local local ->
                local.accounts().stream().allMatch(account -> takes(account, room, seen));
        };
    }

    private boolean takes(Account account, Predicate<Account> room, Map<AccountId, Boolean> seen) {
        Boolean known = seen.get(account.id());
        if (known != null) {
            return known;
        }
        // While it is looked at, whatever leads back to it takes nothing.
        seen.put(account.id(), false);
        boolean takes = room.test(account) || (seen.size() < MAX_ACCOUNTS && leaves(account, room, seen));
        seen.put(account.id(), takes);
        return takes;
    }
}
