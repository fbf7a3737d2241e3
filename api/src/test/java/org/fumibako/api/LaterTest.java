// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.fumibako.model.AccountId;
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

    private JsonNode submit(String parameters) {
        String drafts = "F"
                + world.volume
                        .mailbox(world.owner("taro@example.test").account().id(), SpecialUse.DRAFTS)
                        .id()
                        .value();
        String identity = jmap.call("Identity/get", "{'accountId':'$A'}")
                .path("list")
                .get(0)
                .path("id")
                .asString();
        JsonNode responses = jmap.calls("[['Email/set',{'accountId':'$A','create':{'d':{'mailboxIds':{'" + drafts
                + "':true},'from':[{'email':'taro@example.test'}],'to':[{'email':'jiro@example.test'}],'subject':'hi'}}},'0'],"
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
        assertThat(again.path("notUpdated").path(id).path("type").asString()).isEqualTo("cannotUnsend");
        assertThat(received()).isZero();
        assertThat(jmap.call("EmailSubmission/set", "{'accountId':'$A','destroy':['" + id + "']}")
                        .path("destroyed")
                        .toString())
                .isEqualTo("[\"" + id + "\"]");
    }

    @Test
    void aLetterGoesWhenItsTimeHasCome() throws Exception {
        JsonNode created = submit("{'HOLDUNTIL':'" + Instant.now().plusMillis(700) + "'}")
                .path("created")
                .path("s");
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
    void aLetterWhoseMessageIsDestroyedDoesNotGo() throws Exception {
        JsonNode created = submit("{'HOLDUNTIL':'" + Instant.now().plusMillis(900) + "'}")
                .path("created")
                .path("s");
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
    void whatCannotWaitIsRefused() {
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
