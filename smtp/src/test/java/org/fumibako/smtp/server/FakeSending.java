// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.fumibako.model.AccountId;
import org.fumibako.registry.Account;
import org.fumibako.registry.Sending;

/** {@code hanako@} may send to {@value #HANAKOS} recipients, everybody else to any number. */
final class FakeSending implements Sending {
    static final int HANAKOS = 2;

    private final Map<AccountId, Integer> counted = new ConcurrentHashMap<>();

    @Override
    public Optional<Exceeded> count(Account account, int recipients) {
        Optional<Exceeded> exceeded = foresee(account, recipients);
        if (exceeded.isEmpty()) {
            counted.merge(account.id(), recipients, Integer::sum);
        }
        return exceeded;
    }

    @Override
    public Optional<Exceeded> foresee(Account account, int recipients) {
        boolean over = counted.getOrDefault(account.id(), 0) + recipients > HANAKOS;
        return over && account.address().localPart().equals("hanako")
                ? Optional.of(new Exceeded(Whose.ACCOUNT, Duration.ofHours(1), HANAKOS))
                : Optional.empty();
    }

    @Override
    public Used used(Account account, Whose whose) {
        int recipients = counted.getOrDefault(account.id(), 0);
        return new Used(recipients, recipients);
    }
}
