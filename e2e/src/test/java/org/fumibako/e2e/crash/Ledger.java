// SPDX-License-Identifier: Apache-2.0
package org.fumibako.e2e.crash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.fumibako.e2e.wire.ImapSession;
import org.fumibako.e2e.wire.MailboxState;

/**
 * What one mailbox must hold: which messages were offered to the server, which of them it acknowledged, and what its UIDs
 * were when they were last seen. Thread-safe.
 */
final class Ledger {

    /** What a server puts on top of a message that arrives over SMTP (RFC 5321 §4.4), and nothing else. */
    private static final Pattern TRACE = Pattern.compile(
            "(?:(?:X-Spam-[A-Za-z]+|Return-Path|Delivered-To|Authentication-Results|Received): [^\\r\\n]*\\r\\n"
                    + "(?:[ \\t][^\\r\\n]*\\r\\n)*)*");

    private record Offer(String digest, boolean trace) {}

    private final String mailbox;
    private final Map<String, Offer> offered = new HashMap<>();
    private final Set<String> acknowledged = new HashSet<>();
    private final Map<Long, String> announced = new HashMap<>();
    private final TreeMap<Long, String> seen = new TreeMap<>();
    private final AtomicLong acknowledgements;
    private MailboxState last = new MailboxState(0, -1, 1, -1);

    /** A ledger of one mailbox; {@code acknowledgements} counts for all the ledgers that share it. */
    Ledger(String mailbox, AtomicLong acknowledgements) {
        this.mailbox = mailbox;
        this.acknowledgements = acknowledgements;
    }

    /** A message is about to be sent; {@code trace} when the server may put trace headers on top. */
    synchronized void offer(LedgerMessage message, boolean trace) {
        offered.put(message.id(), new Offer(message.digest(), trace));
    }

    synchronized void acknowledge(LedgerMessage message) {
        acknowledged.add(message.id());
        acknowledgements.incrementAndGet();
    }

    /** The server told the UID, too. */
    synchronized void acknowledge(LedgerMessage message, long uid) {
        acknowledge(message);
        announced.put(uid, message.id());
    }

    /** The first UID that has not been seen yet. */
    synchronized long unseen() {
        return last.uidNext();
    }

    /** How many messages were acknowledged. */
    synchronized int acknowledged() {
        return acknowledged.size();
    }

    /**
     * Compares with what the mailbox holds after a restart, and remembers it for the next comparison.
     *
     * @param state what SELECT says now
     * @param uids all UIDs of the mailbox
     * @param messages the messages to look at whole, by UID: those not seen before, or all
     * @return what is wrong, in words; empty when nothing is
     */
    synchronized List<String> check(MailboxState state, Set<Long> uids, SortedMap<Long, byte[]> messages) {
        List<String> faults = new ArrayList<>();
        checkState(state, faults);
        seen.keySet().stream()
                .filter(uid -> !uids.contains(uid))
                .forEach(uid -> faults.add("UID " + uid + " has gone"));
        messages.forEach((uid, octets) -> checkMessage(uid, octets, faults));
        Set<String> present = new HashSet<>(seen.values());
        acknowledged.stream()
                .filter(id -> !present.contains(id))
                .forEach(id -> faults.add("acknowledged message " + id + " is lost"));
        if (present.size() < seen.size()) {
            faults.add((seen.size() - present.size()) + " messages are there twice");
        }
        last = state;
        return faults.stream().map(fault -> mailbox + ": " + fault).toList();
    }

    private void checkState(MailboxState state, List<String> faults) {
        if (last.uidValidity() >= 0 && state.uidValidity() != last.uidValidity()) {
            faults.add("UIDVALIDITY went from " + last.uidValidity() + " to " + state.uidValidity());
        }
        if (state.uidNext() < last.uidNext()) {
            faults.add("UIDNEXT went back from " + last.uidNext() + " to " + state.uidNext());
        }
        if (state.highestModSeq() < last.highestModSeq()) {
            faults.add("HIGHESTMODSEQ went back from " + last.highestModSeq() + " to " + state.highestModSeq());
        }
    }

    private void checkMessage(long uid, byte[] octets, List<String> faults) {
        String text = ImapSession.text(octets);
        int start = text.indexOf(LedgerMessage.HEADER);
        int end = text.indexOf("\r\n", Math.max(start, 0));
        if (start < 0 || end < 0) {
            faults.add("UID " + uid + " is no message of ours");
            return;
        }
        String id = text.substring(start + LedgerMessage.HEADER.length(), end);
        Offer offer = offered.get(id);
        if (offer == null) {
            faults.add("UID " + uid + " says that it is " + id + ", which was never sent here");
        } else if (!offer.digest().equals(LedgerMessage.digest(octets, start))) {
            faults.add("message " + id + " (UID " + uid + ") is damaged");
        } else if (start > 0
                && (!offer.trace() || !TRACE.matcher(text.substring(0, start)).matches())) {
            faults.add("message " + id + " has more on top than trace headers: " + text.substring(0, start));
        }
        checkIdentity(uid, id, faults);
    }

    private void checkIdentity(long uid, String id, List<String> faults) {
        String before = seen.putIfAbsent(uid, id);
        if (before != null && !before.equals(id)) {
            faults.add("UID " + uid + " was " + before + " and is " + id);
        }
        if (before == null && uid < last.uidNext()) {
            faults.add("UID " + uid + " is new but below the UIDNEXT of " + last.uidNext() + " that was told before");
        }
        String told = announced.get(uid);
        if (told != null && !told.equals(id)) {
            faults.add("UID " + uid + " was told for " + told + " and is " + id);
        }
    }
}
