// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.html;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Knows where a message begins to quote another one. */
final class Quotes {
    private static final Set<String> CLASSES = Set.of(
            "gmail_quote",
            "gmail_quote_container",
            "yahoo_quoted",
            "protonmail_quote",
            "zmail_extra",
            "moz-cite-prefix");

    private static final Set<String> IDS = Set.of("divrplyfwdmsg", "appendonsend", "orimsghtmlseperator");

    private Quotes() {}

    static boolean begins(Element element) {
        if (element.normalName().equals("blockquote")) {
            return element.attr("type").equalsIgnoreCase("cite")
                    || !element.attr("cite").isEmpty();
        }
        return element.normalName().equals("div")
                && (CLASSES.stream().anyMatch(element::hasClass)
                        || IDS.contains(element.id().toLowerCase(Locale.ROOT)));
    }
}
