// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fumibako.sieve.Action;
import org.fumibako.sieve.Cause;
import org.fumibako.sieve.HeaderChanges;
import org.fumibako.sieve.Mail;
import org.fumibako.sieve.Outcome;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.SieveLimits;
import org.fumibako.sieve.SieveScript;
import org.fumibako.sieve.Surroundings;
import org.fumibako.sieve.syntax.Position;

/** One run of a script over one message: everything that changes while it goes on. Used by one thread. */
public final class Run {
    private final Mail mail;
    private final Surroundings surroundings;
    private final SieveLimits limits;
    private final String script;
    private final HeaderState header;
    private final Results results;
    private final List<Outcome.Mark> marks = new ArrayList<>();
    private final Set<String> included = new HashSet<>();
    private Variables variables = new Variables(new HashMap<>());
    private List<String> flags = List.of();
    private int depth;
    private int steps;
    private long work;

    /** @param script the name of the script */
    public Run(Mail mail, Surroundings surroundings, SieveLimits limits, String script) {
        this.mail = mail;
        this.surroundings = surroundings;
        this.limits = limits;
        this.script = script;
        this.header = new HeaderState(mail.headers());
        this.results = new Results(limits);
    }

    public Mail mail() {
        return mail;
    }

    public Surroundings surroundings() {
        return surroundings;
    }

    public SieveLimits limits() {
        return limits;
    }

    public HeaderState header() {
        return header;
    }

    public Variables variables() {
        return variables;
    }

    /** The flags that messages are stored with unless an action says otherwise (RFC 5232 §2). */
    public List<String> flags() {
        return flags;
    }

    public void setFlags(List<String> names) {
        flags = List.copyOf(names);
    }

    /** Counts a command or test. */
    public void step(Position at) throws SieveException {
        if (++steps > limits.steps()) {
            throw new SieveException(at, "the script takes more than " + limits.steps() + " steps");
        }
    }

    /** Counts characters that are compared or copied. */
    public void work(long characters, Position at) throws SieveException {
        work += characters;
        if (work > limits.work()) {
            throw new SieveException(at, "comparing takes too long; use shorter patterns or fewer of them");
        }
    }

    void checkLength(int length, Position at) throws SieveException {
        if (length > limits.stringLength()) {
            throw new SieveException(at, "a string grows longer than " + limits.stringLength() + " characters");
        }
    }

    /** Sets a variable, a global one where the script has said so. */
    public void set(String name, boolean global, String value, Position at) throws SieveException {
        checkLength(value.length(), at);
        int count = global ? variables.setGlobal(name, value) : variables.set(name, value);
        if (count > limits.variables()) {
            throw new SieveException(at, "more than " + limits.variables() + " variables");
        }
    }

    /** Wants an action. */
    public void act(Action action, Position at) throws SieveException {
        results.add(action, at);
    }

    public void cancelKeep() {
        results.cancelKeep();
    }

    public HeaderChanges headerChanges() {
        return header.changes();
    }

    /** Asks whether a message was seen, and remembers to mark it (RFC 7352). */
    public boolean isDuplicate(Outcome.Mark mark, boolean again) {
        boolean seen = surroundings.isSeen(mark.id())
                || marks.stream().anyMatch(other -> other.id().equals(mark.id()));
        if (!seen || again) {
            marks.add(mark);
        }
        return seen;
    }

    /** Whether that script was included before in this run. */
    public boolean wasIncluded(String key) {
        return included.contains(key);
    }

    /** Runs a script inside this one (RFC 6609 §3.2). */
    public Flow include(String key, SieveScript other, Position at) throws SieveException, IOException {
        if (depth == limits.includes()) {
            throw new SieveException(at, "scripts include each other more than " + limits.includes() + " levels deep");
        }
        included.add(key);
        Variables outer = variables;
        variables = outer.within();
        depth++;
        Flow flow = other.runWithin(this);
        depth--;
        variables = outer;
        return flow == Flow.STOP ? Flow.STOP : Flow.NEXT;
    }

    /** What the run has come to. */
    public Outcome outcome() {
        return new Outcome(results.all(flags, header.changes(), script), marks, Optional.empty());
    }

    /** After a fault the message is kept and nothing else is done (RFC 5228 §2.10.6). */
    public Outcome failed(String fault) {
        Action keep = new Action.Keep(List.of(), HeaderChanges.NONE, new Cause(script, 0, ""));
        return new Outcome(List.of(keep), List.of(), Optional.of(fault));
    }
}
