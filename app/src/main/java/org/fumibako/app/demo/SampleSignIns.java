// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo;

import java.net.InetAddress;
import java.util.Optional;
import org.fumibako.journal.Journal;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.Origin;
import org.fumibako.journal.Protocol;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Account;
import org.fumibako.registry.Registry;

/** Who signed in to an account, and who only tried, so that the history of sign-ins has something to show. */
final class SampleSignIns {
    private final Registry registry;
    private final Journal journal;

    SampleSignIns(Registry registry, Journal journal) {
        this.registry = registry;
        this.journal = journal;
    }

    void record() {
        EmailAddress taro = new EmailAddress("taro", Demo.DOMAIN);
        Account account = registry.accounts().find(taro).orElseThrow();
        JournalEvent granted = new JournalEvent.SignedIn("PLAIN");
        JournalEvent refused = new JournalEvent.SignInFailed(taro.toString(), "PLAIN", "wrong password");
        for (int i = 0; i < 3; i++) {
            record(account, origin(Protocol.SUBMISSION, "198.51.100.14", ""), refused);
        }
        record(
                account,
                origin(Protocol.IMAP, "192.0.2.21", "Outlook").withLogin(taro, Optional.of("受付のパソコン")),
                granted);
        record(account, origin(Protocol.IMAP, "192.0.2.20", "Thunderbird").withLogin(taro), granted);
        record(account, origin(Protocol.SUBMISSION, "192.0.2.20", "Thunderbird").withLogin(taro), granted);
    }

    private static Origin origin(Protocol protocol, String peer, String client) {
        return new Origin(protocol, "demo", Optional.of(InetAddress.ofLiteral(peer)), client, Optional.empty());
    }

    private void record(Account account, Origin origin, JournalEvent event) {
        journal.record(new JournalEvent.Entry(Optional.of(account.id()), origin, event));
    }
}
