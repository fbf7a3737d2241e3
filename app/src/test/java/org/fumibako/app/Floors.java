// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The floors of ARCHITECTURE.md, and the rules that keep every arrow between them pointing down. */
final class Floors {
    private static final List<List<String>> FLOORS = List.of(
            List.of("model"),
            List.of("mime", "net", "db"),
            List.of("journal", "dns"),
            List.of("registry", "store", "acme"),
            List.of("mailauth", "filter", "search", "sieve"),
            List.of("delivery"),
            List.of("smtp", "imap", "pop3", "managesieve", "jmap"),
            List.of("doctor", "webmail"),
            List.of("api"),
            List.of("app"));

    /** The one arrow within a floor: the spam filter may read the verdicts of authentication. */
    private static final Map<String, List<String>> NEIGHBOURS = Map.of("filter", List.of("mailauth"));

    private Floors() {}

    /** No module uses one on its own floor or above. */
    static List<ArchRule> arrowsPointDown() {
        List<ArchRule> rules = new ArrayList<>();
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            for (String module : FLOORS.get(floor)) {
                rules.add(uses(module, notBelow(module, floor)));
            }
        }
        return rules;
    }

    private static ArchRule uses(String module, List<String> forbidden) {
        String[] packages =
                forbidden.stream().map(name -> "org.fumibako." + name + "..").toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("org.fumibako." + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .because("a module depends only on modules on lower floors")
                .allowEmptyShould(true);
    }

    private static List<String> notBelow(String module, int floor) {
        List<String> forbidden = new ArrayList<>();
        for (List<String> other : FLOORS.subList(floor, FLOORS.size())) {
            forbidden.addAll(other);
        }
        forbidden.remove(module);
        forbidden.removeAll(NEIGHBOURS.getOrDefault(module, List.of()));
        return forbidden;
    }
}
