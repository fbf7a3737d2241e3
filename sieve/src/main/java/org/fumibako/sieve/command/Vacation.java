// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.command;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.fumibako.mime.MailAddress;
import org.fumibako.model.EmailAddress;
import org.fumibako.sieve.Action;
import org.fumibako.sieve.Cause;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.compile.Arguments;
import org.fumibako.sieve.run.Flow;
import org.fumibako.sieve.run.Run;
import org.fumibako.sieve.run.Statement;
import org.fumibako.sieve.run.Template;
import org.fumibako.sieve.syntax.Position;

/** {@code vacation} (RFC 5230, RFC 6131). */
public record Vacation(Duration again, Words words, List<Template> addresses, boolean mime, Cause cause, Position at)
        implements Statement {
    /** What is said, and as whom. */
    public record Words(
            Optional<Template> subject, Optional<Template> from, Optional<Template> handle, Template reason) {}

    /** A reply to each message would be a way to flood somebody: the shortest time that RFC 6131 §2 lets a site demand. */
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    /** As the panel's own automatic replies have it. */
    private static final Duration USUAL = Duration.ofDays(7);

    private static final Duration LONGEST = Duration.ofDays(365);

    public static Vacation compile(Arguments arguments) throws SieveException {
        Optional<Long> days = arguments.number("days", "");
        Optional<Long> seconds = arguments.number("seconds", "vacation-seconds");
        if (days.isPresent() && seconds.isPresent()) {
            throw arguments.fault("takes \":days\" or \":seconds\", not both");
        }
        Optional<Template> subject = arguments.string("subject", "");
        Optional<Template> from = arguments.string("from", "");
        Optional<Template> handle = arguments.string("handle", "");
        List<Template> addresses = arguments
                .strings("addresses", "")
                .map(Arguments.Strings::templates)
                .orElse(List.of());
        boolean mime = arguments.flag("mime", "");
        Words words = new Words(subject, from, handle, arguments.nextString("the text of the reply"));
        checkFrom(words, arguments);
        return new Vacation(again(days, seconds), words, addresses, mime, arguments.cause(), arguments.at());
    }

    private static void checkFrom(Words words, Arguments arguments) throws SieveException {
        Optional<String> from = words.from().filter(Template::isConstant).map(Template::constant);
        if (from.isPresent() && MailAddress.parse(from.get()).size() != 1) {
            throw arguments.fault("needs one mail address after \":from\"");
        }
    }

    private static Duration again(Optional<Long> days, Optional<Long> seconds) {
        Duration wanted = days.map(number -> Duration.ofDays(Math.clamp(number, 1, LONGEST.toDays())))
                .or(() -> seconds.map(number -> Duration.ofSeconds(Math.min(number, LONGEST.toSeconds()))))
                .orElse(USUAL);
        return wanted.compareTo(SHORTEST) < 0 ? SHORTEST : wanted;
    }

    @Override
    public Flow execute(Run run) throws SieveException {
        Optional<String> subject = expand(words.subject(), run);
        Optional<String> from = expand(words.from(), run);
        String reason = words.reason().expand(run);
        // Replies that say the same count as one (RFC 5230 §4.7).
        String same = subject.orElse("") + "\n" + from.orElse("") + "\n" + mime + "\n" + reason;
        String handle = expand(words.handle(), run).map(named -> ":" + named).orElse(same);
        List<String> own = Template.expand(addresses, run).stream()
                .filter(address -> EmailAddress.parse(address).isPresent())
                .toList();
        run.act(new Action.Vacation(again, subject, from, own, mime, handle, reason, cause), at);
        return Flow.NEXT;
    }

    private static Optional<String> expand(Optional<Template> template, Run run) throws SieveException {
        return template.isPresent() ? Optional.of(template.get().expand(run)) : Optional.empty();
    }
}
