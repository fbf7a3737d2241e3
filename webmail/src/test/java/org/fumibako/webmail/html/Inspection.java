// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Reads what was written with another parse, and accepts only what may be there: a list of its own, not the one of the product. */
final class Inspection {
    private static final Set<String> ELEMENTS = Set.of(
            "html head body a abbr acronym address article aside b bdi bdo big blockquote br caption center cite code col"
                    .concat(
                            " colgroup dd del details dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header")
                    .concat(
                            " hr i img ins kbd li main mark ol p pre q rp rt ruby s samp section small span strike strong sub")
                    .concat(" summary sup table tbody td tfoot th thead tr tt u ul var wbr")
                    .split(" ", -1));

    private static final Set<String> ATTRIBUTES = Set.of(
            "class id style href target rel src alt title dir lang align valign clear type scope bgcolor color bordercolor"
                    .concat(
                            " size width height border cellpadding cellspacing colspan rowspan span start value hspace vspace")
                    .concat(" nowrap noshade reversed open")
                    .split(" ", -1));

    private Inspection() {}

    /** A body without pictures of any kind. */
    static void accept(SafeHtml html) {
        accept(html.body());
        assertThat(html.sheet()).doesNotContain("<").doesNotContain("\\");
        assertThat(html.sheet().toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("url(")
                .doesNotContain("@import")
                .doesNotContain("expression")
                .doesNotContain("fixed");
    }

    static void accept(String body) {
        Document document = Jsoup.parse(body);
        document.traverse((node, depth) -> accept(node));
        // Once more, as a browser does that is given what a browser would save.
        Jsoup.parse(document.outerHtml()).traverse((node, depth) -> accept(node));
    }

    private static void accept(Node node) {
        assertThat(node).isNotInstanceOf(Comment.class).isNotInstanceOf(DataNode.class);
        if (node instanceof Element element && !(node instanceof Document)) {
            assertThat(ELEMENTS).contains(element.tagName());
            for (Attribute attribute : element.attributes()) {
                accept(element, attribute);
            }
        }
    }

    private static void accept(Element element, Attribute attribute) {
        String value = attribute.getValue();
        assertThat(ATTRIBUTES).as(element.tagName()).contains(attribute.getKey());
        switch (attribute.getKey()) {
            case "href" -> assertThat(value).matches("(?s)(https?://|mailto:|tel:|#m-).*");
            case "src" -> assertThat(value).matches("data:image/(png|gif|jpeg|webp|avif|bmp);base64,[A-Za-z0-9+/=]*");
            case "id" -> assertThat(value).startsWith("m-");
            case "style" ->
                assertThat(value.toLowerCase(java.util.Locale.ROOT))
                        .doesNotContain("url(")
                        .doesNotContain("\\")
                        .doesNotContain("expression(")
                        .doesNotContain("@")
                        .doesNotContain("{")
                        .doesNotContain("/*");
            default -> assertThat(value).isNotNull();
        }
    }
}
