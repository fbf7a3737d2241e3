// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.submission;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fumibako.model.AccountId;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was sent lately. It is kept in memory: a submission that has gone cannot be called back, so its object is of no further use,
 * and RFC 8621 §7 lets a server forget it. States name the process, so none is understood after a start. Safe for any number of
 * threads.
 */
public final class Sent {
    /** Submissions of one account that are remembered. */
    private static final int MOST = 100;

    /** Accounts that are remembered; beyond, all is forgotten. */
    private static final int MAX_ACCOUNTS = 10_000;

    private final String process;
    private final Map<AccountId, Deque<ObjectNode>> sent = new HashMap<>();
    private long counter;

    /** @param process different for every start; letters and digits */
    public Sent(String process) {
        this.process = process;
    }

    /** Remembers it under a new id, which is set. */
    synchronized String add(AccountId account, ObjectNode submission) {
        if (sent.size() >= MAX_ACCOUNTS) {
            sent.clear();
        }
        counter++;
        String id = "S" + process + "-" + counter;
        submission.put("id", id);
        Deque<ObjectNode> own = sent.computeIfAbsent(account, none -> new ArrayDeque<>());
        own.addLast(submission);
        if (own.size() > MOST) {
            own.removeFirst();
        }
        return id;
    }

    /** The oldest first. */
    synchronized List<ObjectNode> of(AccountId account) {
        return new ArrayList<>(sent.getOrDefault(account, new ArrayDeque<>()));
    }

    /** Changes whenever somebody sends something. */
    synchronized String state() {
        return process + "-" + counter;
    }
}
