// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.fumibako.model.AccountId;
import org.fumibako.webmail.url.ScriptedServer;
import org.fumibako.webmail.url.UrlClient;
import org.fumibako.webmail.url.UrlLimits;
import org.junit.jupiter.api.Test;

class PictureTest {
    private static final AccountId TARO = new AccountId(7);
    private static final Pattern LINK =
            Pattern.compile("/api/mail/B9/picture\\?until=(\\d+)&mac=([A-Za-z0-9_-]{22})&url=(.*)");

    private final List<byte[]> secrets = new ArrayList<>(List.of("one".getBytes(StandardCharsets.US_ASCII)));
    private Instant now = Instant.parse("2026-11-30T00:00:00Z");
    private final PictureLinks links = new PictureLinks(() -> secrets, () -> now);

    private record Link(long until, String mac, String url) {}

    private Link link(String address) {
        MatchResult found = LINK.matcher(links.link(TARO, "B9", address))
                .results()
                .findFirst()
                .orElseThrow();
        return new Link(
                Long.parseLong(found.group(1)),
                found.group(2),
                URLDecoder.decode(found.group(3), StandardCharsets.UTF_8));
    }

    @Test
    void aLinkIsGoodForItsAccountMessageAddressAndTime() {
        Link link = link("https://e.test/a?b='c'&d");
        assertThat(link.url()).isEqualTo("https://e.test/a?b='c'&d");
        assertThat(links.isOurs(TARO, "B9", link.url(), link.until(), link.mac()))
                .isTrue();
        assertThat(links.isOurs(new AccountId(8), "B9", link.url(), link.until(), link.mac()))
                .isFalse();
        assertThat(links.isOurs(TARO, "B8", link.url(), link.until(), link.mac()))
                .isFalse();
        assertThat(links.isOurs(TARO, "B9", link.url() + "x", link.until(), link.mac()))
                .isFalse();
        assertThat(links.isOurs(TARO, "B9", link.url(), link.until() + 1, link.mac()))
                .isFalse();
        assertThat(links.isOurs(TARO, "B9", link.url(), link.until(), "")).isFalse();
        assertThat(links.isOurs(TARO, "B9", link.url(), link.until(), "?")).isFalse();
        now = now.plus(Duration.ofHours(12)).plusSeconds(1);
        assertThat(links.isOurs(TARO, "B9", link.url(), link.until(), link.mac()))
                .isFalse();
    }

    @Test
    void aLinkOutlivesOneChangeOfSecrets() {
        Link link = link("https://e.test/");
        secrets.addFirst("two".getBytes(StandardCharsets.US_ASCII));
        assertThat(links.isOurs(TARO, "B9", link.url(), link.until(), link.mac()))
                .isTrue();
        secrets.removeLast();
        assertThat(links.isOurs(TARO, "B9", link.url(), link.until(), link.mac()))
                .isFalse();
    }

    private static String type(String type, String body) {
        try (ScriptedServer server = new ScriptedServer("HTTP/1.1 200 OK\r\nContent-Type: " + type
                + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)) {
            UrlClient client = new UrlClient(
                    (host, limit) -> List.of(java.net.InetAddress.getLoopbackAddress()),
                    address -> true,
                    SSLContext.getDefault(),
                    new UrlLimits(1_000, Duration.ofSeconds(20), 0, 1, Set.of()));
            return new PictureProxy(client)
                    .fetch("http://p.test:" + server.port() + "/")
                    .map(picture -> picture.raster().type())
                    .orElse("none");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatIsShownIsPixelsWhateverItIsCalled() {
        assertThat(type("text/html", "\u0089PNG\r\n\u001a\n...")).isEqualTo("image/png");
        assertThat(type("image/svg+xml", "GIF89a...")).isEqualTo("image/gif");
        assertThat(type("image/webp", "RIFF1234WEBPVP8 ")).isEqualTo("image/webp");
        assertThat(type("image/jpeg", "\u00ff\u00d8\u00ff\u00e0")).isEqualTo("image/jpeg");
        assertThat(type("image/png", "<svg xmlns='http://www.w3.org/2000/svg'/>"))
                .isEqualTo("none");
        assertThat(type("image/png", "<html><script>")).isEqualTo("none");
        assertThat(type("image/png", "")).isEqualTo("none");
        assertThat(type("image/png", "RIFF1234WAVE")).isEqualTo("none");
    }
}
