// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/** What mail programs and other servers fetch, by real requests with the names that they use. */
@Timeout(120)
class SetupTest {
    @TempDir
    private Path directory;

    /** A request without a client's own ideas of Host. */
    private static String ask(World world, String method, String host, String path, String body) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), world.server.plainPort())) {
            OutputStream out = socket.getOutputStream();
            out.write((method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\nContent-Length: "
                            + body.length() + "\r\n\r\n" + body)
                    .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Document xml(String answer) throws Exception {
        assertThat(answer).startsWith("HTTP/1.1 200 ");
        String body = answer.substring(answer.indexOf("<?xml"), answer.lastIndexOf('>') + 1);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(Document document, String element, int index) {
        return document.getElementsByTagName(element).item(index).getTextContent();
    }

    @Test
    void thunderbirdFindsItsServersFromTheAddressAlone() throws Exception {
        try (World world = new World(directory)) {
            for (String[] place : new String[][] {
                {"autoconfig.example.test", "/mail/config-v1.1.xml?emailaddress=taro%40example.test"},
                {"autoconfig.example.test", "/mail/config-v1.1.xml"},
                {"example.test", "/.well-known/autoconfig/mail/config-v1.1.xml"},
                {"sv001.fumibako.test", "/mail/config-v1.1.xml?emailaddress=x@example.test"}
            }) {
                Document config = xml(ask(world, "GET", place[0], place[1], ""));
                assertThat(text(config, "domain", 0)).isEqualTo("example.test");
                assertThat(text(config, "hostname", 0)).isEqualTo("sv001.fumibako.test");
                assertThat(text(config, "port", 0)).isEqualTo("993");
                assertThat(text(config, "socketType", 0)).isEqualTo("SSL");
                assertThat(text(config, "port", 2)).isEqualTo("587");
                assertThat(text(config, "socketType", 2)).isEqualTo("STARTTLS");
                assertThat(text(config, "username", 0)).isEqualTo("%EMAILADDRESS%");
            }
        }
    }

    @Test
    void outlookIsToldInItsOwnWay() throws Exception {
        try (World world = new World(directory)) {
            String asked =
                    "<Autodiscover><Request><EMailAddress>taro@example.test</EMailAddress></Request></Autodiscover>";
            Document config =
                    xml(ask(world, "POST", "autodiscover.example.test", "/Autodiscover/Autodiscover.xml", asked));
            assertThat(text(config, "Type", 0)).isEqualTo("IMAP");
            assertThat(text(config, "LoginName", 0)).isEqualTo("taro@example.test");
            assertThat(text(config, "Encryption", 2)).isEqualTo("TLS");
            assertThat(ask(
                            world,
                            "GET",
                            "autodiscover.example.test",
                            "/autodiscover/autodiscover.json?Email=taro@example.test&Protocol=AutodiscoverV1",
                            ""))
                    .contains("https://sv001.fumibako.test/autodiscover/autodiscover.xml");
        }
    }

    @Test
    void appleGetsAProfileWithoutAPassword() throws Exception {
        try (World world = new World(directory)) {
            String answer = ask(
                    world,
                    "GET",
                    "sv001.fumibako.test",
                    "/mail/apple.mobileconfig?emailaddress=%22a%26b%22%40example.test",
                    "");
            assertThat(answer).contains("application/x-apple-aspen-config").contains("mail.mobileconfig");
            assertThat(xml(answer).getDocumentElement().getTextContent())
                    .contains("a&b@example.test")
                    .contains("sv001.fumibako.test")
                    .contains("993");
            assertThat(answer).doesNotContain("<key>IncomingPassword<");
        }
    }

    @Test
    void thePolicyIsAtItsOwnNameOfHostedDomainsOnly() throws Exception {
        try (World world = new World(directory)) {
            String path = "/.well-known/mta-sts.txt";
            assertThat(ask(world, "GET", "mta-sts.example.test", path, ""))
                    .startsWith("HTTP/1.1 200 ")
                    .contains("text/plain")
                    .endsWith("version: STSv1\r\nmode: testing\r\nmx: sv001.fumibako.test\r\nmax_age: 604800\r\n");
            assertThat(ask(world, "GET", "example.test", path, "")).startsWith("HTTP/1.1 404 ");
            assertThat(ask(world, "GET", "mta-sts.nobody.test", path, "")).startsWith("HTTP/1.1 404 ");
        }
    }

    @Test
    void ofDomainsThatAreNotOursNothingIsSaid() throws Exception {
        try (World world = new World(directory)) {
            assertThat(ask(world, "GET", "autoconfig.nobody.test", "/mail/config-v1.1.xml", ""))
                    .startsWith("HTTP/1.1 404 ");
            assertThat(ask(world, "POST", "autodiscover.nobody.test", "/autodiscover/autodiscover.xml", "<x/>"))
                    .startsWith("HTTP/1.1 404 ");
            assertThat(ask(world, "GET", "example.test", "/mail/apple.mobileconfig?emailaddress=a@nobody.test", ""))
                    .startsWith("HTTP/1.1 404 ");
        }
    }

    @Test
    void whatHasToBeTypedIsShownToWhoIsSignedIn() throws Exception {
        try (World world = new World(directory)) {
            var server = world.browserOf(world.owner("taro@example.test"))
                    .get("/api/server")
                    .json();
            assertThat(server.path("host").asString()).isEqualTo("sv001.fumibako.test");
            assertThat(server.path("ports").get(0).path("security").asString()).isEqualTo("tls");
            assertThat(world.stranger().get("/api/server").status()).isEqualTo(401);
        }
    }
}
