// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class TlsTest {
    @TempDir
    private Path directory;

    /** A client that trusts the server's own authority, and nobody else. */
    private HttpClient client() throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (var in = Files.newInputStream(directory.resolve("tls/ca.pem"))) {
            Certificate authority = CertificateFactory.getInstance("X.509").generateCertificate(in);
            trusted.setCertificateEntry("ca", authority);
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private static HttpRequest get(String uri) {
        return HttpRequest.newBuilder(URI.create(uri)).build();
    }

    @Test
    void browsersGetHttp2AndAreToldToStayWithTls() throws Exception {
        try (World world = new World(directory);
                HttpClient client = client()) {
            HttpResponse<String> reply = client.send(
                    get("https://localhost:" + world.server.securePort() + "/api/session"),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(reply.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(reply.statusCode()).isEqualTo(200);
            assertThat(reply.headers().firstValue("Strict-Transport-Security")).isPresent();
        }
    }

    @Test
    void theCookieIsBoundToTheHostAndToTls() throws Exception {
        try (World world = new World(directory);
                HttpClient client = client()) {
            String body = "{\"login\":\"anna\",\"password\":\"" + World.PASSWORD + "\"}";
            HttpResponse<String> reply = client.send(
                    HttpRequest.newBuilder(
                                    URI.create("https://localhost:" + world.server.securePort() + "/api/session"))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(reply.headers().firstValue("Set-Cookie"))
                    .hasValueSatisfying(cookie ->
                            assertThat(cookie).startsWith("__Host-fumibako=").contains("Secure", "HttpOnly", "Path=/"));
        }
    }

    @Test
    void aNewCertificateIsUsedWithoutARestart() throws Exception {
        try (World world = new World(directory)) {
            Files.delete(directory.resolve("tls/ca.pem"));
            try (var files = Files.list(directory.resolve("tls"))) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            world.tls.reload();
            try (HttpClient client = client()) {
                assertThat(client.send(
                                        get("https://localhost:" + world.server.securePort() + "/api/session"),
                                        HttpResponse.BodyHandlers.ofString())
                                .statusCode())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void withoutTlsBrowsersAreSentToOurOwnName() throws Exception {
        try (World world = new World(directory, false)) {
            Browser.Reply reply = world.stranger().get("/panel/example.test?x=1");
            assertThat(reply.status()).isEqualTo(308);
            assertThat(reply.response().headers().firstValue("Location"))
                    .hasValue("https://sv001.fumibako.test:" + world.server.securePort() + "/panel/example.test?x=1");
            assertThat(world.stranger().get("/.well-known/acme-challenge/x").status())
                    .isEqualTo(404);
        }
    }

    @Test
    void everyAnswerTellsBrowsersWhatNotToDo() throws Exception {
        try (World world = new World(directory)) {
            for (String path : new String[] {"/", "/api/session", "/api/none", "/none.js", "/panel/example.test"}) {
                HttpResponse<String> reply = world.stranger().get(path).response();
                assertThat(reply.headers().firstValue("Content-Security-Policy"))
                        .as(path)
                        .hasValueSatisfying(policy -> assertThat(policy)
                                .contains("default-src 'none'", "frame-ancestors 'none'")
                                .doesNotContain("unsafe-"));
                assertThat(reply.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
                assertThat(reply.headers().firstValue("Server")).isEmpty();
            }
            String first = world.stranger()
                    .get("/")
                    .response()
                    .headers()
                    .firstValue("Content-Security-Policy")
                    .orElseThrow();
            assertThat(world.stranger().get("/").response().headers().firstValue("Content-Security-Policy"))
                    .as("a nonce is for one page")
                    .isNotEqualTo(java.util.Optional.of(first));
        }
    }
}
