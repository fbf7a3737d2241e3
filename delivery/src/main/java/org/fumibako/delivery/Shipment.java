// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.Content;
import org.fumibako.sieve.HeaderChanges;
import org.fumibako.store.Append;
import org.fumibako.store.queue.Posting;

/** The filings of one message: one content for all, and one more for each header that rules have changed. */
final class Shipment {
    private final Content content;
    private final MessageSummary summary;
    private final Arrival arrival;
    private final Map<HeaderChanges, List<Append.Filing>> groups = new LinkedHashMap<>(2);

    Shipment(Content content, MessageSummary summary, Arrival arrival) {
        this.content = content;
        this.summary = summary;
        this.arrival = arrival;
    }

    /** A mailbox that two rules name gets it once. */
    void add(Append.Filing filing, HeaderChanges header) {
        List<Append.Filing> group = groups.computeIfAbsent(header, _ -> new ArrayList<>());
        boolean again = group.stream()
                .anyMatch(other -> other.account().equals(filing.account())
                        && other.mailbox().equals(filing.mailbox()));
        if (!again) {
            group.add(filing);
        }
    }

    /** @param posting of the message as it is */
    List<Append> appends(Optional<Posting> posting) throws IOException {
        List<Append> appends = new ArrayList<>(groups.size());
        if (posting.isPresent()) {
            groups.putIfAbsent(HeaderChanges.NONE, List.of());
        }
        for (Map.Entry<HeaderChanges, List<Append.Filing>> group : groups.entrySet()) {
            boolean same = group.getKey().isEmpty();
            Content changed = same ? content : EditedHeader.of(content, summary, group.getKey());
            appends.add(new Append(
                    changed,
                    same ? summary : MessageSummary.of(changed),
                    group.getValue(),
                    arrival.envelope().sender(),
                    arrival.origin(),
                    same ? posting : Optional.empty()));
        }
        return appends;
    }
}
