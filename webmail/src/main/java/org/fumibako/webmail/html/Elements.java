// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.html;

import java.util.Set;

/** What becomes of elements: some stay, some go with all that is in them, and of all others only what is in them stays. */
final class Elements {
    private static final Set<String> KEPT = Set.of(
            "a abbr acronym address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del"
                    .concat(
                            " dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li")
                    .concat(
                            " main mark ol p pre q rp rt ruby s samp section small span strike strong sub sup table tbody")
                    .concat(" td tfoot th thead tr tt u ul var wbr")
                    .split(" ", -1));

    /** What they contain is not text to be read, or not HTML: programs, other languages, other documents, forms' insides. */
    private static final Set<String> DROPPED = Set.of(
            "script style noscript template svg math iframe frame frameset noframes object embed applet param audio video"
                    .concat(
                            " source track canvas map area textarea select option optgroup datalist input button keygen")
                    .concat(
                            " isindex meta link base title head xmp plaintext noembed listing xml portal fencedframe slot")
                    .concat(" progress meter output dialog menuitem bgsound basefont nextid image")
                    .split(" ", -1));

    private static final Set<String> VOID = Set.of("br", "col", "hr", "img", "wbr");

    private Elements() {}

    static boolean isKept(String name) {
        return KEPT.contains(name);
    }

    static boolean isDropped(String name) {
        return DROPPED.contains(name);
    }

    /** Whether it has no end tag. */
    static boolean isVoid(String name) {
        return VOID.contains(name);
    }
}
