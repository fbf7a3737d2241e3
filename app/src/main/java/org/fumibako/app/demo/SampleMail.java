// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fumibako.app.demo.internet.Template;
import org.fumibako.delivery.Outgoing;
import org.fumibako.journal.Origin;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.BodyType;
import org.fumibako.model.Content;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.Flags;
import org.fumibako.model.SpecialUse;
import org.fumibako.registry.Account;
import org.fumibako.registry.Registry;
import org.fumibako.store.Append;
import org.fumibako.store.MessageStore;
import org.fumibako.store.queue.Addressee;
import org.fumibako.store.queue.Owner;
import org.fumibako.store.queue.Posting;
import org.fumibako.store.queue.QueueEnvelope;

/** Mail to the simulated Internet, so that the queue and the journal have something to show: delivered, answered, returned, put off. */
final class SampleMail {
    private final Registry registry;
    private final MessageStore store;
    private final Clock clock;

    SampleMail(Registry registry, MessageStore store, Clock clock) {
        this.registry = registry;
        this.store = store;
        this.clock = clock;
    }

    /** Queues it all, with copies among what was sent; returns when it is on disk. */
    void send() throws IOException {
        send("hanako", "sakura@gmail.test", "invoice");
        send("taro", "yui-reply@gmail.test", "greeting");
        send("taro", "kenji-full@docomo.test", "greeting");
        send("hanako", "aiko-later@outlook.test", "invoice");
    }

    private void send(String from, String to, String sample) throws IOException {
        EmailAddress author = new EmailAddress(from, Demo.DOMAIN);
        EmailAddress reader = EmailAddress.of(to);
        Account account = registry.accounts().find(author).orElseThrow();
        Instant now = clock.instant();
        String text = Template.of(SampleMail.class, sample + ".eml")
                .with(Map.of(
                        "from", author.toString(),
                        "to", reader.toString(),
                        "id", reader.localPart(),
                        "date", SampleData.DATE.format(now.atZone(ZoneId.systemDefault()))));
        Content content = Content.of(text.getBytes(StandardCharsets.UTF_8));
        Append.Filing copy = new Append.Filing(
                account.id(),
                store.mailbox(account.id(), SpecialUse.SENT).id(),
                Flags.of("\\Seen"),
                now,
                account.quota().size(),
                Optional.empty());
        Posting posting = new Posting(
                new QueueEnvelope(Optional.of(author), BodyType.EIGHT_BIT, false, Optional.empty(), Optional.empty()),
                List.of(Addressee.of(reader)),
                new Owner(Optional.of(account.id()), Optional.of(account.customer())),
                0,
                now.plus(Outgoing.LIFETIME));
        store.append(
                List.of(new Append(
                        content,
                        MessageSummary.of(content),
                        List.of(copy),
                        Optional.of(author),
                        Origin.system("demo"),
                        Optional.of(posting))),
                true);
    }
}
