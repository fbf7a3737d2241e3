// SPDX-License-Identifier: Apache-2.0
package org.fumibako.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClientsTest {
    @Test
    void smtpRepliesOfManyLinesAreOneReply() throws IOException {
        Map<String, String> answers = Map.of(
                "EHLO a", "250-host\r\n250-SIZE 100\r\n250 PIPELINING\r\n",
                "MAIL FROM:<a@b>", "250 ok\r\n",
                "RCPT TO:<c@d>", "250 ok\r\n",
                "DATA", "354 go\r\n",
                "x", "",
                "..y", "",
                ".", "250 kept\r\n");
        try (ScriptedServer server = new ScriptedServer("220 hi\r\n", answers);
                SmtpClient client = SmtpClient.connect(server.port())) {
            assertThat(client.greeting().code()).isEqualTo(220);
            SmtpClient.Reply reply = client.command("EHLO a");
            assertThat(reply.lines()).containsExactly("host", "SIZE 100", "PIPELINING");
            assertThat(reply.offers("size 100")).isTrue();
            assertThat(reply.offers("host")).isFalse();
            assertThat(client.send("a@b", List.of("c@d"), "x\r\n.y").text()).isEqualTo("kept");
            assertThatIOException().isThrownBy(() -> client.command("NOOP")).withMessageContaining("not an SMTP reply");
        }
    }

    @Test
    void imapResponsesKeepTheirLiterals() throws IOException {
        Map<String, String> answers = Map.of(
                "T1 FETCH 1 BODY[]", "* 1 FETCH (BODY[] {7}\r\na\r\n{3}\nx BODY[1] {0}\r\n)\r\nT1 OK done\r\n",
                "T2 APPEND \"a \\\"b\\\"\" (\\Seen) {2}", "+ go\r\n",
                "hi", "* 1 EXISTS\r\nT2 OK [APPENDUID 1 2] done\r\n");
        try (ScriptedServer server = new ScriptedServer("* OK hi\r\n", answers);
                ImapClient client = ImapClient.connect(server.port())) {
            ImapClient.Result fetched = client.command("FETCH 1 BODY[]");
            assertThat(fetched.ok()).isTrue();
            assertThat(fetched.first("* 1 FETCH")).isEqualTo("* 1 FETCH (BODY[] {7}\r\na\r\n{3}\nx BODY[1] {0}\r\n)");
            assertThat(client.append("a \"b\"", "(\\Seen)", new byte[] {'h', 'i'})
                            .tagged())
                    .isEqualTo("OK [APPENDUID 1 2] done");
        }
    }

    @Test
    void pop3LinesAreUnstuffed() throws IOException {
        Map<String, String> answers = Map.of("RETR 1", "+OK\r\na\r\n..b\r\n..\r\n.\r\n", "LIST", "-ERR no\r\n");
        try (ScriptedServer server = new ScriptedServer("+OK hi\r\n", answers);
                Pop3Client client = Pop3Client.connect(server.port())) {
            assertThat(client.lines("RETR 1")).containsExactly("a", ".b", ".");
            assertThatIOException().isThrownBy(() -> client.lines("LIST")).withMessageContaining("-ERR no");
        }
    }
}
