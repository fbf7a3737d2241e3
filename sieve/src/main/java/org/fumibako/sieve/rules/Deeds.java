// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fumibako.model.EmailAddress;
import org.fumibako.sieve.rules.Rule.Deed;
import org.fumibako.sieve.rules.Rule.Flag;
import org.fumibako.sieve.syntax.Node;

/** What rules do, as commands. */
final class Deeds {
    private static final String TRASH = "\\Trash";

    private Deeds() {}

    static Node write(Deed deed, Set<String> extensions) {
        return switch (deed) {
            case Deed.Move move -> {
                extensions.addAll(List.of("fileinto", "mailbox"));
                yield Shape.node("fileinto", Shape.tag("create"), Shape.text(move.mailbox()));
            }
            case Deed.Copy copy -> {
                extensions.addAll(List.of("fileinto", "mailbox", "copy"));
                yield Shape.node("fileinto", Shape.tag("copy"), Shape.tag("create"), Shape.text(copy.mailbox()));
            }
            case Deed.Forward forward -> {
                extensions.add("copy");
                yield Shape.node(
                        "redirect",
                        Shape.tag("copy"),
                        Shape.text(forward.address().toString()));
            }
            case Deed.Mark mark -> {
                extensions.add("imap4flags");
                yield Shape.node("addflag", Shape.text(mark.flag().imap()));
            }
            case Deed.Delete _ -> {
                extensions.addAll(List.of("fileinto", "special-use"));
                yield Shape.node("fileinto", Shape.tag("specialuse"), Shape.text(TRASH), Shape.text("Trash"));
            }
        };
    }

    static Optional<Deed> read(Node command) {
        List<String> tags = Shape.tags(command);
        List<List<String>> strings = Shape.strings(command);
        if (strings.stream().anyMatch(list -> list.size() != 1) || strings.isEmpty()) {
            return Optional.empty();
        }
        String last = strings.getLast().getFirst();
        boolean one = strings.size() == 1;
        return switch (command.name()) {
            case "redirect" ->
                one && tags.equals(List.of("copy"))
                        ? EmailAddress.parse(last).map(Deed.Forward::new)
                        : Optional.empty();
            case "addflag" ->
                one && tags.isEmpty()
                        ? Arrays.stream(Flag.values())
                                .filter(flag -> flag.imap().equalsIgnoreCase(last))
                                .findFirst()
                                .map(Deed.Mark::new)
                        : Optional.empty();
            case "fileinto" -> filing(tags, strings, last);
            default -> Optional.empty();
        };
    }

    private static Optional<Deed> filing(List<String> tags, List<List<String>> strings, String last) {
        if (tags.equals(List.of("specialuse")) && strings.size() == 2) {
            return strings.getFirst().getFirst().equalsIgnoreCase(TRASH)
                    ? Optional.of(new Deed.Delete())
                    : Optional.empty();
        }
        if (strings.size() != 1) {
            return Optional.empty();
        }
        if (tags.equals(List.of("create")) || tags.isEmpty()) {
            return Optional.of(new Deed.Move(last));
        }
        return tags.equals(List.of("copy", "create")) || tags.equals(List.of("copy"))
                ? Optional.of(new Deed.Copy(last))
                : Optional.empty();
    }
}
