// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.tests;

import java.time.Duration;
import java.util.Optional;
import org.fumibako.sieve.Outcome;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.compile.Arguments;
import org.fumibako.sieve.run.Condition;
import org.fumibako.sieve.run.Field;
import org.fumibako.sieve.run.Run;
import org.fumibako.sieve.run.Template;

/** {@code duplicate} (RFC 7352 §3). */
public record DuplicateTest(
        Optional<Template> handle,
        Optional<Template> header,
        Optional<Template> unique,
        Duration remembered,
        boolean last)
        implements Condition {
    /** What is remembered when the script says nothing, and the longest that it may say (RFC 7352 §3.2 lets a site bound it). */
    private static final Duration USUAL = Duration.ofDays(7);

    private static final Duration LONGEST = Duration.ofDays(30);

    public static DuplicateTest compile(Arguments arguments) throws SieveException {
        Optional<Template> handle = arguments.string("handle", "");
        Optional<Template> header = arguments.string("header", "");
        Optional<Template> unique = arguments.string("uniqueid", "");
        if (header.isPresent() && unique.isPresent()) {
            throw arguments.fault("takes \":header\" or \":uniqueid\", not both");
        }
        Duration remembered = arguments
                .number("seconds", "")
                .map(seconds -> Duration.ofSeconds(Math.min(seconds, LONGEST.toSeconds())))
                .orElse(USUAL);
        return new DuplicateTest(handle, header, unique, remembered, arguments.flag("last", ""));
    }

    @Override
    public boolean holds(Run run) throws SieveException {
        Optional<String> value = unique.isPresent()
                ? Optional.of(unique.get().expand(run))
                : run.header().named(header.isPresent() ? header.get().expand(run) : "Message-ID").stream()
                        .findFirst()
                        .map(Field::value);
        if (value.isEmpty()) {
            return false;
        }
        // A value of one kind is not the same as one of another kind (RFC 7352 §3.1).
        String kind = unique.isPresent()
                ? "id"
                : header.isPresent() ? "header " + header.get().expand(run) : "message";
        String id = (handle.isPresent() ? handle.get().expand(run) : "") + "\n" + kind + "\n" + value.get();
        return run.isDuplicate(new Outcome.Mark(id, remembered), last);
    }
}
