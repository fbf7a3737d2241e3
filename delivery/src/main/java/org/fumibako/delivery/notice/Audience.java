// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.notice;

import java.util.List;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Account;

/**
 * Who is told.
 *
 * @param here each once
 * @param elsewhere addresses of other servers, which the letter is queued for
 */
public record Audience(List<Account> here, List<EmailAddress> elsewhere) {
    public Audience {
        here = List.copyOf(here);
        elsewhere = List.copyOf(elsewhere);
    }

    /** Accounts of this server only. */
    public static Audience of(List<Account> here) {
        return new Audience(here, List.of());
    }
}
