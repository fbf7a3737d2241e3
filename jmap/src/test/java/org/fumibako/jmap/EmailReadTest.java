// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.fumibako.model.Flags;
import org.fumibako.model.MailboxId;
import org.fumibako.model.SpecialUse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Emails as they are read and found (RFC 8621 §4). */
class EmailReadTest {
    private static final Instant AT = Instant.parse("2026-11-25T00:00:00Z");
    private static final String LETTER = """
            From: =?UTF-8?B?5aSq6YOO?= <taro@example.test>
            To: "Hanako, S." <hanako@example.test>, Team: a@example.test, b@example.test;
            Reply-To: other@example.test
            Subject: =?ISO-2022-JP?B?GyRCPnI3bxsoQg==?=
            Date: Wed, 25 Nov 2026 09:00:00 +0900
            Message-ID: <one@example.test>
            References: <zero@example.test>
            List-Unsubscribe: <https://example.test/u>, <mailto:u@example.test>
            X-Folded: a
             b
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=x

            --x
            Content-Type: multipart/alternative; boundary=y

            --y
            Content-Type: text/plain; charset=utf-8

            こんにちは。
            --y
            Content-Type: text/html; charset=utf-8

            <p>こんにちは。</p>
            --y--
            --x
            Content-Type: application/pdf; name=a.pdf
            Content-Disposition: attachment; filename=a.pdf
            Content-Transfer-Encoding: base64

            AAECAwQ=
            --x--
            """;

    private final TestJmap jmap = new TestJmap();
    private final MailboxId inbox = jmap.mailbox(SpecialUse.INBOX);

    @AfterEach
    void close() {
        jmap.close();
    }

    private String file(String message, String... flags) {
        return "M" + jmap.file(inbox, message, Flags.of(flags), AT).contentId();
    }

    private JsonNode get(String id, String more) {
        return jmap.call("Email/get", "{$A,'ids':['" + id + "']" + more + "}")
                .path("list")
                .get(0);
    }

    private JsonNode ids(String query) {
        return jmap.call("Email/query", "{$A," + query + "}").path("ids");
    }

    @Test
    void aMessageHasItsPropertiesByDefault() {
        JsonNode email = get(file(LETTER, "\\Seen", "work"), "");
        assertThat(email.path("from").toString()).isEqualTo("[{\"name\":\"太郎\",\"email\":\"taro@example.test\"}]");
        assertThat(email.path("to").size()).isEqualTo(3);
        assertThat(email.path("replyTo").get(0).path("email").stringValue()).isEqualTo("other@example.test");
        assertThat(email.path("sender").isNull()).isTrue();
        assertThat(email.path("subject").stringValue()).isEqualTo("条件");
        assertThat(email.path("sentAt").stringValue()).isEqualTo("2026-11-25T09:00:00+09:00");
        assertThat(email.path("receivedAt").stringValue()).isEqualTo("2026-11-25T00:00:00Z");
        assertThat(email.path("messageId").toString()).isEqualTo("[\"one@example.test\"]");
        assertThat(email.path("references").toString()).isEqualTo("[\"zero@example.test\"]");
        assertThat(email.path("inReplyTo").isNull()).isTrue();
        assertThat(email.path("keywords").toString()).isEqualTo("{\"$seen\":true,\"work\":true}");
        assertThat(email.path("hasAttachment").booleanValue()).isTrue();
        assertThat(email.path("preview").stringValue()).contains("こんにちは");
        assertThat(email.path("textBody").get(0).path("type").stringValue()).isEqualTo("text/plain");
        assertThat(email.path("htmlBody").get(0).path("partId").stringValue()).isEqualTo("1.2");
        JsonNode pdf = email.path("attachments").get(0);
        assertThat(pdf.path("name").stringValue()).isEqualTo("a.pdf");
        assertThat(pdf.path("size").intValue()).isEqualTo(5);
    }

    @Test
    void headersAreGivenInEveryForm() {
        JsonNode email = get(
                file(LETTER),
                ",'properties':['header:To:asGroupedAddresses','header:X-Folded',"
                        + "'header:X-Folded:asText','header:List-Unsubscribe:asURLs','header:Subject:asText:all',"
                        + "'header:Date:asDate','header:Nothing','header:Nothing:all','headers']");
        JsonNode groups = email.path("header:To:asGroupedAddresses");
        assertThat(groups.get(0).path("name").isNull()).isTrue();
        assertThat(groups.get(1).path("name").stringValue()).isEqualTo("Team");
        assertThat(groups.get(1).path("addresses").size()).isEqualTo(2);
        assertThat(email.path("header:X-Folded").stringValue()).isEqualTo(" a\r\n b");
        assertThat(email.path("header:X-Folded:asText").stringValue()).isEqualTo("a b");
        assertThat(email.path("header:List-Unsubscribe:asURLs").size()).isEqualTo(2);
        assertThat(email.path("header:Subject:asText:all").toString()).isEqualTo("[\"条件\"]");
        assertThat(email.path("header:Nothing").isNull()).isTrue();
        assertThat(email.path("header:Nothing:all").isEmpty()).isTrue();
        assertThat(email.path("headers").get(0).path("name").stringValue()).isEqualTo("From");
        assertThat(jmap.error("Email/get", "{$A,'ids':[],'properties':['header:Date:asAddresses']}"))
                .isEqualTo("invalidArguments");
    }

    @Test
    void bodiesAreGivenAsTextAndCut() {
        JsonNode email = get(
                file(LETTER),
                ",'properties':['bodyValues','bodyStructure'],'fetchAllBodyValues':true,"
                        + "'maxBodyValueBytes':7,'bodyProperties':['partId','type']");
        JsonNode value = email.path("bodyValues").path("1.1");
        assertThat(value.path("value").stringValue()).as("whole characters").isEqualTo("こん");
        assertThat(value.path("isTruncated").booleanValue()).isTrue();
        assertThat(value.path("isEncodingProblem").booleanValue()).isFalse();
        JsonNode root = email.path("bodyStructure");
        assertThat(root.path("partId").isNull()).isTrue();
        assertThat(root.path("subParts")
                        .get(0)
                        .path("subParts")
                        .get(1)
                        .path("partId")
                        .stringValue())
                .isEqualTo("1.2");
    }

    @Test
    void anImageBetweenTextsIsReadInBothForms() {
        // RFC 8621 §4.1.4, the example
        String message = """
                Subject: x
                Content-Type: multipart/mixed; boundary=m

                --m
                Content-Type: text/plain

                A
                --m
                Content-Type: multipart/mixed; boundary=n

                --n
                Content-Type: multipart/alternative; boundary=o

                --o
                Content-Type: multipart/mixed; boundary=p

                --p
                Content-Type: text/plain

                B
                --p
                Content-Type: image/jpeg
                Content-Disposition: inline

                C
                --p
                Content-Type: text/plain

                D
                --p--
                --o
                Content-Type: multipart/related; boundary=q

                --q
                Content-Type: text/html

                E
                --q
                Content-Type: image/jpeg

                F
                --q--
                --o--
                --n
                Content-Type: image/jpeg
                Content-Disposition: attachment

                G
                --n
                Content-Type: application/x-excel

                H
                --n
                Content-Type: message/rfc822

                Subject: J

                J
                --n--
                --m
                Content-Type: text/plain

                K
                --m--
                """;
        JsonNode email =
                get(file(message), ",'properties':['textBody','htmlBody','attachments'],'bodyProperties':['partId']");
        assertThat(email.path("textBody").findValuesAsString("partId"))
                .containsExactly("1", "2.1.1.1", "2.1.1.2", "2.1.1.3", "3");
        assertThat(email.path("htmlBody").findValuesAsString("partId")).containsExactly("1", "2.1.2.1", "3");
        assertThat(email.path("attachments").findValuesAsString("partId"))
                .containsExactly("2.1.1.2", "2.1.2.2", "2.2", "2.3", "2.4");
    }

    @Test
    void queriesFindByEveryCondition() {
        String letter = file(LETTER, "\\Seen");
        String plain = "M"
                + jmap.file(
                                inbox,
                                "From: z@example.test\nSubject: plain words\n\nnothing special\n",
                                Flags.of("\\Flagged"),
                                AT.plus(Duration.ofDays(1)))
                        .contentId();
        jmap.search().awaitCurrent(Duration.ofSeconds(20));
        for (String filter : new String[] {
            "{'hasAttachment':true}",
            "{'text':'条件'}",
            "{'from':'taro'}",
            "{'to':'hanako'}",
            "{'subject':'条件'}",
            "{'body':'こんにち'}",
            "{'header':['X-Folded']}",
            "{'header':['List-Unsubscribe','mailto']}",
            "{'hasKeyword':'$seen'}",
            "{'notKeyword':'$flagged'}",
            "{'before':'2026-11-25T12:00:00Z'}",
            "{'minSize':500}",
            "{'allInThreadHaveKeyword':'$seen'}",
            "{'noneInThreadHaveKeyword':'$flagged'}",
            "{'operator':'NOT','conditions':[{'from':'z@example'},{'subject':'nowhere'}]}",
            "{'inMailbox':'F" + inbox.value() + "','someInThreadHaveKeyword':'$seen'}"
        }) {
            assertThat(ids("'filter':" + filter).toString()).as(filter).isEqualTo("[\"" + letter + "\"]");
        }
        assertThat(ids("'filter':{'inMailboxOtherThan':['F" + inbox.value() + "']}")
                        .isEmpty())
                .isTrue();
        assertThat(ids("'sort':[{'property':'subject'}]").get(0).stringValue()).isEqualTo(plain);
        assertThat(ids("'sort':[{'property':'receivedAt'}]").get(0).stringValue())
                .isEqualTo(letter);
        assertThat(ids("'anchor':'" + letter + "','anchorOffset':-1,'limit':1")
                        .get(0)
                        .stringValue())
                .isEqualTo(plain);
        assertThat(ids("'position':-1").get(0).stringValue()).isEqualTo(letter);
        assertThat(jmap.error("Email/query", "{$A,'anchor':'M1'}")).isEqualTo("anchorNotFound");
        assertThat(jmap.error("Email/query", "{$A,'filter':{'text':1}}")).isEqualTo("invalidArguments");
        assertThat(jmap.error("Email/query", "{$A,'filter':{'never':1}}")).isEqualTo("unsupportedFilter");
        JsonNode snippet =
                jmap.call("SearchSnippet/get", "{$A,'filter':{'text':'条件 こんにちは'},'emailIds':['" + letter + "','M1']}");
        assertThat(snippet.path("list").get(0).path("subject").stringValue()).isEqualTo("<mark>条件</mark>");
        assertThat(snippet.path("list").get(0).path("preview").stringValue()).contains("<mark>こんにちは</mark>");
        assertThat(snippet.path("notFound").toString()).isEqualTo("[\"M1\"]");
    }

    @Test
    void threadsHaveTheirEmailsInOrder() {
        String one = file("Message-ID: <1@x>\nSubject: a\n\na\n");
        String two = file("Message-ID: <2@x>\nReferences: <1@x>\nSubject: Re: a\n\nb\n");
        String thread = get(one, ",'properties':['threadId']").path("threadId").stringValue();
        JsonNode got = jmap.call("Thread/get", "{$A,'ids':['" + thread + "','T1']}");
        assertThat(got.path("list").get(0).path("emailIds").toString()).isEqualTo("[\"" + one + "\",\"" + two + "\"]");
        assertThat(got.path("notFound").toString()).isEqualTo("[\"T1\"]");
        assertThat(ids("'collapseThreads':true").size()).isOne();
    }
}
