// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.message;

import java.util.Locale;

/** Whether an element is made so that nobody sees what is in it. */
final class HiddenStyle {
    private HiddenStyle() {}

    static boolean hides(HtmlTag tag) {
        if (tag.attributes().isEmpty() || isVoid(tag.name())) {
            return false;
        }
        if (tag.has("hidden")) {
            return true;
        }
        if (tag.name().equals("font") && isWhite(tag.attribute("color"))) {
            return true;
        }
        String style = tag.attribute("style");
        return !style.isEmpty() && hides(style.toLowerCase(Locale.ROOT).replace(" ", ""));
    }

    private static boolean hides(String style) {
        return style.contains("display:none")
                || style.contains("visibility:hidden")
                || isZero(style, "font-size:")
                || isZero(style, "max-height:")
                || isZero(style, "opacity:")
                || sameColours(style);
    }

    /** Zero, or one pixel. */
    private static boolean isZero(String style, String property) {
        int at = style.indexOf(property);
        if (at < 0) {
            return false;
        }
        int end = at + property.length();
        int begin = end;
        while (end < style.length() && (Character.isDigit(style.charAt(end)) || style.charAt(end) == '.')) {
            end++;
        }
        String number = style.substring(begin, end);
        boolean pixel = number.equals("1") && style.startsWith("px", end) && property.equals("font-size:");
        return pixel || number.equals("0") || number.equals("0.0");
    }

    private static boolean sameColours(String style) {
        String colour = value(style, "color:");
        String ground = value(style, "background-color:");
        return !colour.isEmpty() && colour.equals(ground);
    }

    private static String value(String style, String property) {
        int at = style.indexOf(property);
        while (at > 0 && style.charAt(at - 1) != ';') {
            at = style.indexOf(property, at + 1);
        }
        if (at < 0) {
            return "";
        }
        int end = style.indexOf(';', at);
        return style.substring(at + property.length(), end < 0 ? style.length() : end);
    }

    private static boolean isWhite(String colour) {
        String name = colour.toLowerCase(Locale.ROOT);
        return name.equals("#ffffff") || name.equals("#fff");
    }

    static boolean isVoid(String name) {
        return switch (name) {
            case "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr" -> true;
            default -> false;
        };
    }
}
