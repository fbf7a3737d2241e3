// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** Walks over a message's tree and writes what may stay of it. */
final class Rewriter implements NodeFilter {
    /** Elements in each other: browsers cut a tree at 512, and rearrange it then. */
    private static final int MAX_DEPTH = 200;

    /** Characters written: what a browser still shows at once. */
    private static final int MAX_OUTPUT = 4 << 20;

    private static final Pattern TINY = Pattern.compile("\\s*[01](px)?\\s*");

    private final Markup out;
    private final Attributes attributes;
    private final PictureSource pictures;
    private final Deque<Element> open = new ArrayDeque<>();
    private Optional<Element> quote = Optional.empty();
    private boolean quotes;

    Rewriter(Markup out, Attributes attributes, PictureSource pictures) {
        this.out = out;
        this.attributes = attributes;
        this.pictures = pictures;
    }

    boolean quotes() {
        return quotes;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (out.length() > MAX_OUTPUT) {
            return FilterResult.SKIP_ENTIRELY;
        }
        return switch (node) {
            // A CDATA section and what is in a script are text nodes of other kinds.
            case TextNode text
            when text.getClass() == TextNode.class -> {
                out.text(text.getWholeText());
                yield FilterResult.CONTINUE;
            }
            case Element element -> element(element);
            default -> FilterResult.SKIP_ENTIRELY;
        };
    }

    private FilterResult element(Element element) {
        String name = element.normalName();
        boolean foreign = !element.tag().namespace().equals("http://www.w3.org/1999/xhtml");
        if (foreign || Elements.isDropped(name)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (name.equals("body")) {
            begin(element, "div", "fb-body");
        } else if (Elements.isKept(name) && open.size() < MAX_DEPTH) {
            keep(element, name);
        }
        return FilterResult.CONTINUE;
    }

    private void keep(Element element, String name) {
        if (name.equals("img")) {
            picture(element);
            return;
        }
        if (name.equals("a")
                && open.stream().anyMatch(above -> above.normalName().equals("a"))) {
            return;
        }
        if (quote.isEmpty() && Quotes.begins(element)) {
            quote = Optional.of(element);
            quotes = true;
            out.open("details").attribute("class", "fb-quote").end();
            out.open("summary").end().text("\u2022\u2022\u2022").close("summary");
        }
        begin(element, name, "");
    }

    private void begin(Element element, String name, String ours) {
        out.open(name);
        attributes.write(element, ours);
        out.end();
        if (!Elements.isVoid(name)) {
            open.push(element);
        }
    }

    /** One that is not shown leaves its place and its words; one of a pixel is there to tell that it was looked at, and goes. */
    private void picture(Element element) {
        boolean beacon = TINY.matcher(element.attr("width")).matches()
                || TINY.matcher(element.attr("height")).matches();
        Optional<String> shown = pictures.find(element.attr("src"));
        if (beacon) {
            return;
        }
        out.open("img");
        attributes.write(element, shown.isPresent() ? "" : "fb-hidden");
        shown.ifPresent(address -> out.attribute("src", address));
        out.end();
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // it is this element that ends, not one that reads the same
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element && open.peek() == element) {
            open.pop();
            out.close(element.normalName().equals("body") ? "div" : element.normalName());
            if (quote.filter(begun -> begun == element).isPresent()) {
                quote = Optional.empty();
                out.close("details");
            }
        }
        return FilterResult.CONTINUE;
    }
}
