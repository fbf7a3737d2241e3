// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.fumibako.model.AccountId;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.SpecialUse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Letters that wait: to be called back, or for their time (RFC 8621 §7, RFC 4865). */
@Timeout(60)
class LaterTest {
    private static final String WAITING = "{'$draft':true,'$scheduled':true}";

    @TempDir
    private Path directory;

    private World world;
    private JmapCaller jmap;
    private AccountId jiro;
    private final CountDownLatch arrived = new CountDownLatch(1);

    @BeforeEach
    void open() throws Exception {
        world = new World(directory);
        jmap = new JmapCaller(world);
        jiro = world.owner("jiro@example.test").account().id();
        world.volume.changes().subscribe(jiro, mailbox -> arrived.countDown());
    }

    @AfterEach
    void close() {
        world.close();
    }

    private int received() throws Exception {
        return world.volume
                .snapshot(jiro, world.volume.mailbox(jiro, SpecialUse.INBOX).id())
                .size();
    }

    private JsonNode submit(String parameters) throws Exception {
        return submit(parameters, SpecialUse.DRAFTS, "{}");
    }

    private JsonNode submit(String parameters, SpecialUse place, String keywords) throws Exception {
        String identity = jmap.call("Identity/get", "{'accountId':'$A'}")
                .path("list")
                .get(0)
                .path("id")
                .asString();
        JsonNode responses = jmap.calls("[['Email/set',{'accountId':'$A','create':{'d':{'mailboxIds':{'"
                + mailbox(place) + "':true},'keywords':" + keywords
                + ",'from':[{'email':'taro@example.test'}],'to':[{'email':'jiro@example.test'}],'subject':'hi'}}},'0'],"
                + "['EmailSubmission/set',{'accountId':'$A','create':{'s':{'identityId':'" + identity
                + "','emailId':'#d','envelope':{'mailFrom':{'email':'taro@example.test','parameters':" + parameters
                + "},'rcptTo':[{'email':'jiro@example.test'}]}}}},'1']]");
        return responses.get(1).get(1);
    }

    @Test
    void aLetterCanBeCalledBackWhileItWaits() throws Exception {
        JsonNode created = submit("{'HOLDFOR':'600'}").path("created").path("s");
        assertThat(created.path("undoStatus").asString()).isEqualTo("pending");
        assertThat(Instant.parse(created.path("sendAt").asString()))
                .isAfter(Instant.now().plusSeconds(500));
        String id = created.path("id").asString();
        JsonNode found = jmap.call("EmailSubmission/query", "{'accountId':'$A','filter':{'undoStatus':'pending'}}");
        assertThat(found.path("ids").toString()).isEqualTo("[\"" + id + "\"]");
        String state = found.path("queryState").asString();
        assertThat(jmap.call("EmailSubmission/set", "{'accountId':'$A','destroy':['" + id + "']}")
                        .path("notDestroyed")
                        .path(id)
                        .path("type")
                        .asString())
                .isEqualTo("forbidden");
        JsonNode undone = jmap.call(
                "EmailSubmission/set", "{'accountId':'$A','update':{'" + id + "':{'undoStatus':'canceled'}}}");
        assertThat(undone.path("updated").has(id)).as(undone.toString()).isTrue();
        assertThat(jmap.call("EmailSubmission/changes", "{'accountId':'$A','sinceState':'" + state + "'}")
                        .path("updated")
                        .toString())
                .isEqualTo("[\"" + id + "\"]");
        assertThat(jmap.call("EmailSubmission/get", "{'accountId':'$A','ids':['" + id + "']}")
                        .path("list")
                        .get(0)
                        .path("undoStatus")
                        .asString())
                .isEqualTo("canceled");
        JsonNode again = jmap.call(
                "EmailSubmission/set", "{'accountId':'$A','update':{'" + id + "':{'undoStatus':'canceled'}}}");
        assertThat(again.path("updated").has(id))
                .as("what is called back already stays so: " + again)
                .isTrue();
        assertThat(again.path("newState")).isEqualTo(again.path("oldState"));
        assertThat(received()).isZero();
        assertThat(jmap.call("EmailSubmission/set", "{'accountId':'$A','destroy':['" + id + "']}")
                        .path("destroyed")
                        .toString())
                .isEqualTo("[\"" + id + "\"]");
    }

    @Test
    void aLetterGoesWhenItsTimeHasCome() throws Exception {
        JsonNode created = submit(soon()).path("created").path("s");
        assertThat(created.path("undoStatus").asString()).isEqualTo("pending");
        assertThat(arrived.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(received()).isOne();
        String id = created.path("id").asString();
        JsonNode sent = get(id);
        while (!sent.path("undoStatus").asString().equals("final")) {
            sent = get(id);
        }
        assertThat(sent.path("deliveryStatus")
                        .path("jiro@example.test")
                        .path("delivered")
                        .asString())
                .isEqualTo("yes");
        JsonNode late = jmap.call(
                "EmailSubmission/set", "{'accountId':'$A','update':{'" + id + "':{'undoStatus':'canceled'}}}");
        assertThat(late.path("notUpdated").path(id).path("type").asString()).isEqualTo("cannotUnsend");
    }

    private JsonNode get(String id) {
        return jmap.call("EmailSubmission/get", "{'accountId':'$A','ids':['" + id + "']}")
                .path("list")
                .get(0);
    }

    @Test
    void theDraftOfALetterThatWaitsIsFiledAsSentWhenItHasGone() throws Exception {
        String email = draftOf(submit(soon(), SpecialUse.DRAFTS, WAITING));
        assertThat(arrived.await(30, TimeUnit.SECONDS)).isTrue();
        JsonNode sent = email(email);
        while (sent.path("keywords").has("$draft") || sent.path("mailboxIds").has(mailbox(SpecialUse.DRAFTS))) {
            sent = email(email);
        }
        assertThat(sent.path("keywords").toString()).isEqualTo("{\"$seen\":true}");
        assertThat(sent.path("mailboxIds").toString()).isEqualTo("{\"" + mailbox(SpecialUse.SENT) + "\":true}");
    }

    @Test
    void theDraftOfALetterThatNobodyTookIsADraftAgain() throws Exception {
        JsonNode submitted = submit(soon(), SpecialUse.DRAFTS, WAITING);
        String id = submitted.path("created").path("s").path("id").asString();
        String email = draftOf(submitted);
        var _ = world.registry.accounts().delete(EmailAddress.of("jiro@example.test"), World.DESK);
        while (get(id).path("undoStatus").asString().equals("pending")
                || email(email).path("keywords").has("$scheduled")) {
            Thread.onSpinWait();
        }
        assertThat(get(id).path("deliveryStatus")
                        .path("jiro@example.test")
                        .path("delivered")
                        .asString())
                .isEqualTo("no");
        assertThat(email(email).path("keywords").toString()).isEqualTo("{\"$draft\":true}");
        assertThat(email(email).path("mailboxIds").has(mailbox(SpecialUse.DRAFTS)))
                .isTrue();
    }

    @Test
    void aLetterWhoseDraftLiesInTheTrashDoesNotGo() throws Exception {
        String id = submit(soon(), SpecialUse.TRASH, WAITING)
                .path("created")
                .path("s")
                .path("id")
                .asString();
        while (get(id).path("undoStatus").asString().equals("pending")) {
            Thread.onSpinWait();
        }
        assertThat(get(id).path("undoStatus").asString()).isEqualTo("canceled");
        assertThat(received()).isZero();
    }

    private String draftOf(JsonNode submitted) {
        return get(submitted.path("created").path("s").path("id").asString())
                .path("emailId")
                .asString();
    }

    private String mailbox(SpecialUse use) throws Exception {
        return "F"
                + world.volume
                        .mailbox(world.owner("taro@example.test").account().id(), use)
                        .id()
                        .value();
    }

    /** Later than a slow machine needs to take the letter. */
    private static String soon() {
        return "{'HOLDUNTIL':'" + Instant.now().plusSeconds(4) + "'}";
    }

    private JsonNode email(String id) {
        return jmap.call("Email/get", "{'accountId':'$A','ids':['" + id + "'],'properties':['keywords','mailboxIds']}")
                .path("list")
                .get(0);
    }

    @Test
    void aLetterWhoseMessageIsDestroyedDoesNotGo() throws Exception {
        JsonNode created = submit(soon()).path("created").path("s");
        String id = created.path("id").asString();
        String email = get(id).path("emailId").asString();
        jmap.call("Email/set", "{'accountId':'$A','destroy':['" + email + "']}");
        while (get(id).path("undoStatus").asString().equals("pending")) {
            Thread.onSpinWait();
        }
        assertThat(get(id).path("undoStatus").asString()).isEqualTo("canceled");
        assertThat(received()).isZero();
    }

    @Test
    void whatCannotWaitIsRefused() throws Exception {
        for (String parameters : new String[] {
            "{'HOLDFOR':'soon'}", "{'HOLDFOR':'99999999'}", "{'HOLDUNTIL':'2126-01-01T00:00:00Z'}", "{'RET':'FULL'}"
        }) {
            assertThat(submit(parameters)
                            .path("notCreated")
                            .path("s")
                            .path("type")
                            .asString())
                    .as(parameters)
                    .isEqualTo("invalidProperties");
        }
    }
}
