// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.fumibako.registry.Account;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A hostile letter, as a reader's browser gets it. */
@Timeout(120)
class MailPageTest {
    private static final Pattern PROXIED = Pattern.compile("src=\"(/api/mail/B[0-9]+/picture[^\"]*)\"");

    @TempDir
    private Path directory;

    private World world;
    private Account taro;
    private ServerSocket pictures;
    private final AtomicInteger asked = new AtomicInteger();

    @BeforeEach
    void open() throws Exception {
        world = new World(directory);
        taro = world.owner("taro@example.test").account();
        pictures = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    @AfterEach
    void close() throws IOException {
        pictures.close();
        world.close();
    }

    private void serve() {
        try {
            while (!pictures.isClosed()) {
                try (Socket socket = pictures.accept();
                        OutputStream out = socket.getOutputStream()) {
                    asked.incrementAndGet();
                    out.write("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nGIF89a".getBytes(StandardCharsets.US_ASCII));
                }
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private String letter() {
        return world.filed(taro, """
                Subject: sale
                Content-Type: multipart/related; boundary=b

                --b
                Content-Type: text/html; charset=utf-8

                <p onclick="x">Hello<script>alert(1)</script><img src="cid:logo@x"><img src="http://127.0.0.1:%d/a.gif">
                --b
                Content-Type: image/svg+xml
                Content-ID: <logo@x>
                Content-Transfer-Encoding: base64

                R0lGODlhAQABAAAAACw=
                --b
                Content-Type: image/png; name=evil.png

                <svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>
                --b--
                """.formatted(pictures.getLocalPort()));
    }

    private Browser taros() {
        return world.browserOf(world.owner("taro@example.test"));
    }

    @Test
    void nothingIsFetchedBeforeTheReaderAsks() {
        String blob = letter();
        Browser.Reply page = taros().get("/api/mail/" + blob + "/page");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.response().body())
                .contains("<p>Hello<img src=\"/api/mail/" + blob + "/parts/2\"><img class=\"fb-hidden\">")
                .doesNotContain("alert")
                .doesNotContain("127.0.0.1");
        assertThat(page.response()
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow())
                .contains("default-src 'none'")
                .contains("sandbox allow-same-origin")
                .doesNotContain("allow-scripts")
                .doesNotContain("script-src");
        assertThat(page.response().headers().firstValue("X-Frame-Options")).contains("SAMEORIGIN");
        assertThat(page.response().headers().firstValue("X-Content-Type-Options"))
                .contains("nosniff");
        assertThat(taros().get("/api/mail/" + blob + "/facts")
                        .json()
                        .path("remotePictures")
                        .asInt())
                .isEqualTo(1);
        assertThat(asked).hasValue(0);
    }

    @Test
    void picturesComeThroughTheServerForTheReaderAlone() {
        String blob = letter();
        String page = taros().get("/api/mail/" + blob + "/page?pictures=proxy")
                .response()
                .body();
        MatchResult link = PROXIED.matcher(page).results().findFirst().orElseThrow();
        String path = link.group(1).replace("&amp;", "&");
        assertThat(asked).hasValue(0);
        Browser.Reply picture = taros().get(path);
        assertThat(picture.status()).isEqualTo(200);
        assertThat(picture.response().body()).isEqualTo("GIF89a");
        assertThat(picture.response().headers().firstValue("Content-Type")).contains("image/gif");
        assertThat(picture.response().headers().firstValue("Content-Security-Policy"))
                .contains("default-src 'none'; sandbox");
        assertThat(asked).hasValue(1);
        assertThat(world.browserOf(world.owner("jiro@example.test")).get(path).status())
                .isEqualTo(404);
        assertThat(world.stranger().get(path).status()).isEqualTo(401);
        assertThat(taros().get(path.replace("a.gif", "b.gif")).code()).isEqualTo("link-invalid");
        assertThat(asked).hasValue(1);
    }

    @Test
    void partsAreShownOnlyWhenTheyArePixels() {
        String blob = letter();
        Browser.Reply gif = taros().get("/api/mail/" + blob + "/parts/2");
        assertThat(gif.response().headers().firstValue("Content-Type")).contains("image/gif");
        assertThat(taros().get("/api/mail/" + blob + "/parts/3").status()).isEqualTo(404);
        assertThat(taros().get("/api/mail/" + blob + "/parts/1").status()).isEqualTo(404);
        assertThat(taros().get("/api/mail/" + blob + "/parts/9.9").status()).isEqualTo(404);
    }

    @Test
    void nobodyElseSeesTheLetter() {
        String blob = letter();
        for (String what : new String[] {"page", "facts", "parts/2"}) {
            String path = "/api/mail/" + blob + "/" + what;
            assertThat(world.browserOf(world.owner("jiro@example.test"))
                            .get(path)
                            .status())
                    .isEqualTo(404);
            assertThat(world.browserOf(world.customer("anna")).get(path).status())
                    .isEqualTo(403);
            assertThat(world.browserOf(World.operator()).get(path).status()).isEqualTo(403);
        }
    }
}
