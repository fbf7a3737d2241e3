// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.run;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The variables that one script of a run sees (RFC 5229): its own, the global ones it names, and what its last match took. */
public final class Variables {
    private final Map<String, String> own = new HashMap<>();
    private final Set<String> shared = new HashSet<>();
    private final Map<String, String> globals;
    private List<String> matches = List.of();

    Variables(Map<String, String> globals) {
        this.globals = globals;
    }

    /** Those of a script inside this one: nothing but the global ones is the same. */
    Variables within() {
        return new Variables(globals);
    }

    /** From here on that name is the global one (RFC 6609 §3.4.1). */
    public void share(String name) {
        shared.add(name);
    }

    /** Empty when it was never set. */
    public String value(String name) {
        return (shared.contains(name) ? globals : own).getOrDefault(name, "");
    }

    String global(String name) {
        return globals.getOrDefault(name, "");
    }

    String match(int number) {
        return number < matches.size() ? matches.get(number) : "";
    }

    void matched(List<String> captured) {
        this.matches = captured;
    }

    /** @return how many are set in all */
    int set(String name, String value) {
        (shared.contains(name) ? globals : own).put(name, value);
        return own.size() + globals.size();
    }

    int setGlobal(String name, String value) {
        globals.put(name, value);
        return own.size() + globals.size();
    }
}
