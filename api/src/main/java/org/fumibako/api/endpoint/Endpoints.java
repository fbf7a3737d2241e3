// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.endpoint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The table of all endpoints. Immutable. */
public final class Endpoints {
    private final List<Endpoint<?, ?>> all;

    /** @throws IllegalArgumentException when two have one name, or one method and path */
    public Endpoints(List<Endpoint<?, ?>> all) {
        this.all = List.copyOf(all);
        Set<String> seen = new HashSet<>();
        for (Endpoint<?, ?> endpoint : all) {
            String place = endpoint.method() + " " + endpoint.path().replaceAll("\\{[^}]*}", "{}");
            if (!seen.add(place) || !seen.add(endpoint.id())) {
                throw new IllegalArgumentException("there are two of " + place + " or " + endpoint.id());
            }
        }
    }

    public List<Endpoint<?, ?>> all() {
        return all;
    }

    /** A row and the variables of the path that was asked for, as they stand there. */
    public record Match(Endpoint<?, ?> endpoint, Map<String, String> variables) {}

    /** The rows for a path, each for another method; a path without variables goes before one with them. */
    public List<Match> match(List<String> segments) {
        List<Match> matches = new ArrayList<>();
        for (Endpoint<?, ?> endpoint : all) {
            variables(endpoint.path(), segments).ifPresent(found -> matches.add(new Match(endpoint, found)));
        }
        int fewest = matches.stream()
                .mapToInt(match -> match.variables().size())
                .min()
                .orElse(0);
        matches.removeIf(match -> match.variables().size() > fewest);
        return matches;
    }

    private static Optional<Map<String, String>> variables(String template, List<String> segments) {
        List<String> parts = List.of(template.substring(1).split("/", -1));
        if (parts.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            if (part.startsWith("{")) {
                variables.put(part.substring(1, part.length() - 1), segments.get(i));
            } else if (!part.equals(segments.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }
}
