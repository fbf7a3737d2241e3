// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.fumibako.filter.FilterLimits;
import org.fumibako.filter.Samples;
import org.junit.jupiter.api.Test;

class SampleReaderTest {
    @Test
    void findsLinksInPlainText() {
        Sample sample = Samples.of("""
                Subject: s
                Content-Type: text/plain; charset=utf-8

                見て(http://a.example/x?y=1)。www.b.exampleへ、https://C.example.
                foo@www.d.example
                """);
        assertThat(sample.links())
                .extracting(Link::host)
                .containsExactly("a.example", "www.b.example", "c.example")
                .doesNotContain("d.example");
    }

    @Test
    void seesWhatAReaderSeesOfHtml() {
        Sample sample = Samples.of("""
                Content-Type: text/html; charset=utf-8

                <html><head><title>t</title><style>b{}</style></head><body>He<b>llo</b>
                <a href="https://a.example/?x=1&amp;y=2">go <i>there</i></a><!-- no --><p hidden>secret</p>&lt;3</body>
                """);
        assertThat(sample.text().strip().replaceAll("\\s+", " ")).isEqualTo("Hello go there <3");
        assertThat(sample.links()).containsExactly(new Link("https://a.example/?x=1&y=2", "a.example", "go there"));
    }

    @Test
    void readsNoMoreThanItMay() {
        String line = "http://a.example/ word ".repeat(4) + "\n";
        Sample sample = Samples.of("Content-Type: text/plain\n\n" + line.repeat(4_000));
        assertThat(sample.links()).hasSize(FilterLimits.DEFAULT.links());
        assertThat(sample.text().length()).isLessThanOrEqualTo(FilterLimits.DEFAULT.textOctets() + 1);
    }

    @Test
    void looksIntoArchivesWithoutOpeningThem() throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(octets, StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry("請求書.pdf.exe"));
            zip.write(new byte[100]);
            zip.putNextEntry(new ZipEntry("b.txt"));
        }
        String body =
                Base64.getMimeEncoder().encodeToString(octets.toByteArray()).replace("\r\n", "\n");
        Sample sample = Samples.of(
                "Content-Type: application/zip; name=a.zip\nContent-Transfer-Encoding: base64\n\n" + body + "\n");
        assertThat(sample.attachments())
                .containsExactly(
                        new Attachment("a.zip", "application/zip", java.util.List.of("請求書.pdf.exe", "b.txt"), false));
    }

    @Test
    void knowsWhoRegisteredAName() {
        assertThat(Hosts.registered("www.example.co.jp")).isEqualTo("example.co.jp");
        assertThat(Hosts.registered("a.b.example.com")).isEqualTo("example.com");
        assertThat(Hosts.related("mail.example.jp", "example.jp")).isTrue();
        assertThat(Hosts.related("a.co.jp", "b.co.jp")).isFalse();
        assertThat(Hosts.ofUri("HTTP://user:x@Host.Example.:8080/p@q")).isEqualTo("host.example");
    }
}
