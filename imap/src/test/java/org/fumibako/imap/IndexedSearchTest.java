// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.fumibako.testkit.ImapClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** SEARCH for texts finds the same before and after the index has read the messages, and in between. */
class IndexedSearchTest {
    private static final String BILL = "From: =?utf-8?B?6Yi05pyo?= <suzuki@example.jp>\r\nTo: taro@example.jp\r\n"
            + "Subject: =?iso-2022-jp?B?GyRCQEE1YT1xGyhC?=\r\nX-Customer: A-1234\r\n"
            + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + base64("今月分の\r\nお支払い invoice をお願いします。") + "\r\n";
    private static final String HTML = "From: hanako@example.jp\r\nCc: jiro@example.jp\r\nSubject: meeting\r\n"
            + "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + base64("<style>p{color:red}</style><p>会<b>議</b>は&#26126;日 &amp; invoices</p>") + "\r\n";
    private static final String ATTACHED = """
            From: saburo@example.jp
            Subject: files
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: application/pdf
            Content-Disposition: attachment; filename*=utf-8''%E8%A6%8B%E7%A9%8D.pdf

            x
            --b
            Content-Type: message/rfc822

            Subject: inner

            half ﾃﾞｰﾀ
            --b--
            """.replace("\n", "\r\n");

    private TestServer server;
    private ImapClient client;

    @BeforeEach
    void start() throws IOException {
        server = TestServer.start();
        client = server.client();
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.close();
    }

    @Test
    void theSameIsFoundWithAndWithoutTheIndex() throws IOException {
        append(BILL);
        append(HTML);
        client.command("SELECT INBOX");
        finds();
        assertThat(server.search().awaitCurrent(Duration.ofSeconds(60))).isTrue();
        finds();
        append(ATTACHED);
        client.command("NOOP");
        findsAttached();
        assertThat(server.search().awaitCurrent(Duration.ofSeconds(60))).isTrue();
        finds();
        findsAttached();
    }

    private void finds() throws IOException {
        assertThat(search("SUBJECT", "請求")).isEqualTo("1");
        assertThat(search("FROM", "鈴木 <suz")).isEqualTo("1");
        assertThat(search("CC", "jiro")).isEqualTo("2");
        assertThat(search("TO", "TARO@")).isEqualTo("1");
        assertThat(search("HEADER X-Customer", "a-12")).isEqualTo("1");
        assertThat(search("HEADER X-Other", "a-12")).isEmpty();
        assertThat(search("BODY", "今月分のお支払")).isEqualTo("1");
        assertThat(search("BODY", "voic")).isEqualTo("1 2");
        assertThat(search("BODY", "INVOICE を")).isEqualTo("1");
        assertThat(search("BODY", "会議は明日 & inv")).isEqualTo("2");
        assertThat(search("BODY", "color")).isEmpty();
        assertThat(search("BODY", "請求")).isEmpty();
        assertThat(search("TEXT", "請求")).isEqualTo("1");
        assertThat(search("TEXT", "x-customer: a")).isEqualTo("1");
        assertThat(search("NOT BODY", "会議")).doesNotContain("2").contains("1");
        assertThat(search("OR SUBJECT meeting BODY", "お支払い")).isEqualTo("1 2");
    }

    private void findsAttached() throws IOException {
        assertThat(search("BODY", "見積.pdf")).isEqualTo("3");
        assertThat(search("BODY", "データ")).isEqualTo("3");
        assertThat(search("BODY", "inner")).isEqualTo("3");
        assertThat(search("TEXT", "ﾃﾞｰﾀ")).isEqualTo("3");
    }

    private void append(String message) throws IOException {
        assertThat(client.append("INBOX", "", message.getBytes(StandardCharsets.UTF_8))
                        .ok())
                .isTrue();
    }

    /** The numbers found, with single spaces between them. */
    private String search(String keys, String text) throws IOException {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        String literal = "{" + octets.length + "+}\r\n" + new String(octets, StandardCharsets.ISO_8859_1);
        String command = "SEARCH CHARSET UTF-8 " + keys + " " + literal;
        List<String> lines = client.command(command).untagged();
        return lines.stream()
                .filter(line -> line.startsWith("* SEARCH"))
                .map(line -> line.substring("* SEARCH".length()).strip())
                .findFirst()
                .orElse("nothing said: " + lines);
    }

    private static String base64(String text) {
        return java.util.Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
