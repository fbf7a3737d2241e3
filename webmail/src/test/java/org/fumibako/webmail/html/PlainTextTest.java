// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
    private static final String REL = " target=\"_blank\" rel=\"noopener noreferrer nofollow\"";

    private static String fixed(String text) {
        String body = new PlainText(false, false).html(text).body();
        return body.substring("<div class=\"fb-text\">".length(), body.length() - "</div>".length());
    }

    @Test
    void linesStayLinesAndMarkupIsText() {
        assertThat(fixed("a <b>\r\n\r\n c")).isEqualTo("<div>a &lt;b&gt;</div><div><br></div><div> c</div>");
    }

    @Test
    void addressesBecomeLinksWithoutTheSentenceAroundThem() {
        assertThat(fixed("見て（https://e.test/a?b=1&c=(d)）。taro@example.jp."))
                .isEqualTo("<div>見て（<a href=\"https://e.test/a?b=1&amp;c=(d)\"" + REL
                        + ">https://e.test/a?b=1&amp;c=(d)</a>）。<a href=\"mailto:taro@example.jp\"" + REL
                        + ">taro@example.jp</a>.</div>");
    }

    @Test
    void noLinkLeadsToAProgram() {
        assertThat(fixed("javascript:alert(1) http://\"onclick=x"))
                .doesNotContain("href=\"javascript")
                .doesNotContain("\"onclick");
    }

    @Test
    void quotesNestAndTheLastOneFolds() {
        assertThat(fixed("> > a\n> b\nyes\n> c\n"))
                .isEqualTo("<details class=\"fb-quote\" open=\"\"><summary>•••</summary>"
                        + "<blockquote><blockquote><div>a</div></blockquote><div>b</div></blockquote></details>"
                        + "<div>yes</div>"
                        + "<details class=\"fb-quote\"><summary>•••</summary><blockquote><div>c</div></blockquote></details>"
                        + "<div><br></div>");
    }

    @Test
    void flowedLinesAreOneLine() {
        PlainText.Html html = new PlainText(true, false).html("> a \n> b\nc \nd\n-- \nme");
        assertThat(html.body())
                .contains("<blockquote><div>a b</div></blockquote>")
                .contains("<div>c d</div><div class=\"fb-signature\"><div>-- </div><div>me</div></div>");
        assertThat(new PlainText(true, true).html("日 \n本").body()).contains("<div>日本</div>");
    }
}
