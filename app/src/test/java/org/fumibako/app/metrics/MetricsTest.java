// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.fumibako.app.Fumibako;
import org.fumibako.app.config.Configuration.Service;
import org.fumibako.app.control.Terminal;
import org.fumibako.app.demo.Demo;
import org.fumibako.testkit.ImapClient;
import org.fumibako.testkit.SmtpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus gets of a whole server. */
final class MetricsTest {
    private static final Pattern COMMENT = Pattern.compile("# (HELP|TYPE) ([a-z][a-z0-9_]*) .+");
    private static final Pattern SAMPLE =
            Pattern.compile("([a-z][a-z0-9_]*)(\\{[a-z]+=\"[^\"]*\"(,[a-z]+=\"[^\"]*\")*})? -?[0-9.]+(E-?[0-9]+)?");

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path data;

    @Test
    void whatHappensIsCounted() throws Exception {
        try (Fumibako server = Demo.open(data, 0, new Quiet())) {
            long filed = value(server, "fumibako_messages_filed_total{protocol=\"smtp\"}");
            long failed = value(server, "fumibako_sign_ins_total{protocol=\"imap\",outcome=\"failed\"}");
            long refused = value(server, "fumibako_recipients_refused_total{protocol=\"smtp\",code=\"5.1.1\"}");
            refusedAndFiled(server);
            try (ImapClient stranger = ImapClient.connect(server.ports().get(Service.IMAP))) {
                stranger.command("LOGIN taro@example.test wrong");
                assertThat(value(server, "fumibako_connections{service=\"imap\"}"))
                        .isPositive();
            }

            assertThat(value(server, "fumibako_messages_filed_total{protocol=\"smtp\"}"))
                    .isGreaterThan(filed);
            assertThat(value(server, "fumibako_recipients_refused_total{protocol=\"smtp\",code=\"5.1.1\"}"))
                    .isGreaterThan(refused);
            assertThat(value(server, "fumibako_sign_ins_total{protocol=\"imap\",outcome=\"failed\"}"))
                    .isEqualTo(failed + 1);
            assertThat(value(server, "fumibako_heap_used_bytes")).isPositive();
            assertThat(value(server, "fumibako_disk_free_bytes")).isPositive();
        }
    }

    @Test
    void everyLineIsOfTheTextFormat() throws Exception {
        try (Fumibako server = Demo.open(data, 0, new Quiet())) {
            HttpResponse<String> answer = get(server, "/metrics");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValue("text/plain; version=0.0.4; charset=utf-8");
            Set<String> typed = new HashSet<>();
            for (String line : answer.body().split("\n", -1)) {
                assertThat(line)
                        .matches(text -> text.isEmpty()
                                || COMMENT.matcher(text).matches()
                                || SAMPLE.matcher(text).matches());
                if (line.startsWith("# TYPE")) {
                    assertThat(typed.add(line)).isTrue();
                }
            }
            assertThat(typed)
                    .contains("# TYPE fumibako_queue_recipients gauge", "# TYPE fumibako_dns_answers_total counter");
        }
    }

    @Test
    void nothingElseIsServedThere() throws Exception {
        try (Fumibako server = Demo.open(data, 0, new Quiet())) {
            assertThat(get(server, "/").statusCode()).isEqualTo(404);
            assertThat(get(server, "/api/session").statusCode()).isEqualTo(404);
            HttpRequest post = HttpRequest.newBuilder(uri(server, "/metrics"))
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            assertThat(http.send(post, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(405);
        }
    }

    private static void refusedAndFiled(Fumibako server) throws IOException {
        try (SmtpClient client = SmtpClient.connect(server.ports().get(Service.SMTP))) {
            client.command("EHLO mx.elsewhere.test");
            client.command("MAIL FROM:<someone@elsewhere.test>");
            assertThat(client.command("RCPT TO:<nobody@example.test>").code()).isEqualTo(550);
            client.command("RSET");
            String message = "From: someone@elsewhere.test\r\nSubject: counted\r\n\r\nHello\r\n";
            assertThat(client.send("someone@elsewhere.test", List.of("taro@example.test"), message)
                            .code())
                    .isEqualTo(250);
        }
    }

    private static final class Quiet implements Terminal {
        private final PrintWriter nowhere = new PrintWriter(Writer.nullWriter());

        @Override
        public PrintWriter out() {
            return nowhere;
        }

        @Override
        public PrintWriter err() {
            return nowhere;
        }

        @Override
        public String askSecret(String prompt) {
            return "";
        }
    }

    private long value(Fumibako server, String series) throws Exception {
        return get(server, "/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElse(0);
    }

    private HttpResponse<String> get(Fumibako server, String path) throws Exception {
        return http.send(HttpRequest.newBuilder(uri(server, path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static URI uri(Fumibako server, String path) {
        return URI.create("http://127.0.0.1:" + server.ports().get(Service.METRICS) + path);
    }
}
