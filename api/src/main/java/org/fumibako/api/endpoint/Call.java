// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.endpoint;

import java.util.Map;
import java.util.Optional;
import org.fumibako.journal.Origin;
import org.fumibako.registry.Account;
import org.fumibako.registry.Domain;
import org.fumibako.registry.history.MadeChanges;
import org.jspecify.annotations.Nullable;

/**
 * One use of an endpoint, by somebody who may.
 *
 * @param domain what {@code {domain}} in the path names, or the account's
 * @param account what {@code {address}} in the path names
 * @param path the variables of the path, decoded
 * @param origin for the journal, with the actor
 */
public record Call<Q>(
        Actor actor,
        Q request,
        Optional<Domain> domain,
        Optional<Account> account,
        Map<String, String> path,
        Origin origin,
        Language language,
        Visit visit) {

    /** The domain of an endpoint whose access says that there is one. */
    public Domain theDomain() {
        return domain.orElseThrow(() -> ApiException.of(ErrorCode.DOMAIN_NOT_FOUND));
    }

    /** The account of an endpoint whose access says that there is one. */
    public Account theAccount() {
        return account.orElseThrow(() -> ApiException.of(ErrorCode.ACCOUNT_NOT_FOUND));
    }

    /** A number in the path; what is none names nothing. */
    public long number(String variable) {
        try {
            return Long.parseLong(path.getOrDefault(variable, ""));
        } catch (NumberFormatException notOne) {
            throw ApiException.of(ErrorCode.NOT_FOUND);
        }
    }

    /** By which id the changes that this call has made are undone; null when it made none that the history has. */
    public @Nullable Long undo() {
        long bundle = MadeChanges.bundle();
        return bundle == 0 ? null : bundle;
    }
}
