// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.html;

import org.fumibako.webmail.css.SheetFilter;
import org.fumibako.webmail.css.StyleFilter;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeTraversor;

/**
 * What is left of a message's HTML when only listed elements, attributes, styles and kinds of address may stay.
 *
 * <p>Nothing is repaired or cut out of the text: it is parsed as browsers parse it (WHATWG HTML §13.2, by jsoup), and what is
 * wanted of the tree is written anew, in a subset of HTML in which there are no two ways to read something: no comments, no
 * element whose content is not HTML, no SVG and no MathML, every attribute quoted and every special character escaped. A second
 * parse, by whatever parser, can therefore find nothing that this one did not see.
 *
 * @param body what goes into a {@code body}
 * @param sheet a style sheet without {@code <}
 * @param remote pictures on the web that the message names, shown or not
 * @param quotes whether there is quoted text in it, which is in a {@code details} of the class {@code fb-quote}
 */
public record SafeHtml(String body, String sheet, int remote, boolean quotes) {
    /** Characters that are read: the largest newsletters have a tenth of it. */
    public static final int MAX_INPUT = 2 << 20;

    /** Cleans a message. Never fails: what cannot be shown is not there. */
    public static SafeHtml of(String html, Pictures pictures) {
        Document document = Jsoup.parse(html.length() > MAX_INPUT ? html.substring(0, MAX_INPUT) : html);
        PictureSource source = new PictureSource(pictures);
        StyleFilter styles = new StyleFilter(source::find);
        SheetFilter sheets = new SheetFilter(styles, Attributes::id);
        for (Element style : document.getElementsByTag("style")) {
            sheets.add(style.data());
        }
        Markup out = new Markup();
        Rewriter rewriter = new Rewriter(out, new Attributes(out, styles, source), source);
        NodeTraversor.filter(rewriter, document.body());
        return new SafeHtml(out.toString(), sheets.sheet(), source.remote(), rewriter.quotes());
    }
}
