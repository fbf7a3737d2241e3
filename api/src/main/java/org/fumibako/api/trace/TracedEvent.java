// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.trace;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.fumibako.api.endpoint.Names;
import org.fumibako.delivery.Countries;
import org.fumibako.journal.JournalRow;
import org.fumibako.journal.Origin;
import org.fumibako.model.AccountId;

/**
 * One thing that happened to a message.
 *
 * @param kind a word that never changes: {@code filed}, {@code deleted}, {@code deferred}
 * @param account whose part of the message it is; empty when it is nobody's in particular
 * @param protocol through which door: {@code smtp}, {@code imap}, {@code pop3}, {@code web}, {@code system}
 * @param peer the other end's address, or empty
 * @param country of the peer, two letters, or empty
 * @param client what the client calls itself, or empty
 * @param appPassword the name of the app password that was used, or empty
 * @param facts what else is known, by name
 */
record TracedEvent(
        long id,
        Instant at,
        String kind,
        String account,
        String protocol,
        String peer,
        String country,
        String client,
        String appPassword,
        List<Fact> facts) {

    /** A value and what it is: {@code server}, {@code words}, {@code mailbox}. */
    record Fact(String name, String value) {}

    static TracedEvent of(JournalRow row, Map<AccountId, String> names, Countries countries) {
        Origin origin = row.origin();
        return new TracedEvent(
                row.id(),
                row.at(),
                row.kind(),
                row.account().map(id -> names.getOrDefault(id, "")).orElse(""),
                Names.kebab(origin.protocol()),
                origin.peer().map(InetAddress::getHostAddress).orElse(""),
                origin.peer().flatMap(countries::of).orElse(""),
                origin.client(),
                origin.appPassword().orElse(""),
                EventFacts.of(row.event()));
    }
}
