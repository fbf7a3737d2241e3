// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.tests;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fumibako.mime.BodyPart;
import org.fumibako.mime.PartText;
import org.fumibako.model.Content;
import org.fumibako.sieve.Mail;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.compile.Arguments;
import org.fumibako.sieve.compile.Matchings;
import org.fumibako.sieve.run.Condition;
import org.fumibako.sieve.run.Matching;
import org.fumibako.sieve.run.Run;
import org.fumibako.sieve.run.Template;

/** {@code body} (RFC 5173 §4): what the message says, or what stands in parts of some types, or its octets. */
public record BodyTest(How how, List<Template> types, Matching matching, List<Template> keys) implements Condition {
    enum How {
        RAW,
        CONTENT,
        TEXT
    }

    public static BodyTest compile(Arguments arguments) throws SieveException {
        boolean raw = arguments.flag("raw", "");
        boolean text = arguments.flag("text", "");
        Optional<Arguments.Strings> types = arguments.strings("content", "");
        if ((raw ? 1 : 0) + (text ? 1 : 0) + (types.isPresent() ? 1 : 0) > 1) {
            throw arguments.fault("takes one of \":raw\", \":content\" and \":text\"");
        }
        How how = raw ? How.RAW : types.isPresent() ? How.CONTENT : How.TEXT;
        Matching matching = Matchings.read(arguments);
        List<Template> keys = arguments.nextStrings("strings to compare with").templates();
        return new BodyTest(how, types.map(Arguments.Strings::templates).orElse(List.of()), matching, keys);
    }

    @Override
    public boolean holds(Run run) throws SieveException, IOException {
        Mail mail = run.mail();
        BodyPart root = mail.structure().read();
        Reading reading = new Reading(
                mail.content(), Template.expand(types, run), run.limits().bodyOctets());
        if (how == How.RAW) {
            reading.raw(root);
        } else {
            reading.walk(root);
        }
        return matching.anySilently(reading.found, Template.expand(keys, run), run);
    }

    /** One look into a message. */
    private final class Reading {
        private final Content content;
        private final List<String> wanted;
        private final List<String> found = new ArrayList<>();
        private int budget;

        Reading(Content content, List<String> wanted, int budget) {
            this.content = content;
            this.wanted =
                    wanted.stream().map(type -> type.toLowerCase(Locale.ROOT)).toList();
            this.budget = budget;
        }

        void raw(BodyPart root) throws IOException {
            try (InputStream in = content.open(root.bodyOffset(), Math.min(root.bodySize(), budget))) {
                found.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }

        void walk(BodyPart part) throws IOException {
            boolean leaf = part.parts().isEmpty();
            if (leaf && budget > 0 && isWanted(part)) {
                int most = (int) Math.min(budget, part.bodySize());
                budget -= most;
                found.add(how == How.TEXT ? PartText.words(content, part, most) : PartText.read(content, part, most));
            }
            for (BodyPart child : part.parts()) {
                walk(child);
            }
        }

        private boolean isWanted(BodyPart part) {
            String type = part.type().toLowerCase(Locale.ROOT);
            String full = type + "/" + part.subtype().toLowerCase(Locale.ROOT);
            return how == How.TEXT
                    ? type.equals("text")
                    : wanted.stream().anyMatch(each -> each.isEmpty() || each.equals(type) || each.equals(full));
        }
    }
}
