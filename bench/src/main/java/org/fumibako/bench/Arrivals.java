// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sees over IMAP when messages have arrived: sessions that are signed in before the clock starts and then ask STATUS. */
final class Arrivals implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final List<ImapClient> sessions = new ArrayList<>();
    private final List<Long> before = new ArrayList<>();

    /** Signs in to every account and notes how many messages its INBOX has. */
    static Arrivals watch(Contender contender, List<Account> accounts) throws IOException {
        Arrivals arrivals = new Arrivals();
        for (Account account : accounts) {
            ImapClient session =
                    ImapClient.connect(contender.ports().imap(), 4096).login(account);
            arrivals.sessions.add(session);
            arrivals.before.add(session.messages("INBOX"));
        }
        return arrivals;
    }

    /** Waits until account {@code i} has {@code expected[i]} new messages, for every one, asking one mailbox at a time. */
    void await(long[] expected) throws IOException {
        for (int i = 0; i < expected.length; i++) {
            ImapClient session = sessions.get(i);
            long target = before.get(i) + expected[i];
            Waiting.until(target + " messages in a mailbox", LIMIT, PAUSE, () -> session.messages("INBOX") >= target);
        }
    }

    @Override
    public void close() throws IOException {
        for (ImapClient session : sessions) {
            session.close();
        }
    }
}
