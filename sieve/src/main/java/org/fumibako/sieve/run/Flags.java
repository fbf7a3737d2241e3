// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.sieve.SieveException;

/** Lists of flags as scripts write them: in one string or several, with spaces between (RFC 5232 §2). */
public final class Flags {
    private Flags() {}

    /** The flags an action names, or those of the run when it names none. */
    public static List<String> of(Optional<List<Template>> named, Run run) throws SieveException {
        return named.isPresent() ? split(Template.expand(named.get(), run)) : run.flags();
    }

    /** Each once in any case; what cannot be a flag is passed over (RFC 5232 §2). */
    public static List<String> split(List<String> lists) {
        List<String> flags = new ArrayList<>();
        for (String list : lists) {
            for (String flag : list.strip().split("\\s+", -1)) {
                if (isFlag(flag) && flags.stream().noneMatch(flag::equalsIgnoreCase)) {
                    flags.add(flag);
                }
            }
        }
        return flags;
    }

    /** RFC 9051 §9: a system flag, or an atom. */
    private static boolean isFlag(String text) {
        String name = text.startsWith("\\") ? text.substring(1) : text;
        return !name.isEmpty()
                && name.length() <= org.fumibako.model.Flags.MAX_KEYWORD_LENGTH
                && name.chars().allMatch(c -> c > ' ' && c < 0x7f && "(){%*\"\\]".indexOf(c) < 0);
    }
}
