// SPDX-License-Identifier: Apache-2.0
package org.fumibako.e2e.crash;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fumibako.e2e.server.Account;
import org.fumibako.e2e.server.Server;
import org.fumibako.e2e.wire.ImapSession;
import org.fumibako.e2e.wire.MailboxState;

/** The INBOX of an account and its ledger. */
record LedgerMailbox(Account account, Ledger ledger) {

    private static final Pattern UID = Pattern.compile("\\bUID (\\d+)");

    static LedgerMailbox of(Account account, AtomicLong acknowledgements) {
        return new LedgerMailbox(account, new Ledger(account.address(), acknowledgements));
    }

    ImapSession signIn(Server server) throws IOException {
        return ImapSession.login(server.port("imaps"), server.ca(), account.address(), account.password());
    }

    /** What is wrong with the mailbox; every UID is looked at, but only messages not seen before are read whole. */
    List<String> checkNew(Server server) throws IOException {
        return check(server, ledger.unseen());
    }

    /** What is wrong with the mailbox, every message read whole. */
    List<String> checkAll(Server server) throws IOException {
        return check(server, 1);
    }

    private List<String> check(Server server, long firstUid) throws IOException {
        try (ImapSession session = signIn(server)) {
            MailboxState state = session.select("INBOX");
            Set<Long> uids = new TreeSet<>();
            for (ImapSession.Response response : session.command("UID FETCH 1:* (UID)")) {
                Matcher uid = UID.matcher(response.text());
                if (uid.find()) {
                    uids.add(Long.valueOf(uid.group(1)));
                }
            }
            // n:* would name the last message even when it is below n (RFC 9051 §9).
            SortedMap<Long, byte[]> messages = new TreeMap<>();
            if (state.uidNext() > firstUid) {
                messages = session.messages(firstUid, state.uidNext() - 1);
            }
            return ledger.check(state, uids, messages);
        }
    }
}
