// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.css;

import java.util.Set;

/** What a message may say of its looks. What is not here is left out: the list is short because letters are. */
final class CssProperties {
    private static final Set<String> ALLOWED = Set.of(
            "align-content align-items align-self background background-color background-image background-position"
                    .concat(" background-repeat background-size border border-bottom border-bottom-color")
                    .concat(" border-bottom-left-radius border-bottom-right-radius border-bottom-style")
                    .concat(" border-bottom-width border-collapse border-color border-left border-left-color")
                    .concat(" border-left-style border-left-width border-radius border-right border-right-color")
                    .concat(" border-right-style border-right-width border-spacing border-style border-top")
                    .concat(" border-top-color border-top-left-radius border-top-right-radius border-top-style")
                    .concat(" border-top-width border-width box-shadow box-sizing caption-side clear color column-gap")
                    .concat(" direction display empty-cells flex flex-basis flex-direction flex-flow flex-grow")
                    .concat(" flex-shrink flex-wrap float font font-family font-size font-stretch font-style")
                    .concat(" font-variant font-weight gap height hyphens justify-content letter-spacing line-break")
                    .concat(" line-height list-style list-style-image list-style-position list-style-type margin")
                    .concat(" margin-bottom margin-left margin-right margin-top max-height max-width min-height")
                    .concat(" min-width object-fit opacity order outline outline-color outline-style outline-width")
                    .concat(" overflow overflow-wrap overflow-x overflow-y padding padding-bottom padding-left")
                    .concat(" padding-right padding-top page-break-after page-break-before page-break-inside")
                    .concat(" row-gap ruby-position tab-size table-layout text-align text-align-last text-decoration")
                    .concat(" text-decoration-color text-decoration-line text-decoration-style")
                    .concat(" text-emphasis text-indent text-overflow text-shadow text-transform")
                    .concat(" text-underline-offset unicode-bidi vertical-align visibility white-space width")
                    .concat(" word-break word-spacing word-wrap writing-mode")
                    .split(" ", -1));

    private static final Set<String> WITH_PICTURES =
            Set.of("background", "background-image", "list-style", "list-style-image");

    private static final Set<String> FUNCTIONS =
            Set.of("rgb", "rgba", "hsl", "hsla", "calc", "min", "max", "clamp", "linear-gradient", "radial-gradient");

    private CssProperties() {}

    static boolean isAllowed(String property) {
        return ALLOWED.contains(property);
    }

    /** Whether its value may name a picture. */
    static boolean mayNamePicture(String property) {
        return WITH_PICTURES.contains(property);
    }

    /** Whether it works out a value and asks nobody for it. */
    static boolean isFunction(String name) {
        return FUNCTIONS.contains(name);
    }
}
