// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Parts of URLs. */
final class Paths {
    private Paths() {}

    /** As one segment of a path (RFC 3986 §3.3). */
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%40", "@");
    }
}
