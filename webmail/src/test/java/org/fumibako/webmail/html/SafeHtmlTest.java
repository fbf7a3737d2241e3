// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeHtmlTest {
    private static final Pictures BOTH = new Pictures() {
        @Override
        public Optional<String> attached(String contentId) {
            return contentId.equals("logo@x") ? Optional.of("/part/2") : Optional.empty();
        }

        @Override
        public Optional<String> remote(String address) {
            return Optional.of("/proxy?" + address.length());
        }
    };

    private static String body(String html) {
        String body = SafeHtml.of(html, Pictures.NONE).body();
        return body.substring("<div class=\"fb-body\">".length(), body.length() - "</div>".length());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<p onclick=x>a<b>b</b></p> | <p>a<b>b</b></p>",
                "a<script>alert(1)</script>b | ab",
                "<a href='javascript:x'>a</a> | <a>a</a>",
                "<a href='#top' name=n>a</a> | <a href=\"#m-top\">a</a>",
                "<form action=/x>a<input value=v><button>b</button></form> | a",
                "<svg><p>inside</p></svg>b | <p>inside</p>b",
                "<svg><style><img src=x></style></svg>b | <img class=\"fb-hidden\">b",
                "<o:p>office</o:p> | office",
                "<img src=cid:no alt='the logo'> | <img class=\"fb-hidden\" alt=\"the logo\">",
                "<td>a</td> | a",
                "<div id=cookie class='a fb-quote b'>x</div> | <div class=\"a b\" id=\"m-cookie\">x</div>",
                "<font color=red size=+1>x</font> | <font color=\"red\" size=\"+1\">x</font>",
                "<table width=\"100%\" onload=x><tr><td bgcolor='#fff'>x | <table width=\"100%\"><tbody><tr><td bgcolor=\"#fff\">x</td></tr></tbody></table>",
                "<a href=\"http:evil\">x</a> | <a>x</a>",
                "1 < 2 & 'x' | 1 &lt; 2 &amp; &#39;x&#39;",
            })
    void keepsWhatIsListedAndTheTextOfTheRest(String html, String clean) {
        assertThat(body(html)).isEqualTo(clean);
    }

    @Test
    void linesThatEndAsMailDoesAreLines() {
        assertThat(body("<p>a\r\nb\rc\fd</p>")).isEqualTo("<p>a\nb\nc d</p>");
    }

    @Test
    void linksOpenElsewhereAndDoNotSayFromWhere() {
        assertThat(body("<a href=' https://e.test/a b\"c' target=_top>x</a>"))
                .isEqualTo("<a href=\"https://e.test/a%20b%22c\" target=\"_blank\""
                        + " rel=\"noopener noreferrer nofollow\">x</a>");
    }

    @Test
    void picturesAreCountedAndNotAskedForBeforeSomebodyWantsThem() {
        String html =
                "<img src=http://e.test/a.png><table background='https://e.test/b'><tr><td style='background:url(//x) red;"
                        + "background-image:url(\"https://e.test/c\")'>x</table><style>p{background:url(http://e.test/d)}</style>";
        SafeHtml none = SafeHtml.of(html, Pictures.NONE);
        assertThat(none.remote()).isEqualTo(4);
        assertThat(none.body() + none.sheet()).doesNotContain("e.test");
        SafeHtml all = SafeHtml.of(html, BOTH);
        assertThat(all.body()).contains("src=\"/proxy?19\"").contains("url(&#39;/proxy?16&#39;)");
        assertThat(all.sheet()).isEqualTo("p{background:url('/proxy?15')}\n");
    }

    @Test
    void picturesOfTheMessageAreThereAndThoseOfOnePixelNever() {
        assertThat(SafeHtml.of("<img src=' CID:logo%40x'>", BOTH).body()).contains("<img src=\"/part/2\">");
        SafeHtml beacon = SafeHtml.of("<img src=http://e.test/o width=1 height=1>", BOTH);
        assertThat(beacon.body()).doesNotContain("img");
    }

    @Test
    void aPictureInTheTextIsOneByItsOctets() {
        assertThat(SafeHtml.of("<img src='data:image/png;base64,R0lGODlhAQABAAAAACw='>", BOTH)
                        .body())
                .contains("src=\"data:image/gif;base64,R0lGODlhAQABAAAAACw=\"");
        assertThat(SafeHtml.of("<img src='data:image/svg+xml;base64,PHN2Zz4='>", BOTH)
                        .body())
                .doesNotContain("src");
        assertThat(SafeHtml.of("<img src='data:image/png;base64,PHN2Zz4='>", BOTH)
                        .body())
                .doesNotContain("src");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "color : RED !important; behavior:url(x) | color:RED !important",
                "position:fixed;top:0;position:relative | position:relative",
                "width:expression(alert(1));height:calc(1px + (2px*3)) | height:calc(1px + (2px*3))",
                "c\\6f lor:red | color:red",
                "background:u\\72 l(javascript:x) blue | background:none blue",
                "font:12px 'MS Gothic',メイリオ | font:12px 'MS Gothic',メイリオ",
                "color:/*;*/blue | color:blue",
                "color:red;}*{color:blue | color:red",
                "font-family:'</style><b>';color:red | color:red",
                "content:'x';-moz-binding:url(x);filter:x | ~~",
                "background-image:image-set('http://e.test/' 1x) | ~~",
            })
    void stylesKeepListedDeclarations(String style, String clean) {
        String kept = clean.isEmpty() || clean.equals("~~") ? "" : " style=\"" + clean.replace("'", "&#39;") + "\"";
        assertThat(body("<b style=\"" + style + "\">x</b>")).isEqualTo("<b" + kept + ">x</b>");
    }

    @Test
    void sheetsKeepRulesAndQueriesAndNothingThatAsksForMore() {
        SafeHtml html = SafeHtml.of(
                "<style><!-- @import url(http://e.test/); @font-face{font-family:x;src:url(http://e.test/)}"
                        + " .a>#b:hover , p{color:red;position:fixed} input[value^=a]{color:red}"
                        + " @media (max-width:600px){.a{width:100%!important}} @supports (a:b){p{color:red}} --></style>",
                Pictures.NONE);
        assertThat(html.sheet())
                .isEqualTo(".a>#m-b:hover , p{color:red}\n@media (max-width:600px){.a{width:100%!important}\n}\n");
    }

    @Test
    void whatIsQuotedFoldsOnce() {
        SafeHtml html = SafeHtml.of(
                "<p>yes</p><blockquote type=cite>a<blockquote type=cite>b</blockquote></blockquote>", Pictures.NONE);
        assertThat(html.quotes()).isTrue();
        assertThat(html.body())
                .containsOnlyOnce("<details class=\"fb-quote\">")
                .contains("</blockquote></details></div>");
    }

    @Test
    void depthAndSizeAreBounded() {
        SafeHtml deep = SafeHtml.of("<div>".repeat(100_000) + "x", Pictures.NONE);
        assertThat(deep.body().split("<div", -1).length - 1).isEqualTo(200);
        assertThat(deep.body()).contains("x");
    }
}
