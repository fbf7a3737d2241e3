// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.fumibako.journal.Origin;
import org.fumibako.model.ByteSize;
import org.fumibako.model.Flags;
import org.fumibako.model.MailboxId;
import org.fumibako.model.SpecialUse;
import org.fumibako.model.UidSet;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MessageStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A client that only follows {@code changes} knows what one knows that asks for everything, whatever IMAP does meanwhile. */
class StatesTest {
    private static final Origin ORIGIN = Origin.system("test");
    private static final ByteSize ROOMY = new ByteSize(1L << 40);

    private final TestJmap jmap = new TestJmap();
    private int messages;

    @AfterEach
    void close() {
        jmap.close();
    }

    /** What a client keeps, and how it keeps up. */
    private final class Follower {
        private final String type;
        private final String properties;
        private final Map<String, String> objects = new TreeMap<>();
        private String state = "0";

        Follower(String type, String properties) {
            this.type = type;
            this.properties = properties;
        }

        /** Follows in steps of at most {@code most} ids. */
        void follow(int most) {
            boolean more = true;
            while (more) {
                JsonNode changes =
                        jmap.call(type + "/changes", "{$A,'sinceState':'" + state + "','maxChanges':" + most + "}");
                Set<String> wanted = new TreeSet<>();
                changes.path("destroyed").forEach(id -> objects.remove(id.stringValue()));
                for (JsonNode id : changes.path("created")) {
                    assertThat(objects).as("created twice").doesNotContainKey(id.stringValue());
                    wanted.add(id.stringValue());
                }
                for (JsonNode id : changes.path("updated")) {
                    assertThat(objects).as("updated without being there").containsKey(id.stringValue());
                    wanted.add(id.stringValue());
                }
                fetch(wanted);
                state = changes.path("newState").stringValue();
                more = changes.path("hasMoreChanges").booleanValue();
            }
        }

        private void fetch(Set<String> ids) {
            if (!ids.isEmpty()) {
                JsonNode got =
                        jmap.call(type + "/get", "{$A,'ids':['" + String.join("','", ids) + "']" + properties + "}");
                got.path("list").forEach(object -> objects.put(object.path("id").stringValue(), object.toString()));
                got.path("notFound").forEach(id -> objects.remove(id.stringValue()));
            }
        }

        /** What one sees that asks now. */
        Map<String, String> fresh(Set<String> ids) {
            Follower other = new Follower(type, properties);
            other.fetch(ids);
            return other.objects;
        }
    }

    private Set<String> all(String query) {
        Set<String> ids = new TreeSet<>();
        jmap.call(query, "{$A}").path("ids").forEach(id -> ids.add(id.stringValue()));
        return ids;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void followingChangesIsTheSameAsAskingForEverything(long seed) throws MailboxException {
        Random random = new Random(seed);
        Follower emails = new Follower("Email", ",'properties':['mailboxIds','keywords','threadId']");
        Follower threads = new Follower("Thread", "");
        Follower mailboxes = new Follower("Mailbox", "");
        List<String> listed = new ArrayList<>();
        String query = "'sort':[{'property':'someInThreadHaveKeyword','keyword':'$flagged'},{'property':'receivedAt'}],"
                + "'collapseThreads':true,'filter':{'operator':'NOT','conditions':[{'hasKeyword':'$seen'}]}";
        String queryState = start(query, listed);
        for (int round = 0; round < 40; round++) {
            for (int step = random.nextInt(6); step >= 0; step--) {
                change(random);
            }
            if (random.nextInt(10) == 0) {
                jmap.restart();
            }
            emails.follow(1 + random.nextInt(7));
            threads.follow(1 + random.nextInt(7));
            mailboxes.follow(100);
            Set<String> emailIds = all("Email/query");
            assertThat(emails.objects).as("emails, round %s", round).isEqualTo(emails.fresh(emailIds));
            Set<String> threadIds = new HashSet<>();
            emails.objects
                    .values()
                    .forEach(email -> threadIds.add(
                            jmap.mapper.readTree(email).path("threadId").stringValue()));
            assertThat(threads.objects).as("threads, round %s", round).isEqualTo(threads.fresh(threadIds));
            assertThat(mailboxes.objects)
                    .as("mailboxes, round %s", round)
                    .isEqualTo(mailboxes.fresh(all("Mailbox/query")));
            queryState = keepUp(query, queryState, listed);
            List<String> now = new ArrayList<>();
            start(query, now);
            assertThat(listed).as("list, round %s", round).isEqualTo(now);
        }
    }

    private String start(String query, List<String> into) {
        JsonNode response = jmap.call("Email/query", "{$A," + query + "}");
        response.path("ids").forEach(id -> into.add(id.stringValue()));
        return response.path("queryState").stringValue();
    }

    private String keepUp(String query, String state, List<String> listed) {
        JsonNode changes = jmap.call("Email/queryChanges", "{$A," + query + ",'sinceQueryState':'" + state + "'}");
        changes.path("removed").forEach(id -> listed.remove(id.stringValue()));
        changes.path("added")
                .forEach(added -> listed.add(
                        added.path("index").intValue(), added.path("id").stringValue()));
        return changes.path("newQueryState").stringValue();
    }

    /** Something that an IMAP client does, or that arrives. */
    private void change(Random random) throws MailboxException {
        List<Mailbox> mailboxes = jmap.store().mailboxes(jmap.account());
        MailboxId one = mailboxes.get(random.nextInt(mailboxes.size())).id();
        MailboxId other = mailboxes.get(random.nextInt(mailboxes.size())).id();
        MessageStore store = jmap.store();
        UidSet some = some(random, one);
        switch (random.nextInt(9)) {
            case 0, 1, 2 -> file(one, random);
            case 3 -> store.copy(jmap.account(), one, some, other, ROOMY, ORIGIN);
            case 4 -> {
                if (!one.equals(other)) {
                    store.move(jmap.account(), one, some, other, ORIGIN);
                }
            }
            case 5 -> store.expunge(jmap.account(), one, some, false, ORIGIN);
            case 6, 7 ->
                store.changeFlags(
                        jmap.account(),
                        one,
                        some,
                        random.nextBoolean() ? MessageStore.FlagChange.ADD : MessageStore.FlagChange.REMOVE,
                        random.nextBoolean() ? Flags.of("\\Seen") : Flags.of("\\Flagged", "work"),
                        Optional.empty(),
                        ORIGIN);
            default -> rearrange(random, mailboxes);
        }
    }

    private void rearrange(Random random, List<Mailbox> mailboxes) throws MailboxException {
        Mailbox last = mailboxes.getLast();
        if (mailboxes.size() < 8) {
            jmap.store().createMailbox(jmap.account(), "m" + messages++, Optional.empty(), ORIGIN);
        } else if (last.use().isEmpty() && random.nextBoolean()) {
            jmap.store().deleteMailbox(jmap.account(), last.id(), ORIGIN);
        } else {
            jmap.store().subscribe(jmap.account(), last.name(), !last.subscribed());
        }
    }

    private UidSet some(Random random, MailboxId mailbox) throws MailboxException {
        var snapshot = jmap.store().snapshot(jmap.account(), mailbox);
        List<Long> uids = new ArrayList<>();
        for (int i = 0; i < snapshot.size(); i++) {
            if (random.nextInt(3) == 0) {
                uids.add(snapshot.uid(i));
            }
        }
        return uids.isEmpty()
                ? UidSet.of(1)
                : UidSet.of(uids.stream().mapToLong(Long::longValue).toArray());
    }

    private void file(MailboxId mailbox, Random random) {
        int number = messages++;
        String references = random.nextBoolean() ? "References: <" + random.nextInt(5) + "@t>\n" : "";
        jmap.file(
                mailbox,
                "From: a@example.test\nMessage-ID: <" + number + "@x>\n" + references + "Subject: s\n\nHello.\n",
                random.nextBoolean() ? Flags.NONE : Flags.of("\\Flagged"),
                Instant.ofEpochSecond(1_800_000_000L + random.nextInt(1000)));
    }

    @org.junit.jupiter.api.Test
    void whatIsReadWhileOthersWriteIsNeverOlderThanItsState() throws Exception {
        MailboxId inbox = jmap.mailbox(SpecialUse.INBOX);
        MailboxId trash = jmap.mailbox(SpecialUse.TRASH);
        AtomicBoolean stop = new AtomicBoolean();
        Thread writer = Thread.ofVirtual().start(() -> {
            Random random = new Random(5);
            try {
                while (!stop.get()) {
                    file(inbox, random);
                    jmap.store().move(jmap.account(), inbox, some(random, inbox), trash, ORIGIN);
                    jmap.store().expunge(jmap.account(), trash, some(random, trash), false, ORIGIN);
                }
            } catch (MailboxException e) {
                throw new IllegalStateException(e);
            }
        });
        Follower emails = new Follower("Email", ",'properties':['mailboxIds']");
        for (int round = 0; round < 60; round++) {
            emails.follow(5);
        }
        stop.set(true);
        writer.join();
        emails.follow(5);
        assertThat(emails.objects).isEqualTo(emails.fresh(all("Email/query")));
    }

    @org.junit.jupiter.api.Test
    void anOldStateIsNotUnderstoodAfterAnAccountWasMadeAgain() {
        jmap.file(jmap.mailbox(SpecialUse.INBOX), "Subject: x\n\nx\n", Flags.NONE, Instant.EPOCH);
        String state = jmap.call("Email/get", "{$A,'ids':[]}").path("state").stringValue();
        jmap.store().deleteAccount(jmap.account(), ORIGIN);
        jmap.store().createAccount(jmap.account());
        Map<String, String> errors = new LinkedHashMap<>();
        for (String type : List.of("Email", "Thread", "Mailbox")) {
            errors.put(type, jmap.error(type + "/changes", "{$A,'sinceState':'1'}"));
        }
        assertThat(errors.values()).containsOnly("cannotCalculateChanges");
        assertThat(jmap.call("Email/get", "{$A,'ids':[]}").path("state").stringValue())
                .isNotEqualTo(state);
    }
}
