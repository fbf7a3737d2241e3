// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.fumibako.journal.Origin;
import org.fumibako.model.Flags;
import org.fumibako.model.SpecialUse;
import org.fumibako.model.UidSet;
import org.fumibako.store.MailboxException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Mailboxes (RFC 8621 §2). */
class MailboxTest {
    private static final Instant AT = Instant.parse("2026-11-25T00:00:00Z");
    private static final Origin ORIGIN = Origin.system("test");

    private final TestJmap jmap = new TestJmap();

    @AfterEach
    void close() {
        jmap.close();
    }

    private static String message(String subject, String id, String references) {
        return "From: a@example.test\nSubject: " + subject + "\nMessage-ID: <" + id + ">\n"
                + (references.isEmpty() ? "" : "References: <" + references + ">\n") + "\nHello.\n";
    }

    private String id(SpecialUse use) {
        return "F" + jmap.mailbox(use).value();
    }

    private JsonNode get(String id) {
        return jmap.call("Mailbox/get", "{$A,'ids':['" + id + "']}")
                .path("list")
                .get(0);
    }

    private String state() {
        return jmap.call("Mailbox/get", "{$A,'ids':[]}").path("state").stringValue();
    }

    @Test
    void anAccountHasMailboxesWithRoles() {
        JsonNode response = jmap.calls("[[\"Mailbox/query\",{\"accountId\":\"A7\"},\"0\"],[\"Mailbox/get\",{"
                + "\"accountId\":\"A7\",\"#ids\":{\"resultOf\":\"0\",\"name\":\"Mailbox/query\",\"path\":\"/ids\"},"
                + "\"properties\":[\"role\"]},\"1\"]]");
        assertThat(response.get(0).get(1).path("ids").get(0).stringValue()).isEqualTo(id(SpecialUse.INBOX));
        assertThat(response.get(1).get(1).path("list").findValuesAsString("role"))
                .containsExactlyInAnyOrder("inbox", "drafts", "sent", "junk", "trash");
        JsonNode inbox = get(id(SpecialUse.INBOX));
        assertThat(inbox.path("myRights").path("mayDelete").booleanValue()).isFalse();
        assertThat(inbox.path("myRights").path("maySetSeen").booleanValue()).isTrue();
        assertThat(inbox.path("isSubscribed").booleanValue()).isTrue();
    }

    @Test
    void countsAreOfEmailsAndThreads() {
        var inbox = jmap.mailbox(SpecialUse.INBOX);
        jmap.file(inbox, message("one", "1@x", ""), Flags.of("\\Seen"), AT);
        jmap.file(inbox, message("Re: one", "2@x", "1@x"), Flags.NONE, AT);
        jmap.file(inbox, message("two", "3@x", ""), Flags.of("\\Seen"), AT);
        jmap.file(inbox, message("draft", "4@x", ""), Flags.of("\\Draft"), AT);
        jmap.file(jmap.mailbox(SpecialUse.SENT), message("Re: two", "5@x", "3@x"), Flags.NONE, AT);
        jmap.file(jmap.mailbox(SpecialUse.TRASH), message("Re: draft", "6@x", "4@x"), Flags.NONE, AT);
        JsonNode counts = get(id(SpecialUse.INBOX));
        assertThat(counts.path("totalEmails").intValue()).isEqualTo(4);
        assertThat(counts.path("unreadEmails").intValue()).isEqualTo(1);
        assertThat(counts.path("totalThreads").intValue()).isEqualTo(3);
        // The thread of "two" is unread because of what was sent; that of the draft is not because of what is in Trash.
        assertThat(counts.path("unreadThreads").intValue()).isEqualTo(2);
        assertThat(get(id(SpecialUse.TRASH)).path("unreadThreads").intValue()).isEqualTo(1);
    }

    @Test
    void oneEmailInTwoMailboxesIsCountedInBoth() throws MailboxException {
        var inbox = jmap.mailbox(SpecialUse.INBOX);
        jmap.file(inbox, message("one", "1@x", ""), Flags.NONE, AT);
        jmap.store().copy(jmap.account(), inbox, UidSet.ALL, inbox, new org.fumibako.model.ByteSize(1 << 20), ORIGIN);
        jmap.store()
                .copy(
                        jmap.account(),
                        inbox,
                        UidSet.of(1),
                        jmap.mailbox(SpecialUse.SENT),
                        new org.fumibako.model.ByteSize(1 << 20),
                        ORIGIN);
        assertThat(get(id(SpecialUse.INBOX)).path("totalEmails").intValue()).isEqualTo(1);
        assertThat(get(id(SpecialUse.SENT)).path("totalEmails").intValue()).isEqualTo(1);
    }

    @Test
    void mailboxesAreMadeMovedAndRemoved() {
        JsonNode made =
                jmap.call("Mailbox/set", "{$A,'create':{'b':{'name':'Child','parentId':'#a'},'a':{'name':'Top'}}}");
        String top = made.path("created").path("a").path("id").stringValue();
        String child = made.path("created").path("b").path("id").stringValue();
        assertThat(get(child).path("parentId").stringValue()).isEqualTo(top);
        assertThat(jmap.store().mailbox(jmap.account(), "Top/Child")).isPresent();

        JsonNode kept = jmap.call("Mailbox/set", "{$A,'destroy':['" + top + "']}");
        assertThat(kept.path("notDestroyed").path(top).path("type").stringValue())
                .isEqualTo("mailboxHasChild");

        JsonNode moved = jmap.call("Mailbox/set", "{$A,'update':{'" + child + "':{'parentId':null,'name':'Free'}}}");
        assertThat(moved.path("updated").has(child)).isTrue();
        assertThat(get(child).path("name").stringValue()).isEqualTo("Free");

        jmap.file(
                jmap.store().mailbox(jmap.account(), "Free").orElseThrow().id(),
                message("x", "1@x", ""),
                Flags.NONE,
                AT);
        JsonNode full = jmap.call("Mailbox/set", "{$A,'destroy':['" + child + "','" + top + "']}");
        assertThat(full.path("notDestroyed").path(child).path("type").stringValue())
                .isEqualTo("mailboxHasEmail");
        assertThat(full.path("destroyed").get(0).stringValue()).isEqualTo(top);
        JsonNode gone = jmap.call("Mailbox/set", "{$A,'destroy':['" + child + "'],'onDestroyRemoveEmails':true}");
        assertThat(gone.path("destroyed").get(0).stringValue()).isEqualTo(child);
    }

    @Test
    void whatCannotBeSetIsRefused() {
        String inbox = id(SpecialUse.INBOX);
        JsonNode response = jmap.call(
                "Mailbox/set",
                "{$A,'create':{'1':{'name':'a/b'},'2':{'name':'INBOX'},"
                        + "'3':{'name':'x','role':'sent'},'4':{'name':'y','totalEmails':1},'5':{'name':'z','parentId':'F99999'}},"
                        + "'update':{'" + inbox + "':{'name':'Other'},'F99999':{'name':'n'}},'destroy':['" + inbox
                        + "']}");
        for (String id : new String[] {"1", "2", "3", "4", "5"}) {
            assertThat(response.path("notCreated").path(id).path("type").stringValue())
                    .as(id)
                    .isEqualTo("invalidProperties");
        }
        assertThat(response.path("notUpdated").path(inbox).path("type").stringValue())
                .isEqualTo("forbidden");
        assertThat(response.path("notUpdated").path("F99999").path("type").stringValue())
                .isEqualTo("notFound");
        assertThat(response.path("notDestroyed").path(inbox).path("type").stringValue())
                .isEqualTo("forbidden");
        assertThat(jmap.error("Mailbox/set", "{$A,'ifInState':'0'}")).isEqualTo("stateMismatch");
    }

    @Test
    void changesTellWhatChangedAndWhetherItWasOnlyCounts() throws MailboxException {
        String before = state();
        jmap.file(jmap.mailbox(SpecialUse.INBOX), message("x", "1@x", ""), Flags.NONE, AT);
        JsonNode counts = jmap.call("Mailbox/changes", "{$A,'sinceState':'" + before + "'}");
        assertThat(counts.path("updated").toString()).isEqualTo("[\"" + id(SpecialUse.INBOX) + "\"]");
        assertThat(counts.path("updatedProperties").size()).isEqualTo(4);

        String later = counts.path("newState").stringValue();
        var made = jmap.store().createMailbox(jmap.account(), "New", Optional.empty(), ORIGIN);
        JsonNode created = jmap.call("Mailbox/changes", "{$A,'sinceState':'" + later + "'}");
        assertThat(created.path("created").toString())
                .isEqualTo("[\"F" + made.id().value() + "\"]");

        String there = created.path("newState").stringValue();
        jmap.store().subscribe(jmap.account(), "New", false);
        JsonNode renamed = jmap.call("Mailbox/changes", "{$A,'sinceState':'" + there + "'}");
        assertThat(renamed.path("updated").size()).isOne();
        assertThat(renamed.path("updatedProperties").isNull()).isTrue();

        jmap.store().deleteMailbox(jmap.account(), made.id(), ORIGIN);
        JsonNode gone = jmap.call("Mailbox/changes", "{$A,'sinceState':'" + there + "'}");
        assertThat(gone.path("destroyed").toString())
                .isEqualTo("[\"F" + made.id().value() + "\"]");
        JsonNode never = jmap.call("Mailbox/changes", "{$A,'sinceState':'" + later + "'}");
        assertThat(never.path("destroyed").isEmpty())
                .as("was made and removed since")
                .isTrue();
    }

    @Test
    void statesThatAreNoneAreRefused() {
        for (String state : new String[] {"", "x", "-1", "99999999", "1.2.3", "1."}) {
            assertThat(jmap.error("Mailbox/changes", "{$A,'sinceState':'" + state + "'}"))
                    .as(state)
                    .isEqualTo("cannotCalculateChanges");
        }
    }

    @Test
    void aQueryFiltersSortsAndTellsWhatChanged() {
        jmap.call("Mailbox/set", "{$A,'create':{'a':{'name':'Alpha'},'b':{'name':'Beta','parentId':'#a'}}}");
        JsonNode custom = jmap.call(
                "Mailbox/query",
                "{$A,'filter':{'hasAnyRole':false},'sort':[{'property':'name',"
                        + "'isAscending':false}],'sortAsTree':true,'calculateTotal':true}");
        assertThat(custom.path("total").intValue()).isEqualTo(2);
        String alpha = custom.path("ids").get(0).stringValue();
        assertThat(get(alpha).path("name").stringValue())
                .as("parents stand before children")
                .isEqualTo("Alpha");

        JsonNode or = jmap.call(
                "Mailbox/query",
                "{$A,'filter':{'operator':'OR','conditions':[{'role':'inbox'},"
                        + "{'operator':'AND','conditions':[{'name':'bet'},{'parentId':'" + alpha + "'}]}]}}");
        assertThat(or.path("ids").size()).isEqualTo(2);

        jmap.call("Mailbox/set", "{$A,'create':{'c':{'name':'Aaa'}}}");
        JsonNode changes = jmap.call(
                "Mailbox/queryChanges",
                "{$A,'filter':{'hasAnyRole':false},'sort':[{'property':'name'}]," + "'sinceQueryState':'"
                        + custom.path("queryState").stringValue() + "'}");
        assertThat(changes.path("added").size()).isOne();
        assertThat(changes.path("added").get(0).path("index").intValue()).isZero();
        assertThat(jmap.error("Mailbox/query", "{$A,'filter':{'colour':1}}")).isEqualTo("unsupportedFilter");
        assertThat(jmap.error("Mailbox/query", "{$A,'sort':[{'property':'colour'}]}"))
                .isEqualTo("unsupportedSort");
    }

    @Test
    void aMailboxStandsWhereItsOwnerPutsIt() {
        String id = jmap.call("Mailbox/set", "{$A,'create':{'a':{'name':'Later','sortOrder':5}}}")
                .path("created")
                .path("a")
                .path("id")
                .stringValue();
        assertThat(get(id).path("sortOrder").intValue()).isEqualTo(5);
        String before = state();
        jmap.call("Mailbox/set", "{$A,'update':{'" + id + "':{'sortOrder':7}}}");
        JsonNode changes = jmap.call("Mailbox/changes", "{$A,'sinceState':'" + before + "'}");
        assertThat(changes.path("updated").get(0).stringValue()).isEqualTo(id);
        assertThat(changes.path("updatedProperties").isNull()).isTrue();
        jmap.restart();
        assertThat(get(id).path("sortOrder").intValue()).isEqualTo(7);
        assertThat(jmap.call("Mailbox/query", "{$A,'sort':[{'property':'sortOrder'}]}")
                        .path("ids")
                        .get(0)
                        .stringValue())
                .isEqualTo(id);
        for (String wrong : new String[] {"-1", "2147483648", "1.5", "'a'"}) {
            assertThat(jmap.call("Mailbox/set", "{$A,'update':{'" + id + "':{'sortOrder':" + wrong + "}}}")
                            .path("notUpdated")
                            .path(id)
                            .path("type")
                            .stringValue())
                    .isEqualTo("invalidProperties");
        }
    }

    @Test
    void whatACallCreatesItCanChangeAndItsFollowersCanGet() {
        JsonNode responses = jmap.calls("[[\"Mailbox/set\",{\"accountId\":\"A7\",\"create\":{\"a\":{\"name\":\"New\"}},"
                + "\"update\":{\"#a\":{\"sortOrder\":3}}},\"0\"],"
                + "[\"Mailbox/get\",{\"accountId\":\"A7\",\"ids\":[\"#a\",\"#b\"]},\"1\"]]");
        JsonNode found = responses.get(1).get(1);
        assertThat(found.path("list").get(0).path("sortOrder").intValue()).isEqualTo(3);
        assertThat(found.path("notFound").get(0).stringValue()).isEqualTo("#b");
    }
}
