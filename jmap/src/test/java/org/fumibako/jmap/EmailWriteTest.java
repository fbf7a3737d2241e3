// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.fumibako.jmap.blob.Blob;
import org.fumibako.jmap.blob.Transfer;
import org.fumibako.jmap.wire.JmapLimits;
import org.fumibako.model.Flags;
import org.fumibako.model.MailboxId;
import org.fumibako.model.SpecialUse;
import org.fumibako.store.MailboxException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Emails as they are made, changed and removed, uploads and downloads (RFC 8621 §4.6 to §4.9, RFC 8620 §6). */
class EmailWriteTest {
    private final TestJmap jmap = new TestJmap();
    private final MailboxId inbox = jmap.mailbox(SpecialUse.INBOX);
    private final String drafts = "F" + jmap.mailbox(SpecialUse.DRAFTS).value();
    private final String trash = "F" + jmap.mailbox(SpecialUse.TRASH).value();

    @AfterEach
    void close() {
        jmap.close();
    }

    private JsonNode get(String id, String more) {
        return jmap.call("Email/get", "{$A,'ids':['" + id + "']" + more + "}")
                .path("list")
                .get(0);
    }

    private String file(String subject) {
        return "M"
                + jmap.file(inbox, "Subject: " + subject + "\n\nHello.\n", Flags.NONE, Instant.EPOCH)
                        .contentId();
    }

    private String upload(String text) throws IOException {
        Answer answer = jmap.transfer()
                .upload(
                        jmap.caller(),
                        "A7",
                        "text/plain",
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(answer.status()).isEqualTo(201);
        return jmap.mapper.readTree(answer.body()).path("blobId").stringValue();
    }

    private String download(String blobId) throws IOException {
        Transfer.Download download = jmap.transfer()
                .download(jmap.caller(), "A7", blobId, "あ.txt", "text/plain")
                .orElseThrow();
        try (Blob blob = download.blob();
                InputStream in = blob.open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aDraftIsWrittenAndReadBack() throws IOException {
        String blob = upload("attached, 添付");
        JsonNode set = jmap.call(
                "Email/set",
                "{$A,'create':{'d':{'mailboxIds':{'" + drafts + "':true},"
                        + "'keywords':{'$draft':true,'$seen':true},'from':[{'name':'太郎','email':'taro@example.test'}],"
                        + "'to':[{'name':'A, \\\"B\\\"','email':'a@example.test'},{'name':null,'email':'b@example.test'}],"
                        + "'subject':'件名 です','inReplyTo':['x@y'],'header:X-Note:asText':'覚え',"
                        + "'bodyValues':{'t':{'value':'本文\\nsecond'},'h':{'value':'<p>本文</p>'}},"
                        + "'textBody':[{'partId':'t','type':'text/plain'}],'htmlBody':[{'partId':'h','type':'text/html'}],"
                        + "'attachments':[{'blobId':'" + blob
                        + "','type':'text/plain','name':'添付.txt','disposition':'attachment'}]"
                        + "}}}");
        String id = set.path("created").path("d").path("id").stringValue();
        assertThat(id).as(set.toString()).isNotNull();
        JsonNode email = get(
                id,
                ",'fetchAllBodyValues':true,'properties':['from','to','subject','inReplyTo','keywords',"
                        + "'header:X-Note:asText','bodyValues','textBody','attachments','messageId','sentAt','bodyStructure']");
        assertThat(email.path("subject").stringValue()).isEqualTo("件名 です");
        assertThat(email.path("from").get(0).path("name").stringValue()).isEqualTo("太郎");
        assertThat(email.path("to").get(0).path("name").stringValue()).isEqualTo("A, \"B\"");
        assertThat(email.path("to").size()).isEqualTo(2);
        assertThat(email.path("inReplyTo").toString()).isEqualTo("[\"x@y\"]");
        assertThat(email.path("header:X-Note:asText").stringValue()).isEqualTo("覚え");
        assertThat(email.path("keywords").toString()).isEqualTo("{\"$seen\":true,\"$draft\":true}");
        assertThat(email.path("messageId").get(0).stringValue()).endsWith("@example.test");
        String text = email.path("textBody").get(0).path("partId").stringValue();
        assertThat(email.path("bodyValues").path(text).path("value").stringValue())
                .isEqualTo("本文\nsecond");
        JsonNode attached = email.path("attachments").get(0);
        assertThat(attached.path("name").stringValue()).isEqualTo("添付.txt");
        assertThat(download(attached.path("blobId").stringValue())).isEqualTo("attached, 添付");
        assertThat(email.path("bodyStructure").path("type").stringValue()).isEqualTo("multipart/mixed");
        assertThat(download(set.path("created").path("d").path("blobId").stringValue()))
                .contains("MIME-Version: 1.0");
    }

    @Test
    void sinceWhenAnEmailIsInItsMailboxIsSaidToWhoAsks() {
        JsonNode set =
                jmap.call("Email/set", "{$A,'create':{'d':{'mailboxIds':{'" + drafts + "':true},'subject':'a'}}}");
        String id = set.path("created").path("d").path("id").stringValue();
        JsonNode saved = get(id, ",'properties':['savedDates']").path("savedDates");
        assertThat(saved.propertyNames()).containsExactly(drafts);
        assertThat(Instant.parse(saved.path(drafts).stringValue())).isBeforeOrEqualTo(Instant.now());
        assertThat(get(id, "").has("savedDates")).isFalse();
    }

    @Test
    void nothingThatAClientGivesEndsAField() throws IOException {
        for (String bad : new String[] {
            "'subject':'a\\r\\nBcc: x@example.test'",
            "'to':[{'name':'a\\r\\nBcc: x@example.test','email':'a@example.test'}]",
            "'to':[{'name':'a','email':'a@example.test>\\r\\nBcc: x@example.test'}]",
            "'header:X-A':'a\\r\\nBcc: x@example.test'",
            "'header:X-A\\r\\nBcc:asText':'x'",
            "'messageId':['a@b>\\r\\nBcc: x@example.test']",
            "'header:List-Post:asURLs':['mailto:a>\\r\\nBcc: x']",
            "'bodyStructure':{'partId':'1','type':'text/plain\\r\\nBcc: x'},'bodyValues':{'1':{'value':''}}",
            "'bodyStructure':{'partId':'1','cid':'a>\\r\\nBcc: x'},'bodyValues':{'1':{'value':''}}",
            "'bodyStructure':{'partId':'1','name':'a\\r\\nBcc: x','header:X-B':' a'},'bodyValues':{'1':{'value':''}}"
        }) {
            JsonNode set =
                    jmap.call("Email/set", "{$A,'create':{'d':{'mailboxIds':{'" + drafts + "':true}," + bad + "}}}");
            JsonNode created = set.path("created").path("d");
            if (created.isMissingNode()) {
                assertThat(set.path("notCreated").path("d").path("type").stringValue())
                        .as(bad)
                        .isEqualTo("invalidProperties");
            } else {
                String message = download(created.path("blobId").stringValue());
                assertThat(message.toLowerCase(java.util.Locale.ROOT))
                        .as(bad)
                        .doesNotContain("\nbcc:")
                        .doesNotContain("\rbcc:");
            }
        }
    }

    @Test
    void whatAnEmailCannotHaveIsRefused() {
        for (String bad : new String[] {
            "'size':1",
            "'headers':[]",
            "'header:Content-Type':'text/plain'",
            "'from':'a'",
            "'keywords':{'a b':true}",
            "'keywords':{'a':false}",
            "'textBody':[{'partId':'x'}]",
            "'receivedAt':'yesterday'",
            "'subject':'a','header:Subject:asText':'b'",
            "'bodyStructure':{'partId':'1'},'textBody':[],'bodyValues':{'1':{'value':''}}"
        }) {
            JsonNode set =
                    jmap.call("Email/set", "{$A,'create':{'d':{'mailboxIds':{'" + drafts + "':true}," + bad + "}}}");
            assertThat(set.path("notCreated").path("d").path("type").stringValue())
                    .as(bad)
                    .isEqualTo("invalidProperties");
        }
        JsonNode none = jmap.call(
                "Email/set",
                "{$A,'create':{'a':{'subject':'x'},'b':{'mailboxIds':{'F9':true}}," + "'c':{'mailboxIds':{'" + drafts
                        + "':true},'attachments':[{'blobId':'U0'}]}}}");
        assertThat(none.path("notCreated").path("a").path("properties").get(0).stringValue())
                .isEqualTo("mailboxIds");
        assertThat(none.path("notCreated").path("b").path("type").stringValue()).isEqualTo("invalidProperties");
        assertThat(none.path("notCreated").path("c").path("notFound").toString())
                .isEqualTo("[\"U0\"]");
    }

    @Test
    void keywordsAndMailboxesArePatched() throws MailboxException {
        String one = file("one");
        String two = file("two");
        JsonNode set = jmap.call(
                "Email/set",
                "{$A,'update':{'" + one + "':{'keywords/$seen':true,'keywords/Work':true},'" + two
                        + "':{'mailboxIds':{'" + trash + "':true},'keywords':{'$flagged':true}}}}");
        assertThat(set.path("updated").size()).isEqualTo(2);
        assertThat(get(one, ",'properties':['keywords']").path("keywords").toString())
                .isEqualTo("{\"$seen\":true,\"work\":true}");
        JsonNode moved = get(two, ",'properties':['keywords','mailboxIds']");
        assertThat(moved.path("keywords").toString()).isEqualTo("{\"$flagged\":true}");
        assertThat(moved.path("mailboxIds").toString()).isEqualTo("{\"" + trash + "\":true}");
        assertThat(jmap.store().snapshot(jmap.account(), inbox).flags(0)).isEqualTo(Flags.of("\\Seen", "work"));

        jmap.call("Email/set", "{$A,'update':{'" + one + "':{'mailboxIds/" + drafts + "':true,'keywords/work':null}}}");
        JsonNode both = get(one, ",'properties':['keywords','mailboxIds']");
        assertThat(both.path("mailboxIds").size()).isEqualTo(2);
        assertThat(both.path("keywords").toString()).isEqualTo("{\"$seen\":true}");
        assertThat(jmap.store()
                        .snapshot(jmap.account(), jmap.mailbox(SpecialUse.DRAFTS))
                        .contentId(0))
                .as("one email in two mailboxes")
                .isEqualTo(jmap.store().snapshot(jmap.account(), inbox).contentId(0));

        JsonNode bad = jmap.call(
                "Email/set",
                "{$A,'update':{'" + one + "':{'mailboxIds':{}},'" + two
                        + "':{'subject':'x'},'M1':{'keywords':{}}},'destroy':['M2']}");
        assertThat(bad.path("notUpdated").path(one).path("type").stringValue()).isEqualTo("invalidProperties");
        assertThat(bad.path("notUpdated").path(two).path("type").stringValue()).isEqualTo("invalidProperties");
        assertThat(bad.path("notUpdated").path("M1").path("type").stringValue()).isEqualTo("notFound");
        assertThat(bad.path("notDestroyed").path("M2").path("type").stringValue())
                .isEqualTo("notFound");
        JsonNode overlap = jmap.call("Email/set", "{$A,'update':{'" + one + "':{'keywords':{},'keywords/a':true}}}");
        assertThat(overlap.path("notUpdated").path(one).path("type").stringValue())
                .isEqualTo("invalidPatch");

        JsonNode gone = jmap.call("Email/set", "{$A,'destroy':['" + one + "','" + two + "']}");
        assertThat(gone.path("destroyed").size()).isEqualTo(2);
        assertThat(jmap.call("Email/query", "{$A}").path("ids").isEmpty()).isTrue();
    }

    @Test
    void manyEmailsWithTheSameChangeAreOneChange() {
        StringBuilder update = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            update.append(i == 0 ? "" : ",").append("'").append(file("s" + i)).append("':{'keywords/$seen':true}");
        }
        long before = jmap.store().emails().modSeq(jmap.account());
        jmap.call("Email/set", "{$A,'update':{" + update + "}}");
        assertThat(jmap.store().emails().modSeq(jmap.account())).isEqualTo(before + 1);
    }

    @Test
    void messagesAreImportedAndParsed() throws IOException {
        String outer = """
                From: a@example.test
                Subject: outer
                MIME-Version: 1.0
                Content-Type: message/rfc822

                From: b@example.test
                Subject: inner

                inner text
                """.replace("\n", "\r\n");
        String blob = upload(outer);
        JsonNode imported = jmap.call(
                "Email/import",
                "{$A,'emails':{'i':{'blobId':'" + blob + "','mailboxIds':{'" + drafts
                        + "':true},'receivedAt':'2020-01-02T03:04:05Z'},'j':{'blobId':'U1','mailboxIds':{'" + drafts
                        + "':true}}}}");
        String id = imported.path("created").path("i").path("id").stringValue();
        assertThat(get(id, "").path("receivedAt").stringValue()).isEqualTo("2020-01-02T03:04:05Z");
        assertThat(imported.path("notCreated").path("j").path("type").stringValue())
                .isEqualTo("invalidProperties");
        String part = get(id, "").path("attachments").get(0).path("blobId").stringValue();
        JsonNode parsed = jmap.call("Email/parse", "{$A,'blobIds':['" + part + "','B1'],'fetchAllBodyValues':true}");
        JsonNode inner = parsed.path("parsed").path(part);
        assertThat(inner.path("subject").stringValue()).isEqualTo("inner");
        assertThat(inner.path("bodyValues").path("1").path("value").stringValue())
                .isEqualTo("inner text\n");
        assertThat(download(inner.path("textBody").get(0).path("blobId").stringValue()))
                .isEqualTo("inner text\r\n");
        assertThat(parsed.path("notFound").toString()).isEqualTo("[\"B1\"]");
    }

    @Test
    void nobodyReachesAnothersBlobsAndUploadsAreBounded() throws IOException {
        assertThat(jmap.transfer().download(jmap.caller(), "A8", "B1", "x", "text/plain"))
                .isEmpty();
        for (String id :
                new String[] {"B1", "U" + "0".repeat(32), "../../volume.db", "U../../../volume.db", "B1_9_9"}) {
            assertThat(jmap.transfer().download(jmap.caller(), "A7", id, "x", "y"))
                    .as(id)
                    .isEmpty();
        }
        String blob = upload("<script>");
        Transfer.Download download = jmap.transfer()
                .download(jmap.caller(), "A7", blob, "a\"\r\n;.html", "text/html\r\nX: y")
                .orElseThrow();
        assertThat(download.type()).isEqualTo("application/octet-stream");
        assertThat(download.disposition()).startsWith("attachment;").doesNotContain("\r", "\n", "\"");
        JmapLimits small = new JmapLimits(10, 1, 2000, 2, 3, 5, 5, 20, 5, 1000, 10_000);
        try (TestJmap tight = new TestJmap(small)) {
            Answer large = tight.transfer().upload(tight.caller(), "A7", "x/y", new ByteArrayInputStream(new byte[11]));
            assertThat(tight.mapper.readTree(large.body()).path("limit").stringValue())
                    .isEqualTo("maxSizeUpload");
            for (int i = 0; i < 6; i++) {
                assertThat(tight.transfer()
                                .upload(tight.caller(), "A7", "x/y", new ByteArrayInputStream(new byte[10]))
                                .status())
                        .isEqualTo(201);
            }
        }
    }

    @Test
    void anEmailMayBeSentBackWholeButNotOtherwise() {
        String id = jmap.call(
                        "Email/set",
                        "{$A,'create':{'e':{'mailboxIds':{'F"
                                + jmap.mailbox(SpecialUse.INBOX).value() + "':true},'subject':'one'}}}")
                .path("created")
                .path("e")
                .path("id")
                .stringValue();
        assertThat(jmap.call(
                                "Email/set",
                                "{$A,'update':{'" + id + "':{'id':'" + id
                                        + "','subject':'one','keywords':{'$seen':true}}}}")
                        .path("updated")
                        .has(id))
                .isTrue();
        assertThat(jmap.call("Email/set", "{$A,'update':{'" + id + "':{'subject':'two'}}}")
                        .path("notUpdated")
                        .path(id)
                        .path("properties")
                        .get(0)
                        .stringValue())
                .isEqualTo("subject");
    }

    @Test
    void whatCannotBeWrittenIsRefused() {
        String box = "'mailboxIds':{'F" + jmap.mailbox(SpecialUse.INBOX).value() + "':true}";
        for (String wrong : new String[] {
            "'subject':'y','bodyStructure':{'partId':'1','type':'text/plain','header:Subject':' x'},'bodyValues':{'1':{'value':'x'}}",
            "'header:From:asText':'x'",
            "'header:X-A:asNope':'x'",
            "'textBody':[{'partId':'1','type':'text/plain','nope':1}],'bodyValues':{'1':{'value':'x'}}",
            "'bodyValues':'x'"
        }) {
            assertThat(jmap.call("Email/set", "{$A,'create':{'e':{" + box + "," + wrong + "}}}")
                            .path("notCreated")
                            .path("e")
                            .path("type")
                            .stringValue())
                    .as(wrong)
                    .isEqualTo("invalidProperties");
        }
    }

    @Test
    void argumentsThatHaveToBeThereAreMissed() {
        assertThat(jmap.error("SearchSnippet/get", "{$A,'filter':{}}")).isEqualTo("invalidArguments");
        assertThat(jmap.error("Email/parse", "{$A}")).isEqualTo("invalidArguments");
        assertThat(jmap.error("Email/import", "{$A,'emails':{'a':5}}")).isEqualTo("invalidArguments");
    }
}
