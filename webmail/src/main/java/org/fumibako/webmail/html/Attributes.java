// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.html;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fumibako.webmail.css.StyleFilter;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** Writes the attributes of an element that are listed, if their values are what such values look like. */
final class Attributes {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,5}(\\.[0-9]{1,4})?(%|px|em|pt)?");
    private static final Pattern COLOUR = Pattern.compile("#?[A-Za-z0-9]{1,24}|rgb\\([0-9 ,%]{1,24}\\)");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9-]{1,24}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** Of a class of ours, which senders may not use. */
    static final String OURS = "fb-";

    private static final int MAX_TEXT = 1_000;
    private static final int MAX_CLASSES = 20;

    private static final Map<String, Predicate<String>> PLAIN = Map.ofEntries(
            entry("dir", WORD),
            entry("lang", WORD),
            entry("align", WORD),
            entry("valign", WORD),
            entry("clear", WORD),
            entry("type", WORD),
            entry("scope", WORD),
            entry("bgcolor", COLOUR),
            entry("color", COLOUR),
            entry("bordercolor", COLOUR),
            entry("size", Pattern.compile("[+-]?[0-9]{1,2}")),
            entry("width", NUMBER),
            entry("height", NUMBER),
            entry("border", NUMBER),
            entry("cellpadding", NUMBER),
            entry("cellspacing", NUMBER),
            entry("colspan", Pattern.compile("[0-9]{1,3}")),
            entry("rowspan", Pattern.compile("[0-9]{1,3}")),
            entry("span", Pattern.compile("[0-9]{1,3}")),
            entry("start", NUMBER),
            entry("value", NUMBER),
            entry("hspace", NUMBER),
            entry("vspace", NUMBER),
            entry("nowrap", Pattern.compile("(?i)nowrap|")),
            entry("noshade", Pattern.compile("(?i)noshade|")),
            entry("reversed", Pattern.compile("(?i)reversed|")),
            entry("alt", Pattern.compile("(?s).*")),
            entry("title", Pattern.compile("(?s).*")));

    /** Where {@code background} stands for a picture. */
    private static final Set<String> WITH_BACKGROUND = Set.of("table", "td", "th", "tr", "div");

    private final Markup out;
    private final StyleFilter styles;
    private final PictureSource pictures;

    Attributes(Markup out, StyleFilter styles, PictureSource pictures) {
        this.out = out;
        this.styles = styles;
        this.pictures = pictures;
    }

    private static Map.Entry<String, Predicate<String>> entry(String name, Pattern pattern) {
        return Map.entry(name, value -> pattern.matcher(value).matches());
    }

    /** What the sender's id is called here, so that no name of the page's own can be taken. */
    static String id(String written) {
        return "m-" + written;
    }

    /** @param more classes of ours for the element, or empty */
    void write(Element element, String more) {
        classes(element.attr("class"), more);
        StringBuilder style = new StringBuilder(styles.declarations(element.attr("style")));
        for (Attribute attribute : element.attributes()) {
            String name = attribute.getKey().toLowerCase(Locale.ROOT);
            String value = attribute.getValue();
            if (name.equals("background") && WITH_BACKGROUND.contains(element.normalName())) {
                pictures.find(value)
                        .ifPresent(shown -> style.append(style.isEmpty() ? "" : ";")
                                .append("background-image:url('" + shown + "')"));
            } else if (name.equals("id") && NAME.matcher(value).matches()) {
                out.attribute("id", id(value));
            } else {
                plain(name, value.strip());
            }
        }
        if (!style.isEmpty()) {
            out.attribute("style", style.toString());
        }
        if (element.normalName().equals("a")) {
            link(element.attr("href"));
        }
    }

    private void plain(String name, String value) {
        String cut = value.length() > MAX_TEXT ? value.substring(0, MAX_TEXT) : value;
        if (Optional.ofNullable(PLAIN.get(name))
                .filter(right -> right.test(cut))
                .isPresent()) {
            out.attribute(name, cut);
        }
    }

    private void classes(String written, String more) {
        String all = Arrays.stream((more + " " + written).strip().split("\\s+", MAX_CLASSES))
                .filter(name -> NAME.matcher(name).matches())
                .filter(name -> !name.startsWith(OURS) || more.contains(name))
                .collect(Collectors.joining(" "));
        if (!all.isEmpty()) {
            out.attribute("class", all);
        }
    }

    /** A link opens a page of its own, which is not told where it was found. */
    private void link(String written) {
        String inside = written.strip();
        if (inside.startsWith("#") && NAME.matcher(inside.substring(1)).matches()) {
            out.attribute("href", "#" + id(inside.substring(1)));
            return;
        }
        Links.of(written)
                .ifPresent(address -> out.attribute("href", address)
                        .attribute("target", "_blank")
                        .attribute("rel", "noopener noreferrer nofollow"));
    }
}
