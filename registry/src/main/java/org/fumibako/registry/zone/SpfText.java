// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.zone;

import static org.fumibako.registry.zone.ZoneRefusal.BAD_SPF;
import static org.fumibako.registry.zone.ZoneRefusal.SPF_LOOK_UPS;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** What of an SPF record can be checked without asking anybody; a {@link SpfCheck} sees more. */
final class SpfText {
    /** Terms that ask DNS (RFC 7208 §4.6.4). */
    private static final int MAX_LOOK_UPS = 10;

    /** Characters, so that the answer with everything else at the name fits into a datagram (RFC 7208 §3.4 says 450). */
    private static final int MAX_LENGTH = 450;

    private static final Set<String> ASKING = Set.of("include", "a", "mx", "ptr", "exists", "redirect");

    private SpfText() {}

    /** @throws ZoneRefusedException when it is no SPF record, or one that asks too much by itself */
    static void check(String record) {
        if (!record.equals("v=spf1") && !record.startsWith("v=spf1 ")) {
            throw new ZoneRefusedException(BAD_SPF, "An SPF record begins with v=spf1 and a space.");
        }
        if (record.length() > MAX_LENGTH || record.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new ZoneRefusedException(
                    BAD_SPF, "An SPF record is at most " + MAX_LENGTH + " letters, digits and signs of ASCII.");
        }
        long lookUps =
                Arrays.stream(record.split(" +", -1)).filter(SpfText::asks).count();
        if (lookUps > MAX_LOOK_UPS) {
            throw tooMany(lookUps);
        }
    }

    private static ZoneRefusedException tooMany(long lookUps) {
        return new ZoneRefusedException(
                SPF_LOOK_UPS,
                "The SPF record needs " + lookUps + " look-ups; with more than " + MAX_LOOK_UPS
                        + " other servers do not accept it.");
    }

    private static boolean asks(String term) {
        String word = term.toLowerCase(Locale.ROOT);
        String name = word.isEmpty() || "+-~?".indexOf(word.charAt(0)) < 0 ? word : word.substring(1);
        int end = 0;
        while (end < name.length() && ":/=".indexOf(name.charAt(end)) < 0) {
            end++;
        }
        return ASKING.contains(name.substring(0, end));
    }
}
