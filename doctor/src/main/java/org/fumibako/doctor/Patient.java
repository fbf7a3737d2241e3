// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor;

import java.time.Instant;
import java.util.Optional;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Account;

/**
 * The address that the complaint is about.
 *
 * <p>Of an alias that leads to one account it is that account, whose address differs from {@code address} then.
 *
 * @param account empty when there is none of that address: which may be the finding
 * @param now when the examination began
 */
public record Patient(EmailAddress address, Optional<Account> account, History history, Times times, Instant now) {
    /** Whether {@code text} is the patient's address, or its account's. */
    public boolean isFor(String text) {
        return text.equalsIgnoreCase(address.toString())
                || account.filter(found -> text.equalsIgnoreCase(found.address().toString()))
                        .isPresent();
    }

    /** The account's own address where there is one, which an alias is not. */
    public EmailAddress accountAddress() {
        return account.map(Account::address).orElse(address);
    }

    /** The panel's path of the account, for remedies. */
    public String apiPath() {
        return "/api/accounts/" + Paths.segment(accountAddress().toString());
    }

    /** Whether the address is only another name of the account. */
    public boolean isAlias() {
        return account.filter(found -> !found.address().key().equals(address.key()))
                .isPresent();
    }

    /** The panel's page of the account; {@code page} is empty, or one below it that begins with a slash. */
    public String accountPath(String page) {
        return panelPath("accounts/" + Paths.segment(accountAddress().toString()) + page);
    }

    /** The panel's pages about the domain. */
    public String panelPath(String page) {
        return "/panel/" + address.domain().ascii() + "/" + page;
    }
}
