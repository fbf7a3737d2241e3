// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fumibako.model.Flags;

/** The 32 combinations of system flags as FETCH writes them, without parentheses. */
public final class FlagOctets {
    private static final byte[][] SYSTEM = new byte[32][];

    static {
        for (int mask = 0; mask < SYSTEM.length; mask++) {
            SYSTEM[mask] = String.join(" ", new Flags(mask, List.of()).names()).getBytes(StandardCharsets.US_ASCII);
        }
    }

    private FlagOctets() {}

    /** {@code (\Seen $forwarded)}. */
    public static void write(Flags flags, Octets out) {
        out.put('(');
        out.put(SYSTEM[flags.system()]);
        boolean first = flags.system() == 0;
        for (int i = 0; i < flags.keywords().size(); i++) {
            if (!first) {
                out.put(' ');
            }
            first = false;
            out.ascii(flags.keywords().get(i));
        }
        out.put(')');
    }
}
