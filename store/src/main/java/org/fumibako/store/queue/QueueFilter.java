// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store.queue;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.fumibako.model.AccountId;
import org.fumibako.model.CustomerId;
import org.fumibako.model.DomainName;

/**
 * Which recipients in the queue are meant: those that every given part fits.
 *
 * @param among of one of these accounts; nothing fits when it is given and empty
 */
public record QueueFilter(
        Optional<CustomerId> customer,
        Optional<AccountId> account,
        OptionalLong queueId,
        Optional<DomainName> domain,
        Optional<Set<AccountId>> among) {
    public static final QueueFilter ALL =
            new QueueFilter(Optional.empty(), Optional.empty(), OptionalLong.empty(), Optional.empty());

    public QueueFilter {
        among = among.map(Set::copyOf);
    }

    public QueueFilter(
            Optional<CustomerId> customer,
            Optional<AccountId> account,
            OptionalLong queueId,
            Optional<DomainName> domain) {
        this(customer, account, queueId, domain, Optional.empty());
    }

    public QueueFilter of(CustomerId whose) {
        return new QueueFilter(Optional.of(whose), account, queueId, domain, among);
    }

    public QueueFilter of(AccountId whose) {
        return new QueueFilter(customer, Optional.of(whose), queueId, domain, among);
    }

    public QueueFilter message(long id) {
        return new QueueFilter(customer, account, OptionalLong.of(id), domain, among);
    }

    public QueueFilter to(DomainName destination) {
        return new QueueFilter(customer, account, queueId, Optional.of(destination), among);
    }

    public QueueFilter among(Set<AccountId> accounts) {
        return new QueueFilter(customer, account, queueId, domain, Optional.of(accounts));
    }
}
