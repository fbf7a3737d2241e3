// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo.internet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.fumibako.testkit.FakeDns;
import org.fumibako.testkit.SinkMx;
import org.fumibako.testkit.SinkScript;
import org.fumibako.testkit.SmtpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InternetTest {
    private static final String MESSAGE =
            "From: taro@example.test\r\nSubject: hello\r\nMessage-ID: <1@example.test>\r\n\r\n.dot\r\n";

    @TempDir
    private Path directory;

    private final FakeDns names = FakeDns.of("""
            example.test TXT "v=spf1 ip4:127.0.0.1 -all"
            """);
    private final BlockingQueue<String> news = new LinkedBlockingQueue<>();
    private SinkMx demo;
    private Internet internet;
    private int port;

    @BeforeEach
    void open() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        demo = SinkMx.start(SinkScript.MODERN);
        internet = Internet.open(new Internet.Place(directory, port, names, demo::port), Clock.systemUTC(), news::add);
    }

    @AfterEach
    void close() throws IOException {
        internet.close();
        demo.close();
    }

    @Test
    void whatAServerTakesIsAFileWithItsOctets() throws Exception {
        try (SmtpClient client = visit("mx.gmail.test")) {
            assertThat(client.startTls().code()).isEqualTo(250);
            assertThat(client.send("taro@example.test", List.of("sakura@gmail.test"), MESSAGE)
                            .code())
                    .isEqualTo(250);
        }
        assertThat(news.poll(10, TimeUnit.SECONDS)).contains("mx.gmail.test took a message from taro@example.test");
        assertThat(taken("gmail.test"))
                .singleElement()
                .asString()
                .startsWith("Return-Path: <taro@example.test>\r\nDelivered-To: sakura@gmail.test\r\nReceived: ")
                .contains("spf=pass", "TLSv1.3")
                .endsWith(MESSAGE);
    }

    @Test
    void aMessageMayComeInChunks() throws Exception {
        try (SmtpClient client = visit("mx.gmail.test")) {
            client.command("MAIL FROM:<taro@example.test>");
            client.command("RCPT TO:<sakura@gmail.test>");
            client.socket().send("BDAT 10\r\n" + MESSAGE.substring(0, 10));
            assertThat(client.readReply().code()).isEqualTo(250);
            client.socket().send("BDAT " + (MESSAGE.length() - 10) + " LAST\r\n" + MESSAGE.substring(10));
            assertThat(client.readReply().code()).isEqualTo(250);
        }
        assertThat(taken("gmail.test")).singleElement().asString().endsWith(MESSAGE);
    }

    @Test
    void anAuthorWhomNothingProvesIsRefusedInTheWordsOfGmail() throws Exception {
        names.remove("example.test");
        try (SmtpClient client = visit("mx.gmail.test")) {
            assertThat(client.send("taro@example.test", List.of("sakura@gmail.test"), MESSAGE)
                            .text())
                    .contains("5.7.26", "SPF [example.test] with ip: [127.0.0.1] = did not pass");
        }
        assertThat(taken("gmail.test")).isEmpty();
    }

    @Test
    void anotherDomainsSpfProvesNothingAboutTheAuthor() throws Exception {
        try (SmtpClient client = visit("mx.gmail.test")) {
            assertThat(client.send(
                                    "taro@example.test",
                                    List.of("sakura@gmail.test"),
                                    MESSAGE.replace("taro@example", "taro@elsewhere"))
                            .code())
                    .isEqualTo(550);
        }
    }

    @Test
    void endingsOfNamesAreRefusedInTheDialogue() throws Exception {
        try (SmtpClient client = visit("mx.gmail.test")) {
            client.command("MAIL FROM:<taro@example.test>");
            assertThat(rcpt(client, "a-full@gmail.test")).startsWith("552 5.2.2");
            assertThat(rcpt(client, "a-unknown@gmail.test")).startsWith("550 5.1.1");
            assertThat(rcpt(client, "a-later@gmail.test")).startsWith("450 4.2.1");
            assertThat(rcpt(client, "a-greylist@gmail.test")).startsWith("450 4.7.1");
            assertThat(rcpt(client, "a-greylist@gmail.test")).startsWith("250");
            assertThat(rcpt(client, "a@elsewhere.test")).startsWith("550 5.7.1");
        }
    }

    @Test
    void aServerMayHangUpBeforeItSaysThatItTookTheMessage() throws Exception {
        try (SmtpClient client = visit("mx.plain.test")) {
            client.command("MAIL FROM:<taro@example.test>");
            client.command("RCPT TO:<a-drop@plain.test>");
            client.socket().send("DATA\r\n" + MESSAGE.replace("\r\n.", "\r\n..") + ".\r\n");
            assertThat(client.readReply().code()).isEqualTo(354);
            assertThatThrownBy(client::readReply).isInstanceOf(EOFException.class);
        }
        assertThat(taken("plain.test")).hasSize(1);
    }

    @Test
    void aServerWritesBackFromItsOwnAddress() throws Exception {
        try (SmtpClient client = visit("mx.plain.test")) {
            client.send("taro@example.test", List.of("a-bounce@plain.test"), MESSAGE);
        }
        var bounce = demo.await(1).getFirst();
        assertThat(bounce.mail()).startsWith("MAIL FROM:<>");
        assertThat(bounce.rcpts()).containsExactly("RCPT TO:<taro@example.test>");
        assertThat(bounce.text())
                .contains("In-Reply-To: <1@example.test>", "Final-Recipient: rfc822; a-bounce@plain.test");
    }

    @Test
    void theNullSenderIsNotWrittenTo() throws Exception {
        try (SmtpClient client = visit("mx.plain.test")) {
            client.send("", List.of("a-bounce@plain.test"), MESSAGE);
            client.send("taro@example.test", List.of("a-reply@plain.test"), MESSAGE);
        }
        assertThat(demo.await(1)).singleElement().extracting("mail").asString().contains("a-reply@plain.test");
    }

    @Test
    void whoWantsTlsTakesNothingInClear() throws Exception {
        try (SmtpClient client = visit("mx.strict.test")) {
            assertThat(client.command("MAIL FROM:<taro@example.test>").code()).isEqualTo(530);
        }
    }

    private SmtpClient visit(String name) throws IOException {
        Host host = Provider.ALL.stream()
                .flatMap(provider -> provider.hosts().stream())
                .filter(some -> some.name().ascii().equals(name))
                .findFirst()
                .orElseThrow();
        SmtpClient client = SmtpClient.connect(new InetSocketAddress(host.address(), port));
        client.command("EHLO sv001.fumibako.test");
        return client;
    }

    private static String rcpt(SmtpClient client, String to) throws IOException {
        SmtpClient.Reply reply = client.command("RCPT TO:<" + to + ">");
        return reply.code() + " " + reply.text();
    }

    private List<String> taken(String domain) throws IOException {
        Path shelf = directory.resolve(domain).resolve("new");
        if (!Files.exists(shelf)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(shelf)) {
            return files.map(InternetTest::text).toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
