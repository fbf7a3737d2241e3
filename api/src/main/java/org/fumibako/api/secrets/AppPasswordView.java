// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.secrets;

import java.time.Instant;
import java.util.List;
import org.fumibako.journal.Protocol;
import org.fumibako.registry.AppPassword;
import org.fumibako.registry.AppScope;
import org.jspecify.annotations.Nullable;

/**
 * A password that one program has for itself.
 *
 * @param lastUse null when it was never used
 */
record AppPasswordView(
        long id,
        String name,
        List<AppScope.Use> uses,
        boolean mayDelete,
        Instant created,
        @Nullable LastUseView lastUse) {
    /** @param address where; empty when that is not known */
    record LastUseView(Instant at, String address, Protocol protocol) {}

    static AppPasswordView of(AppPassword password) {
        return new AppPasswordView(
                password.id(),
                password.name(),
                password.scope().uses().stream().sorted().toList(),
                password.scope().mayDelete(),
                password.created(),
                password.lastUse()
                        .map(use -> new LastUseView(use.at(), use.peer(), use.protocol()))
                        .orElse(null));
    }
}
