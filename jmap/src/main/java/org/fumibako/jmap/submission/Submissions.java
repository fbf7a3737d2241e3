// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.submission;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.fumibako.jmap.kept.Kept;
import org.fumibako.jmap.wire.Json;
import org.fumibako.jmap.wire.SetException;
import org.fumibako.model.AccountId;
import org.fumibako.store.AccountObjects;
import org.fumibako.store.OutboundQueue;
import tools.jackson.databind.node.ObjectNode;

/** What was sent lately, and what is to be sent later (RFC 8621 §7). Safe for any number of threads. */
public final class Submissions {
    /** How long one that is final is remembered; RFC 8621 §7 lets a server forget it at any time. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    /** Of one account, at most; the oldest that are final make room. */
    private static final int MOST = 500;

    /** How long a letter may wait (RFC 4865 §4), in seconds: two months. */
    public static final long MAX_DELAY = Duration.ofDays(62).toSeconds();

    private static final Kept.Type TYPE = new Kept.Type("EmailSubmission", 'S', MOST);

    private final Kept kept;
    private final OutboundQueue queue;
    private final InstantSource clock;

    public Submissions(AccountObjects objects, OutboundQueue queue, Json json, InstantSource clock) {
        this.kept = new Kept(objects, json, TYPE);
        this.queue = queue;
        this.clock = clock;
    }

    /** The objects. */
    public Kept kept() {
        return kept;
    }

    /** Says how far mail for others is. */
    public DeliveryStatus status() {
        return new DeliveryStatus(queue);
    }

    /** @param due when it is to be sent; empty when it was */
    String add(AccountId account, ObjectNode submission, Optional<Instant> due) throws SetException {
        tidy(account);
        return kept.add(account, submission, due);
    }

    private void tidy(AccountId account) {
        List<Kept.Item> all = kept.all(account);
        Instant oldest = clock.instant().minus(REMEMBERED);
        int over = all.size() - MOST + 1;
        for (Kept.Item item : all) {
            boolean old = Instant.parse(item.json().path("sendAt").asString()).isBefore(oldest);
            if (!isPending(item.json()) && (old || over > 0) && kept.remove(account, item.id())) {
                over--;
            }
        }
    }

    static boolean isPending(ObjectNode submission) {
        return submission.path("undoStatus").asString().equals("pending");
    }
}
