// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo.internet;

import java.util.ArrayList;
import java.util.List;

/** What a server offers in its reply to EHLO. */
final class Greeting {
    private static final List<String> MODERN =
            List.of("PIPELINING", "8BITMIME", "SMTPUTF8", "CHUNKING", "ENHANCEDSTATUSCODES");

    private Greeting() {}

    /** The lines behind the first, each with the line break before it. */
    static String extensions(Host host, boolean startTls) {
        List<String> lines = new ArrayList<>(List.of("SIZE " + Parcel.MAX_MESSAGE));
        if (!host.is(Trait.OLD)) {
            lines.addAll(MODERN);
        }
        if (startTls) {
            lines.add("STARTTLS");
        }
        return "\n" + String.join("\n", lines);
    }
}
