// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.history;

import java.util.Optional;
import org.fumibako.model.AccountId;
import org.fumibako.model.CustomerId;
import org.fumibako.model.DomainId;

/** Which changes; {@code text} is a part of the subject or of the actor, in any case. */
public record ChangeQuery(
        Optional<CustomerId> customer,
        Optional<DomainId> domain,
        Optional<AccountId> account,
        String text,
        long offset,
        int limit) {}
