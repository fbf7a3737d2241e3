// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.forward;

import java.util.Set;
import org.fumibako.model.AccountId;
import org.fumibako.registry.Directory;
import org.fumibako.registry.ForwardRules;

/** Works out where a message goes: who has it in a mailbox, and which servers elsewhere get it. */
final class Planner {
    private final Directory directory;
    private final ForwardRules rules;

    Planner(Directory directory, ForwardRules rules) {
        this.directory = directory;
        this.rules = rules;
    }

    /** @param closed accounts that turned out to take nothing; whoever forwards to one keeps the message */
    Plan plan(Incoming message, Set<AccountId> closed) {
        Walk walk = new Walk(directory, rules, message, closed);
        message.arrivals().forEach(walk::begin);
        return walk.plan();
    }
}
