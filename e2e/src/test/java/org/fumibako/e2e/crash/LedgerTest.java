// SPDX-License-Identifier: Apache-2.0
package org.fumibako.e2e.crash;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.fumibako.e2e.wire.MailboxState;
import org.junit.jupiter.api.Test;

/** The ledger is what the crash suite judges with: each kind of fault is planted here once. */
final class LedgerTest {

    private final Ledger ledger = new Ledger("INBOX", new AtomicLong());
    private final LedgerMessage first = LedgerMessage.random("first", 300, new Random(1));
    private final LedgerMessage second = LedgerMessage.random("second", 300, new Random(2));
    private final TreeMap<Long, byte[]> mailbox = new TreeMap<>();

    @Test
    void whatIsThereAsItWasSentIsNoFault() {
        acknowledged(first, 1);
        ledger.offer(second, true);
        mailbox.put(
                2L,
                withOnTop(
                        "Return-Path: <a@b.test>\r\nAuthentication-Results: c;\r\n\tspf=none\r\nReceived: from a\r\n\tby b\r\n",
                        second));

        assertThat(check(1, 3, 5)).isEmpty();
    }

    @Test
    void anUnacknowledgedMessageMayBeMissing() {
        ledger.offer(first, true);

        assertThat(check(1, 1, 1)).isEmpty();
    }

    @Test
    void anAcknowledgedMessageThatIsMissingIsLost() {
        acknowledged(first, 1);
        mailbox.clear();

        assertThat(check(1, 2, 5)).containsExactly("INBOX: acknowledged message first is lost");
    }

    @Test
    void aChangedOctetIsDamage() {
        acknowledged(first, 1);
        mailbox.get(1L)[200] ^= 1;

        assertThat(check(1, 2, 5)).singleElement().asString().contains("damaged");
    }

    @Test
    void aMessageCutShortIsDamage() {
        acknowledged(first, 1);
        mailbox.put(1L, java.util.Arrays.copyOf(first.octets(), first.octets().length - 2));

        assertThat(check(1, 2, 5)).singleElement().asString().contains("damaged");
    }

    @Test
    void aMessageThatIsThereTwiceIsAFault() {
        acknowledged(first, 1);
        mailbox.put(2L, first.octets());

        assertThat(check(1, 3, 5)).containsExactly("INBOX: 1 messages are there twice");
    }

    @Test
    void aMessageThatNobodySentIsAFault() {
        mailbox.put(1L, second.octets());

        assertThat(check(1, 2, 5)).singleElement().asString().contains("never sent here");
    }

    @Test
    void aHeaderThatIsNoTraceIsAFault() {
        ledger.offer(first, true);
        mailbox.put(1L, withOnTop("X-Other: header\r\n", first));

        assertThat(check(1, 2, 5)).singleElement().asString().contains("more on top");
    }

    @Test
    void anAppendedMessageHasNothingOnTop() {
        ledger.offer(first, false);
        mailbox.put(1L, withOnTop("Received: from a\r\n", first));

        assertThat(check(1, 2, 5)).singleElement().asString().contains("more on top");
    }

    @Test
    void numbersThatGoBackAreFaults() {
        acknowledged(first, 1);
        check(7, 9, 50);

        assertThat(check(8, 8, 49))
                .containsExactly(
                        "INBOX: UIDVALIDITY went from 7 to 8",
                        "INBOX: UIDNEXT went back from 9 to 8",
                        "INBOX: HIGHESTMODSEQ went back from 50 to 49");
    }

    @Test
    void aUidUsedAgainIsAFault() {
        acknowledged(first, 1);
        check(1, 3, 5);
        ledger.offer(second, true);
        mailbox.put(1L, second.octets());
        mailbox.put(2L, first.octets());

        assertThat(check(1, 3, 5))
                .contains("INBOX: UID 1 was first and is second")
                .anyMatch(fault -> fault.contains("UID 2 is new but below the UIDNEXT of 3"));
    }

    @Test
    void aUidThatWasToldForAnotherMessageIsAFault() {
        ledger.offer(first, true);
        ledger.offer(second, true);
        ledger.acknowledge(first, 1);
        mailbox.put(1L, second.octets());
        mailbox.put(2L, first.octets());

        assertThat(check(1, 3, 5)).containsExactly("INBOX: UID 1 was told for first and is second");
    }

    @Test
    void aUidThatHasGoneIsAFault() {
        ledger.offer(first, true);
        mailbox.put(1L, first.octets());
        check(1, 2, 5);
        mailbox.clear();

        assertThat(check(1, 2, 5)).containsExactly("INBOX: UID 1 has gone");
    }

    private void acknowledged(LedgerMessage message, long uid) {
        ledger.offer(message, true);
        ledger.acknowledge(message, uid);
        mailbox.put(uid, message.octets().clone());
    }

    private List<String> check(long uidValidity, long uidNext, long modSeq) {
        SortedMap<Long, byte[]> messages = new TreeMap<>(mailbox);
        return ledger.check(
                new MailboxState(messages.size(), uidValidity, uidNext, modSeq), messages.keySet(), messages);
    }

    private static byte[] withOnTop(String header, LedgerMessage message) {
        return (header + new String(message.octets(), US_ASCII)).getBytes(US_ASCII);
    }
}
