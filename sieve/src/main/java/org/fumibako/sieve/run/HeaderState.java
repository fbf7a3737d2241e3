// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.run;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fumibako.mime.HeaderWriter;
import org.fumibako.mime.Headers;
import org.fumibako.sieve.HeaderChanges;

/** The header at one point of a run: the message's, with what the script added and deleted (RFC 5293). */
public final class HeaderState {
    private final Headers headers;
    private final List<Field> front = new ArrayList<>(0);
    private final List<Field> back = new ArrayList<>(0);
    private final Set<Integer> removed = new HashSet<>(0);

    HeaderState(Headers headers) {
        this.headers = headers;
    }

    /** The fields of a name in any case, from top to bottom. */
    public List<Field> named(String name) {
        List<Field> fields = new ArrayList<>(1);
        collect(front, name, fields);
        for (int i = 0; i < headers.size(); i++) {
            if (!removed.contains(i) && headers.name(i).equalsIgnoreCase(name)) {
                fields.add(new Field(headers.name(i), headers.value(i), i));
            }
        }
        collect(back, name, fields);
        return fields;
    }

    private static void collect(List<Field> some, String name, List<Field> into) {
        some.stream().filter(field -> field.name().equalsIgnoreCase(name)).forEach(into::add);
    }

    public void add(String name, String value, boolean last) {
        String raw = new String(value.strip().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        if (last) {
            back.add(new Field(name, raw, Field.BACK));
        } else {
            front.addFirst(new Field(name, raw, Field.FRONT));
        }
    }

    /** How many fields the script has added. */
    public int added() {
        return front.size() + back.size();
    }

    public void remove(Field field) {
        if (field.origin() >= 0) {
            removed.add(field.origin());
        } else {
            (field.origin() == Field.FRONT ? front : back).remove(field);
        }
    }

    /** Whether a script may take it away: traces and what says that mail was answered by a machine stay (RFC 5293 §5, §6). */
    public static boolean isProtected(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "received", "auto-submitted", "delivered-to", "return-path", "authentication-results" -> true;
            default -> false;
        };
    }

    HeaderChanges changes() {
        return front.isEmpty() && back.isEmpty() && removed.isEmpty()
                ? HeaderChanges.NONE
                : new HeaderChanges(written(front), removed, written(back));
    }

    private static List<String> written(List<Field> fields) {
        return fields.stream()
                .map(field -> HeaderWriter.text(
                        field.name(),
                        new String(field.value().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)))
                .toList();
    }
}
