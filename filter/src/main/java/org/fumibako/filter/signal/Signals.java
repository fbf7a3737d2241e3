// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.signal;

import java.util.List;
import org.fumibako.filter.Signal;

/** The signals that need nothing but the message. */
public final class Signals {
    private Signals() {}

    public static List<Signal> ofMessage() {
        return List.of(
                new Gtube(),
                new Proof(),
                new Form(),
                new Masquerade(),
                new Way(),
                new Headline(),
                new Markup(),
                new Targets(),
                new Files());
    }
}
