// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** COMPRESS=DEFLATE (RFC 4978), with a client that flushes after each command. */
class CompressTest {
    private TestServer server;
    private Socket socket;
    private InputStream in;
    private OutputStream out;

    @BeforeEach
    void signIn() throws IOException {
        server = TestServer.start();
        socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(30_000);
        in = socket.getInputStream();
        out = socket.getOutputStream();
        line();
        command("a1 LOGIN " + FewAccounts.ADDRESS + " \"" + FewAccounts.PASSWORD + "\"");
    }

    @AfterEach
    void stop() throws IOException {
        socket.close();
        server.close();
    }

    @Test
    void commandsAndAnswersAreCompressedFromTheTaggedAnswerOn() throws IOException {
        compress();
        String message = "Subject: " + "x".repeat(200) + "\r\n\r\n" + "the same line again\r\n".repeat(20_000);
        assertThat(command("a3 APPEND INBOX {" + message.length() + "+}\r\n" + message))
                .last()
                .asString()
                .startsWith("a3 OK [APPENDUID");
        assertThat(command("a4 SELECT INBOX")).contains("* 1 EXISTS");

        List<String> fetched = command("a5 FETCH 1 BODY.PEEK[]");
        assertThat(fetched.getFirst()).isEqualTo("* 1 FETCH (BODY[] {" + message.length() + "}");
        assertThat(String.join("\r\n", fetched.subList(1, fetched.size()))).startsWith(message);
    }

    @Test
    void changesAreToldWhileIdling() throws IOException {
        compress();
        command("a3 SELECT INBOX");
        send("a4 IDLE");
        assertThat(line()).startsWith("+ ");
        server.fill("INBOX", List.of("Subject: new\r\n\r\nx"));
        assertThat(line()).isEqualTo("* 1 EXISTS");
        send("DONE");
        assertThat(line()).startsWith("a4 OK");
    }

    @Test
    void onlyOnceAndOnlyDeflate() throws IOException {
        assertThat(command("a2 COMPRESS LZW")).last().asString().startsWith("a2 BAD");
        assertThat(command("a3 COMPRESS")).last().asString().startsWith("a3 BAD");
        compress();
        assertThat(command("a4 COMPRESS DEFLATE")).last().asString().startsWith("a4 BAD");
        assertThat(command("a5 UNAUTHENTICATE")).last().asString().startsWith("a5 BAD");
        assertThat(command("a6 CAPABILITY").getFirst()).doesNotContain("UNAUTHENTICATE");
    }

    @Test
    void commandSentBehindItInClearEndsTheConnection() throws IOException {
        out.write("a2 COMPRESS DEFLATE\r\na3 NOOP\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
        assertThat(line()).startsWith("a2 OK");
        assertThat(in.read()).isEqualTo(-1);
    }

    @Test
    void whatIsNotCompressedEndsTheConnection() throws IOException {
        assertThat(command("a2 COMPRESS DEFLATE")).last().asString().startsWith("a2 OK");
        out.write("a3 NOOP\r\na4 NOOP\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
        assertThat(in.read()).isEqualTo(-1);
    }

    private void compress() throws IOException {
        assertThat(command("a2 COMPRESS DEFLATE")).last().asString().startsWith("a2 OK");
        in = new InflaterInputStream(in, new Inflater(true));
        out = new DeflaterOutputStream(out, new Deflater(Deflater.DEFAULT_COMPRESSION, true), 512, true);
    }

    private void send(String text) throws IOException {
        out.write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Lines up to the tagged one. */
    private List<String> command(String text) throws IOException {
        send(text);
        String tag = text.substring(0, text.indexOf(' ') + 1);
        List<String> lines = new ArrayList<>();
        do {
            lines.add(line());
        } while (!lines.getLast().startsWith(tag));
        return lines;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("connection ended after " + line);
            }
            if (c != '\r') {
                line.write(c);
            }
        }
        return line.toString(StandardCharsets.US_ASCII);
    }
}
