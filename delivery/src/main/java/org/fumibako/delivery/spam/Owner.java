// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.spam;

import java.util.function.Predicate;
import org.fumibako.filter.Person;
import org.fumibako.filter.bayes.Counts;
import org.fumibako.model.EmailAddress;

/**
 * The owner of an account.
 *
 * @param correspondents whether the account has sent mail to an address; asked at most once a message
 */
public record Owner(Counts counts, Predicate<EmailAddress> correspondents) implements Person {
    @Override
    public boolean hasWrittenTo(EmailAddress address) {
        return correspondents.test(address);
    }
}
