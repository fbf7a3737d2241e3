// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor;

import java.time.Instant;
import java.util.Optional;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Account;

/**
 * The address that the complaint is about.
 *
 * @param account empty when there is none of that address: which may be the finding
 * @param now when the examination began
 */
public record Patient(EmailAddress address, Optional<Account> account, History history, Times times, Instant now) {
    /** The panel's path of the account, for remedies. */
    public String apiPath() {
        return "/api/accounts/" + Paths.segment(address.toString());
    }

    /** The panel's pages about the domain. */
    public String panelPath(String page) {
        return "/panel/" + address.domain().ascii() + "/" + page;
    }
}
