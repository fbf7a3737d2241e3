// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.history;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@link Undo} as a column: its kind and its fields, separated by tabs; no field has a tab or a line end. */
final class UndoCodec {
    private UndoCodec() {}

    static String encode(Optional<Undo> undo) {
        return undo.map(UndoCodec::encode).orElse("");
    }

    private static String encode(Undo undo) {
        return switch (undo) {
            case Undo.Quota u -> line("quota", u.account(), u.was(), u.became());
            case Undo.Name u -> line("name", u.account(), u.was(), u.became());
            case Undo.Suspension u -> line("suspension", u.account(), u.was());
            case Undo.Added u -> line("added", u.account());
            case Undo.Setting u -> line("setting", u.id(), u.kind(), StateText.join(List.of(u.was(), u.became())));
            case Undo.Deleted u ->
                line(
                        "deleted",
                        u.account(),
                        u.aliases().stream().map(String::valueOf).collect(Collectors.joining(",")));
        };
    }

    private static String line(Object... fields) {
        return Arrays.stream(fields).map(String::valueOf).collect(Collectors.joining("\t"));
    }

    static Optional<Undo> decode(String line) {
        if (line.isEmpty()) {
            return Optional.empty();
        }
        String[] field = line.split("\t", -1);
        long account = Long.parseLong(field[1]);
        return Optional.of(
                switch (field[0]) {
                    case "quota" -> new Undo.Quota(account, Long.parseLong(field[2]), Long.parseLong(field[3]));
                    case "name" -> new Undo.Name(account, field[2], field[3]);
                    case "suspension" -> new Undo.Suspension(account, Boolean.parseBoolean(field[2]));
                    case "added" -> new Undo.Added(account);
                    case "setting" -> setting(account, Undo.Kind.valueOf(field[2]), StateText.split(field[3]));
                    case "deleted" -> new Undo.Deleted(account, ids(field[2]));
                    default -> throw new IllegalArgumentException("nothing is undone by " + field[0]);
                });
    }

    private static Undo setting(long id, Undo.Kind kind, List<String> states) {
        return new Undo.Setting(kind, id, states.getFirst(), states.getLast());
    }

    private static List<Long> ids(String list) {
        return Arrays.stream(list.split(",", -1))
                .filter(id -> !id.isEmpty())
                .map(Long::valueOf)
                .toList();
    }
}
