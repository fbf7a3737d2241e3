// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.util.List;
import java.util.Optional;
import org.fumibako.model.AccountId;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;

/** What the protocols ask of the registry while a session waits. Answered from memory, at most a second old. */
public interface Directory {
    /** Where mail for {@code recipient} goes. {@code postmaster@} of a hosted domain always resolves (RFC 5321 §4.5.1). */
    Recipient resolve(EmailAddress recipient);

    /** Whether the domain is one of ours. */
    boolean hosts(DomainName domain);

    /** By the account's own address, any case; aliases do not sign in. */
    Optional<Account> account(EmailAddress address);

    Optional<Account> account(AccountId id);

    /** The addresses an account may send as: its own and the aliases that lead to it. */
    List<EmailAddress> addressesOf(AccountId account);

    /** What a recipient turned out to be. */
    sealed interface Recipient {
        /** One account, or the accounts behind an alias; never empty. */
        record Local(List<Account> accounts) implements Recipient {}

        /** The domain is ours, the address is not. */
        record Unknown() implements Recipient {}

        /** The account exists and takes no mail at present. */
        record Suspended() implements Recipient {}

        /** The domain is not ours. */
        record Remote() implements Recipient {}
    }
}
