// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.secrets;

import java.net.InetAddress;
import java.time.Instant;
import org.fumibako.delivery.Countries;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.JournalRow;
import org.fumibako.journal.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * Somebody signed in, or tried to.
 *
 * @param refusal null when it was granted
 * @param address where it came from, null when that is not known; {@code country} is ISO 3166-1 alpha-2
 * @param client what the program calls itself
 * @param appPassword the name of the app password it used; null for the account's own
 */
record SignInRow(
        Instant at,
        @Nullable Refusal refusal,
        Protocol protocol,
        @Nullable String address,
        @Nullable String country,
        String client,
        @Nullable String appPassword) {
    /** Why it was not granted. */
    enum Refusal {
        WRONG_PASSWORD,
        TOO_MANY,
        SUSPENDED,
        /** The app password is not for this. */
        NOT_FOR_THIS
    }

    static SignInRow of(JournalRow row, Countries countries) {
        return new SignInRow(
                row.at(),
                row.event() instanceof JournalEvent.SignInFailed failed ? refusal(failed.reason()) : null,
                row.origin().protocol(),
                row.origin().peer().map(InetAddress::getHostAddress).orElse(null),
                row.origin().peer().flatMap(countries::of).orElse(null),
                row.origin().client(),
                row.origin().appPassword().orElse(null));
    }

    private static Refusal refusal(String reason) {
        if (reason.startsWith("too many")) {
            return Refusal.TOO_MANY;
        } else if (reason.contains("suspended")) {
            return Refusal.SUSPENDED;
        }
        return reason.contains("app password") ? Refusal.NOT_FOR_THIS : Refusal.WRONG_PASSWORD;
    }
}
