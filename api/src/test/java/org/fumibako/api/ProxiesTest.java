// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fumibako.journal.JournalEvent;
import org.fumibako.net.AddressBlock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whom we believe who says that somebody else asks. */
@Timeout(120)
class ProxiesTest {
    private static final String CREDENTIALS = "{\"login\":\"anna\",\"password\":\"" + World.PASSWORD + "\"}";

    @TempDir
    private Path directory;

    private static List<AddressBlock> networks(String... texts) {
        return List.of(texts).stream()
                .flatMap(text -> AddressBlock.parse(text).stream())
                .toList();
    }

    private static Optional<InetAddress> recorded(World world) {
        return world.rows().stream()
                .filter(row -> row.event() instanceof JournalEvent.SignedIn)
                .findFirst()
                .flatMap(row -> row.origin().peer());
    }

    private Browser.Reply signIn(World world, String... headers) {
        Browser.Reply reply = world.stranger().bare("POST", "/api/session", CREDENTIALS, headers);
        assertThat(reply.status()).isEqualTo(200);
        return reply;
    }

    @Test
    void aStrangersFieldsMeanNothing() throws Exception {
        try (World world = new World(directory, true, networks("198.51.100.0/24"))) {
            Browser.Reply reply = signIn(world, "X-Forwarded-For", "192.0.2.77", "X-Forwarded-Proto", "https");
            assertThat(recorded(world)).hasValue(InetAddress.ofLiteral("127.0.0.1"));
            assertThat(reply.response().headers().firstValue("Set-Cookie"))
                    .hasValueSatisfying(cookie -> assertThat(cookie).doesNotContain("Secure"));
        }
    }

    @Test
    void ourProxyIsBelieved() throws Exception {
        try (World world = new World(directory, true, networks("127.0.0.0/8"))) {
            Browser.Reply reply = signIn(world, "X-Forwarded-For", "192.0.2.77", "X-Forwarded-Proto", "https");
            assertThat(recorded(world)).hasValue(InetAddress.ofLiteral("192.0.2.77"));
            assertThat(reply.response().headers().firstValue("Set-Cookie"))
                    .hasValueSatisfying(
                            cookie -> assertThat(cookie).startsWith("__Host-").contains("Secure"));
        }
    }

    @Test
    void whatAClientWroteItselfIsNotBelieved() throws Exception {
        try (World world = new World(directory, true, networks("127.0.0.0/8", "198.51.100.0/24"))) {
            signIn(world, "X-Forwarded-For", "10.0.0.1, 2001:db8::7", "X-Forwarded-For", "198.51.100.9:4711");
            assertThat(recorded(world)).hasValue(InetAddress.ofLiteral("2001:db8::7"));
        }
    }

    @Test
    void whatIsNoAddressLeavesTheProxy() throws Exception {
        try (World world = new World(directory, true, networks("127.0.0.0/8", "198.51.100.0/24"))) {
            signIn(world, "X-Forwarded-For", "192.0.2.1, unknown, 198.51.100.9");
            assertThat(recorded(world)).hasValue(InetAddress.ofLiteral("198.51.100.9"));
        }
    }

    @Test
    void aProxyWithTlsIsNotSentOnToHttps() throws Exception {
        try (World world = new World(directory, false, networks("127.0.0.0/8"))) {
            assertThat(world.stranger().bare("GET", "/api/session", null).status())
                    .isEqualTo(308);
            assertThat(world.stranger()
                            .bare("GET", "/api/session", null, "X-Forwarded-Proto", "https")
                            .status())
                    .isNotEqualTo(308);
        }
    }

    /** Wrong passwords through one proxy: the visitor who guessed is kept waiting, another is not. */
    @Test
    void signInLimitsSeeTheVisitor() throws Exception {
        try (World world = new World(directory, true, networks("127.0.0.0/8"))) {
            int status = 401;
            for (int attempt = 0; attempt < 50 && status == 401; attempt++) {
                String wrong = "{\"login\":\"nobody\",\"password\":\"guess " + attempt + "\"}";
                status = world.stranger()
                        .bare("POST", "/api/session", wrong, "X-Forwarded-For", "192.0.2.77")
                        .status();
            }
            assertThat(status).isEqualTo(429);
            signIn(world, "X-Forwarded-For", "192.0.2.78");
        }
    }
}
