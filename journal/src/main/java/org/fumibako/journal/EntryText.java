// SPDX-License-Identifier: Apache-2.0
package org.fumibako.journal;

import java.net.InetAddress;
import java.util.Optional;
import org.fumibako.model.AccountId;
import org.fumibako.model.EmailAddress;

/** An entry as one line of text, for those who must be able to write its row again; see {@link DetailWriter}. */
public final class EntryText {
    private EntryText() {}

    public static String of(JournalEvent.Entry entry) {
        Origin origin = entry.origin();
        JournalEvent event = entry.event();
        return new DetailWriter()
                .add(entry.account().map(AccountId::value))
                .add(origin.protocol().name())
                .add(origin.session())
                .add(origin.peer().map(JournalTable::literal))
                .add(origin.client())
                .add(origin.login())
                .add(EventKind.of(event).column())
                .add(EventCodec.contentId(event).orElse(0))
                .add(EventCodec.encode(event))
                .add(origin.appPassword())
                .toString();
    }

    /** @throws IllegalArgumentException when {@link #of} did not make the text */
    public static JournalEvent.Entry parse(String text) {
        DetailReader in = new DetailReader(text);
        Optional<AccountId> account = in.optionalText().map(Long::valueOf).map(AccountId::new);
        Origin origin = new Origin(
                Protocol.valueOf(in.text()),
                in.text(),
                in.optionalText().map(InetAddress::ofLiteral),
                in.text(),
                Optional.empty());
        Optional<EmailAddress> login = in.address();
        EventKind kind = EventKind.ofColumn(in.text());
        JournalEvent event = EventCodec.decode(kind, in.number(), in.text());
        // Texts from before there were app passwords end here, which reads as none.
        Optional<String> appPassword = in.optionalText();
        return new JournalEvent.Entry(
                account,
                login.map(address -> origin.withLogin(address, appPassword)).orElse(origin),
                event);
    }
}
