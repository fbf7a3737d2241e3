// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.fumibako.model.Flags;
import org.fumibako.model.SpecialUse;
import org.fumibako.model.UidSet;
import org.fumibako.store.MessageStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JMAP on a real socket: who is let in, and what of a request is HTTP's business. */
class JmapTest {
    private static final String ECHO =
            "{\"using\":[\"urn:ietf:params:jmap:core\"]," + "\"methodCalls\":[[\"Core/echo\",{\"a\":1},\"0\"]]}";
    private static final JsonMapper MAPPER = JsonMapper.shared();

    @TempDir
    private Path directory;

    private World world;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void open() throws Exception {
        world = new World(directory);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private HttpRequest.Builder with(String path, String login, String password) {
        String credentials =
                Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + world.server.plainPort() + path))
                .header("Authorization", "Basic " + credentials);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder taro(String path) {
        return with(path, "taro@example.test", World.PASSWORD);
    }

    private String account() {
        return "A" + world.owner("taro@example.test").account().id().value();
    }

    @Test
    void aPageWithASessionNeedsTheTokenForEverythingThatIsSent() {
        Browser browser = world.browserOf(world.owner("taro@example.test"));
        Browser.Reply session = browser.get("/.well-known/jmap");
        assertThat(session.json().path("username").asString()).isEqualTo("taro@example.test");
        assertThat(session.json().path("apiUrl").asString()).endsWith("/jmap/api");
        assertThat(browser.bare("POST", "/jmap/api", ECHO).status()).isEqualTo(403);
        Browser.Reply echo = browser.send("POST", "/jmap/api", ECHO);
        assertThat(echo.status()).isEqualTo(200);
        assertThat(echo.json().path("methodResponses").get(0).get(0).asString()).isEqualTo("Core/echo");
        assertThat(echo.json().path("sessionState")).isEqualTo(session.json().path("state"));
    }

    @Test
    void onlyOwnersOfAccountsAreLetIn() throws Exception {
        assertThat(world.stranger().get("/jmap/session").status()).isEqualTo(401);
        assertThat(world.browserOf(world.customer("anna")).get("/jmap/session").status())
                .isEqualTo(401);
        assertThat(send(taro("/jmap/session").build()).statusCode()).isEqualTo(200);
        HttpResponse<String> wrong =
                send(with("/jmap/session", "taro@example.test", "wrong").build());
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.headers().firstValue("WWW-Authenticate")).isPresent();
        for (String credentials : new String[] {"", "*", "dGFybw==", "A".repeat(3000)}) {
            HttpRequest damaged = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + world.server.plainPort() + "/jmap/session"))
                    .header("Authorization", "Basic " + credentials)
                    .build();
            assertThat(send(damaged).statusCode()).as(credentials).isEqualTo(401);
        }
    }

    @Test
    void whatIsNoJsonOrNowhereIsSaidToBe() throws Exception {
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString(ECHO);
        assertThat(send(taro("/jmap/api")
                                .header("Content-Type", "text/plain")
                                .POST(body)
                                .build())
                        .body())
                .contains("urn:ietf:params:jmap:error:notJSON");
        assertThat(send(taro("/jmap/nothing").build()).statusCode()).isEqualTo(404);
        assertThat(send(taro("/jmap/download/" + account() + "/B1/x?type=a/b").build())
                        .statusCode())
                .isEqualTo(404);
        assertThat(send(taro("/jmap/api").build()).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsUploadedCanBeDownloadedByItsOwnerAlone() throws Exception {
        HttpResponse<String> up = send(taro("/jmap/upload/" + account())
                .header("Content-Type", "text/html")
                .POST(HttpRequest.BodyPublishers.ofString("<b>hi</b>"))
                .build());
        assertThat(up.statusCode()).isEqualTo(201);
        JsonNode taken = MAPPER.readTree(up.body());
        assertThat(taken.path("size").asInt()).isEqualTo(9);
        String blob = taken.path("blobId").asString();
        HttpResponse<String> down = send(taro("/jmap/download/" + account() + "/" + blob + "/a%20b.html?type=text/html")
                .build());
        assertThat(down.body()).isEqualTo("<b>hi</b>");
        assertThat(down.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename*=UTF-8''a%20b.html");
        assertThat(down.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("sandbox");
        String jiro = "A" + world.owner("jiro@example.test").account().id().value();
        for (String account : new String[] {account(), jiro}) {
            HttpRequest other = with(
                            "/jmap/download/" + account + "/" + blob + "/x?type=a/b",
                            "jiro@example.test",
                            World.PASSWORD)
                    .build();
            assertThat(send(other).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void newStatesArePushed() throws Exception {
        HttpResponse<java.io.InputStream> stream = client.send(
                taro("/jmap/events?types=Email&closeafter=state&ping=20").build(),
                HttpResponse.BodyHandlers.ofInputStream());
        assertThat(stream.headers().firstValue("Content-Type")).contains("text/event-stream");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("event: ping");
            var taro = world.owner("taro@example.test").account().id();
            var inbox = world.volume.mailbox(taro, SpecialUse.INBOX);
            world.volume.subscribe(taro, inbox.name(), false);
            world.volume.changeFlags(
                    taro,
                    inbox.id(),
                    UidSet.ALL,
                    MessageStore.FlagChange.ADD,
                    Flags.of("\\Seen"),
                    Optional.empty(),
                    World.DESK);
            String line = lines.readLine();
            while (line != null && !line.equals("event: state")) {
                line = lines.readLine();
            }
            JsonNode change = MAPPER.readTree(lines.readLine().substring("data: ".length()));
            assertThat(change.path("@type").asString()).isEqualTo("StateChange");
            assertThat(change.path("changed").path(account()).path("Email").asString())
                    .isEqualTo(Long.toString(world.volume.emails().modSeq(taro)));
            assertThat(change.path("changed").path(account()).has("Mailbox")).isFalse();
            while (line != null) {
                line = lines.readLine();
            }
        }
    }

    private JsonNode calls(String calls) throws Exception {
        String request = "{\"using\":[\"urn:ietf:params:jmap:core\",\"urn:ietf:params:jmap:mail\","
                + "\"urn:ietf:params:jmap:submission\",\"urn:ietf:params:jmap:vacationresponse\"],\"methodCalls\":"
                + calls.replace("$A", account()).replace('\'', '"')
                + "}";
        HttpResponse<String> reply = send(taro("/jmap/api")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(request))
                .build());
        return MAPPER.readTree(reply.body()).path("methodResponses");
    }

    private String mailbox(SpecialUse use) {
        return "F"
                + world.volume
                        .mailbox(world.owner("taro@example.test").account().id(), use)
                        .id()
                        .value();
    }

    @Test
    void aDraftIsSentAndBecomesSentMail() throws Exception {
        String drafts = mailbox(SpecialUse.DRAFTS);
        String sent = mailbox(SpecialUse.SENT);
        JsonNode identities =
                calls("[['Identity/get',{'accountId':'$A'},'0']]").get(0).get(1).path("list");
        assertThat(identities.get(0).path("email").asString()).isEqualTo("taro@example.test");
        String identity = identities.get(0).path("id").asString();
        JsonNode responses = calls("[['Email/set',{'accountId':'$A','create':{'d':{'mailboxIds':{'" + drafts
                + "':true},'keywords':{'$draft':true},'from':[{'email':'taro@example.test'}],"
                + "'to':[{'email':'jiro@example.test'}],'cc':[{'email':'somebody@elsewhere.test'}],"
                + "'bcc':[{'email':'taro@example.test'}],'subject':'hi','bodyValues':{'t':{'value':'text'}},"
                + "'textBody':[{'partId':'t'}]}}},'0'],['EmailSubmission/set',{'accountId':'$A','create':{'s':{'identityId':'"
                + identity + "','emailId':'#d'}},'onSuccessUpdateEmail':{'#s':{'mailboxIds/" + drafts
                + "':null,'mailboxIds/"
                + sent + "':true,'keywords/$draft':null,'keywords/$seen':true}}},'1']]");
        JsonNode submission = responses.get(1).get(1).path("created").path("s");
        assertThat(submission.path("undoStatus").asString())
                .as(responses.toString())
                .isEqualTo("final");
        assertThat(submission.path("envelope").path("rcptTo").size()).isEqualTo(3);
        assertThat(responses.get(2).get(0).asString()).isEqualTo("Email/set");
        String email =
                responses.get(0).get(1).path("created").path("d").path("id").asString();
        assertThat(responses.get(2).get(1).path("updated").has(email)).isTrue();
        JsonNode read = calls("[['Email/get',{'accountId':'$A','ids':['" + email
                        + "'],'properties':['mailboxIds','keywords']},'0']]")
                .get(0)
                .get(1)
                .path("list")
                .get(0);
        assertThat(read.path("mailboxIds").toString()).isEqualTo("{\"" + sent + "\":true}");
        assertThat(read.path("keywords").toString()).isEqualTo("{\"$seen\":true}");

        var jiro = world.owner("jiro@example.test").account().id();
        var inbox = world.volume.snapshot(
                jiro, world.volume.mailbox(jiro, SpecialUse.INBOX).id());
        assertThat(inbox.size()).isOne();
        String received =
                new String(world.volume.content(jiro, inbox.contentId(0)).bytes(), StandardCharsets.UTF_8);
        assertThat(received).contains("Subject: hi").contains("Received: ").doesNotContainIgnoringCase("\nbcc:");
        assertThat(world.volume.queue().list(org.fumibako.store.queue.QueueFilter.ALL, 10))
                .extracting(row -> row.toString())
                .anyMatch(row -> row.contains("somebody@elsewhere.test"));
        String id = submission.path("id").asString();
        assertThat(calls("[['EmailSubmission/get',{'accountId':'$A','ids':['" + id + "','Sx']},'0']]")
                        .get(0)
                        .get(1)
                        .path("list")
                        .size())
                .isOne();
    }

    @Test
    void nobodySendsInAnothersNameOrToNobody() throws Exception {
        String drafts = mailbox(SpecialUse.DRAFTS);
        String identity = calls("[['Identity/get',{'accountId':'$A'},'0']]")
                .get(0)
                .get(1)
                .path("list")
                .get(0)
                .path("id")
                .asString();
        String[][] cases = {
            {"'from':[{'email':'jiro@example.test'}],'to':[{'email':'jiro@example.test'}]", "", "forbiddenFrom"},
            {"'from':[{'email':'taro@example.test'}]", "", "noRecipients"},
            {"'from':[{'email':'taro@example.test'}],'to':[{'email':'nobody@example.test'}]", "", "invalidRecipients"},
            {
                "'from':[{'email':'taro@example.test'}]",
                ",'envelope':{'mailFrom':{'email':'jiro@example.test'},'rcptTo':[{'email':'jiro@example.test'}]}",
                "forbiddenMailFrom"
            },
            {"'subject':'x'", ",'undoStatus':'final','colour':1", "invalidProperties"}
        };
        for (String[] one : cases) {
            JsonNode responses =
                    calls("[['Email/set',{'accountId':'$A','create':{'d':{'mailboxIds':{'" + drafts + "':true},"
                            + one[0] + "}}},'0'],['EmailSubmission/set',{'accountId':'$A','create':{'s':{'identityId':'"
                            + identity
                            + "','emailId':'#d'" + one[1] + "}}},'1']]");
            assertThat(responses
                            .get(1)
                            .get(1)
                            .path("notCreated")
                            .path("s")
                            .path("type")
                            .asString())
                    .as(responses.toString())
                    .isEqualTo(one[2]);
        }
        var jiro = world.owner("jiro@example.test").account().id();
        assertThat(world.volume
                        .snapshot(
                                jiro,
                                world.volume.mailbox(jiro, SpecialUse.INBOX).id())
                        .size())
                .isZero();
    }

    private JsonNode submitted(String message) throws Exception {
        HttpResponse<String> up = send(taro("/jmap/upload/" + account())
                .header("Content-Type", "message/rfc822")
                .POST(HttpRequest.BodyPublishers.ofString(message))
                .build());
        String blob = MAPPER.readTree(up.body()).path("blobId").asString();
        String identity = calls("[['Identity/get',{'accountId':'$A'},'0']]")
                .get(0)
                .get(1)
                .path("list")
                .get(0)
                .path("id")
                .asString();
        return calls("[['Email/import',{'accountId':'$A','emails':{'e':{'blobId':'" + blob + "','mailboxIds':{'"
                        + mailbox(SpecialUse.DRAFTS)
                        + "':true}}}},'0'],['EmailSubmission/set',{'accountId':'$A','create':{'s':{'identityId':'"
                        + identity + "','emailId':'#e'}}},'1']]")
                .get(1)
                .get(1);
    }

    @Test
    void linesThatOnlyOthersSeeHideNoAuthor() throws Exception {
        String head = "From: taro@example.test\r\nTo: jiro@example.test\r\nSubject: x";
        for (String end : new String[] {"\r", "\n"}) {
            JsonNode answer = submitted(head + end + "From: boss@bank.test\r\n\r\npay\r\n");
            assertThat(answer.path("notCreated").path("s").path("type").asString())
                    .as(answer.toString())
                    .startsWith("forbidden");
        }
        assertThat(submitted(head + "\r\n\r\none\ntwo\rthree").path("created").has("s"))
                .isTrue();
        var jiro = world.owner("jiro@example.test").account().id();
        var inbox = world.volume.snapshot(
                jiro, world.volume.mailbox(jiro, SpecialUse.INBOX).id());
        assertThat(inbox.size()).isOne();
        assertThat(new String(world.volume.content(jiro, inbox.contentId(0)).bytes(), StandardCharsets.UTF_8))
                .endsWith("\r\n\r\none\r\ntwo\r\nthree\r\n");
    }

    @Test
    void signaturesBelongToAddresses() throws Exception {
        JsonNode before =
                calls("[['Identity/get',{'accountId':'$A'},'0']]").get(0).get(1);
        String id = before.path("list").get(0).path("id").asString();
        JsonNode set = calls("[['Identity/set',{'accountId':'$A','update':{'" + id
                + "':{'name':'\u592a\u90ce','textSignature':'-- t','replyTo':[{'name':null,'email':'r@example.test'}]}},"
                + "'create':{'n':{'email':'x@example.test'}},'destroy':['" + id + "']},'0'],"
                + "['Identity/get',{'accountId':'$A'},'1'],"
                + "['Identity/changes',{'accountId':'$A','sinceState':'"
                + before.path("state").asString() + "'},'2']]");
        assertThat(set.get(0).get(1).path("updated").has(id)).isTrue();
        assertThat(set.get(0).get(1).path("notCreated").path("n").path("type").asString())
                .isEqualTo("forbiddenFrom");
        assertThat(set.get(0).get(1).path("notDestroyed").path(id).path("type").asString())
                .isEqualTo("forbidden");
        JsonNode identity = set.get(1).get(1).path("list").get(0);
        assertThat(identity.path("name").asString()).isEqualTo("太郎");
        assertThat(identity.path("textSignature").asString()).isEqualTo("-- t");
        assertThat(identity.path("replyTo").get(0).path("email").asString()).isEqualTo("r@example.test");
        assertThat(set.get(2).get(1).path("updated").get(0).asString()).isEqualTo(id);
        JsonNode bad = calls("[['Identity/set',{'accountId':'$A','update':{'" + id
                + "':{'email':'other@example.test'},'I00':{'name':'x'}}},'0']]");
        assertThat(bad.get(0).get(1).path("notUpdated").path(id).path("type").asString())
                .isEqualTo("invalidProperties");
        assertThat(bad.get(0).get(1).path("notUpdated").path("I00").path("type").asString())
                .isEqualTo("notFound");
    }

    @Test
    void theAutomaticReplyIsOne() throws Exception {
        JsonNode set = calls("[['VacationResponse/set',{'accountId':'$A','update':{'singleton':{'isEnabled':true,"
                + "'toDate':'2027-01-05T00:00:00Z','subject':'\u4f11\u307f','textBody':'\u4f11\u307f\u3067\u3059'}},"
                + "'create':{'x':{}},'destroy':['singleton']},'0'],['VacationResponse/get',{'accountId':'$A'},'1']]");
        assertThat(set.get(0).get(1).path("updated").has("singleton"))
                .as(set.toString())
                .isTrue();
        assertThat(set.get(0).get(1).path("notCreated").path("x").path("type").asString())
                .isEqualTo("singleton");
        JsonNode reply = set.get(1).get(1).path("list").get(0);
        assertThat(reply.path("textBody").asString()).isEqualTo("休みです");
        assertThat(reply.path("toDate").asString()).isEqualTo("2027-01-05T00:00:00Z");
        assertThat(world.registry
                        .autoReplies()
                        .of(world.owner("taro@example.test").account().address())
                        .on())
                .isTrue();
        JsonNode bad = calls("[['VacationResponse/set',{'accountId':'$A','update':{'singleton':{'textBody':null},"
                        + "'other':{}}},'0']]")
                .get(0)
                .get(1);
        assertThat(bad.path("notUpdated").path("singleton").path("type").asString())
                .isEqualTo("invalidProperties");
        assertThat(bad.path("notUpdated").path("other").path("type").asString()).isEqualTo("notFound");
    }
}
