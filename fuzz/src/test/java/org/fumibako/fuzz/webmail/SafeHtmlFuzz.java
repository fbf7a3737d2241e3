// SPDX-License-Identifier: Apache-2.0
package org.fumibako.fuzz.webmail;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.fumibako.fuzz.FuzzTime;
import org.fumibako.webmail.html.Pictures;
import org.fumibako.webmail.html.PlainText;
import org.fumibako.webmail.html.SafeHtml;

/** HTML and text of messages: whatever comes in, what comes out has no tag and no attribute but plain ones, in one form only. */
class SafeHtmlFuzz {
    private static final Pattern TAG = Pattern.compile("<(?:/[a-z0-9]+|[a-z0-9]+(?: (?!on)[a-z]+=\"[^\"<>'`]*\")*)>");

    @FuzzTest(maxDuration = FuzzTime.A_RUN)
    void anyOctetsComeOutHarmless(byte[] octets) {
        String html = new String(octets, StandardCharsets.UTF_8);
        SafeHtml clean = SafeHtml.of(html, Pictures.NONE);
        accept(clean.body());
        accept(new PlainText(octets.length % 2 == 0, octets.length % 3 == 0)
                .html(html)
                .body());
        assertThat(clean.sheet().toLowerCase(Locale.ROOT))
                .doesNotContain("<")
                .doesNotContain("url(")
                .doesNotContain("@import");
    }

    private static void accept(String body) {
        String text = TAG.matcher(body).replaceAll(tag -> {
            String inside = tag.group().toLowerCase(Locale.ROOT);
            assertThat(inside)
                    .doesNotStartWith("<script")
                    .doesNotStartWith("<style")
                    .doesNotStartWith("<svg")
                    .doesNotStartWith("<math")
                    .doesNotContain("href=\"javascript:")
                    .doesNotContain(" src=");
            return "";
        });
        assertThat(text).doesNotContain("<").doesNotContain(">");
    }
}
