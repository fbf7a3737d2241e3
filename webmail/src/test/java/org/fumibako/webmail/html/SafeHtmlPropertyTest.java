// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.html;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pieces of attacks in any order: whatever is made of them contains only what is listed. The seed is the test's parameter. */
class SafeHtmlPropertyTest {
    private static final int ROUNDS = 400;
    private static final int PIECES = 14;

    private static final List<String> PIECE = List.of(
            "<",
            ">",
            "</",
            "/>",
            "<!--",
            "-->",
            "--!>",
            "<![CDATA[",
            "]]>",
            "<?",
            "\"",
            "'",
            "`",
            "=",
            " ",
            "\t",
            "\n",
            "\0",
            "&lt;",
            "&#x3c;",
            "&#60",
            "&colon;",
            "&Tab;",
            "&NewLine;",
            "<svg>",
            "</svg>",
            "<math>",
            "<mtext>",
            "<mglyph>",
            "<style>",
            "</style>",
            "<style ",
            "<script>",
            "</script>",
            "<script ",
            "<title>",
            "</title>",
            "<textarea>",
            "</textarea>",
            "<noscript>",
            "</noscript>",
            "<template>",
            "</template>",
            "<xmp>",
            "<plaintext>",
            "<iframe ",
            "<img ",
            "<img src=x ",
            "<a href=",
            "<table>",
            "<td>",
            "<tr>",
            "</table>",
            "<select>",
            "<option>",
            "<form>",
            "</form>",
            "<p>",
            "</p>",
            "<br>",
            "<body ",
            "<html ",
            "<head>",
            "<base href=//e.test>",
            "<meta http-equiv=refresh content=0>",
            "<link rel=stylesheet ",
            "<foreignObject>",
            "<desc>",
            "<annotation-xml encoding=text/html>",
            "<div style=\"",
            "style=\"",
            "onerror=alert(1) ",
            "onload=x ",
            "javascript:alert(1)",
            "JaVaScRiPt:",
            "java\nscript:",
            "data:text/html,x",
            "vbscript:",
            "http://e.test/",
            "url(http://e.test/)",
            "u\\72l(",
            "@import 'http://e.test/';",
            "expression(alert(1))",
            "position:fixed",
            "background:",
            "color:red",
            ";",
            ":",
            "{",
            "}",
            "/*",
            "*/",
            "\\",
            "\\3c ",
            "\u2028",
            "\ufeff",
            "\ud83d",
            "\ude00",
            "\uff1c",
            "id=documentElement ",
            "name=cookie ",
            "class=fb-quote ",
            "<details open ontoggle=x>",
            "<input autofocus onfocus=x>",
            "src=\"",
            "srcset=\"http://e.test/ 1x\" ",
            "background=\"http://e.test/\" ",
            "text",
            "<div>",
            "</div>",
            "<blockquote type=cite>");

    @ParameterizedTest
    @ValueSource(longs = {1, 20_260_101, 77, 4_711, 31_337, 8_620})
    void anyMixOfPiecesComesOutHarmless(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder html = new StringBuilder();
            int pieces = 1 + random.nextInt(PIECES);
            for (int i = 0; i < pieces; i++) {
                html.append(PIECE.get(random.nextInt(PIECE.size())));
            }
            SafeHtml clean = SafeHtml.of(html.toString(), Pictures.NONE);
            try {
                Inspection.accept(clean);
                Inspection.accept(SafeHtml.of(clean.body(), Pictures.NONE));
                Inspection.accept(new PlainText(random.nextBoolean(), random.nextBoolean())
                        .html(html.toString())
                        .body());
            } catch (AssertionError wrong) {
                throw new AssertionError("of " + html + "\nwas made " + clean, wrong);
            }
        }
    }
}
