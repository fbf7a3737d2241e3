// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.sieve.Cause;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.run.Condition;
import org.fumibako.sieve.run.Statement;
import org.fumibako.sieve.run.Template;
import org.fumibako.sieve.syntax.Argument;
import org.fumibako.sieve.syntax.Node;
import org.fumibako.sieve.syntax.Position;

/**
 * The arguments of one command or test, taken one by one: first the tags, in any order, then those that have a place
 * (RFC 5228 §2.6). {@link #end} complains of whatever is left.
 */
public final class Arguments {
    private final Node node;
    private final Scope scope;
    private final List<Argument> left;
    private boolean testsTaken;
    private boolean blockTaken;

    Arguments(Node node, Scope scope) {
        this.node = node;
        this.scope = scope;
        this.left = new ArrayList<>(node.arguments());
    }

    public Position at() {
        return node.at();
    }

    public Scope scope() {
        return scope;
    }

    /** The command as the cause of what it does. */
    public Cause cause() {
        return new Cause(scope.script(), node.at().line(), scope.rule());
    }

    public SieveException fault(String what) {
        return new SieveException(node.at(), "\"" + node.name() + "\" " + what);
    }

    /** Whether a tag without a value is there. */
    public boolean flag(String tag, String extension) throws SieveException {
        return takeTag(tag, extension).isPresent();
    }

    /** The string after a tag. */
    public Optional<Template> string(String tag, String extension) throws SieveException {
        Optional<Strings> value = strings(tag, extension);
        if (value.isPresent() && value.get().list()) {
            throw new SieveException(value.get().at(), "\":" + tag + "\" takes one string, not a list");
        }
        return value.map(some -> some.templates().getFirst());
    }

    /** The strings after a tag. */
    public Optional<Strings> strings(String tag, String extension) throws SieveException {
        Optional<Integer> index = takeTag(tag, extension);
        if (index.isEmpty()) {
            return Optional.empty();
        }
        if (index.get() < left.size() && left.get(index.get()) instanceof Argument.Strings strings) {
            left.remove((int) index.get());
            return Optional.of(templates(strings));
        }
        throw fault("needs a string after \":" + tag + "\"");
    }

    /** The number after a tag. */
    public Optional<Long> number(String tag, String extension) throws SieveException {
        Optional<Integer> index = takeTag(tag, extension);
        if (index.isEmpty()) {
            return Optional.empty();
        }
        if (index.get() < left.size() && left.get(index.get()) instanceof Argument.Numeral number) {
            left.remove((int) index.get());
            return Optional.of(number.value());
        }
        throw fault("needs a number after \":" + tag + "\"");
    }

    /** Where the value of a tag stands now that the tag is gone. */
    private Optional<Integer> takeTag(String name, String extension) throws SieveException {
        for (int i = 0; i < left.size(); i++) {
            if (left.get(i) instanceof Argument.Tag tag && tag.name().equals(name)) {
                scope.demand(extension, "\":" + name + "\"", tag.at());
                left.remove(i);
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** Strings with their place in the script. */
    public record Strings(List<Template> templates, boolean list, Position at) {}

    /** How many arguments are left. */
    public int remaining() {
        return left.size();
    }

    /** The next argument, one string. */
    public Template nextString(String what) throws SieveException {
        Strings strings = nextStrings(what);
        if (strings.list()) {
            throw new SieveException(strings.at(), "expected one string (" + what + "), found a list");
        }
        return strings.templates().getFirst();
    }

    /** The next argument, a string or a list of them. */
    public Strings nextStrings(String what) throws SieveException {
        Argument next = next(what);
        if (next instanceof Argument.Strings strings) {
            return templates(strings);
        }
        throw wrong(next, what);
    }

    /** The next argument, a string or a list of them that no variable can change. */
    public List<String> nextConstants(String what) throws SieveException {
        Argument next = next(what);
        if (next instanceof Argument.Strings strings) {
            return strings.values();
        }
        throw wrong(next, what);
    }

    public long nextNumber(String what) throws SieveException {
        Argument next = next(what);
        if (next instanceof Argument.Numeral number) {
            return number.value();
        }
        throw wrong(next, what);
    }

    private Argument next(String what) throws SieveException {
        if (left.isEmpty()) {
            throw fault("needs " + what);
        }
        return left.removeFirst();
    }

    private SieveException wrong(Argument found, String what) {
        return switch (found) {
            case Argument.Tag tag ->
                new SieveException(
                        tag.at(),
                        "\"" + node.name() + "\" has no tag \":" + tag.name() + "\", or not after other arguments");
            case Argument.Numeral number -> new SieveException(number.at(), "expected " + what + ", found a number");
            case Argument.Strings strings -> new SieveException(strings.at(), "expected " + what + ", found a string");
        };
    }

    private Templates templateReader() {
        return new Templates(scope);
    }

    private Strings templates(Argument.Strings strings) throws SieveException {
        List<Template> templates = new ArrayList<>(strings.values().size());
        for (String value : strings.values()) {
            templates.add(templateReader().read(value, strings.at()));
        }
        return new Strings(List.copyOf(templates), strings.list(), strings.at());
    }

    /** The one test that has to be there. */
    public Condition test() throws SieveException {
        if (node.tests().size() != 1) {
            throw fault("needs one test");
        }
        return tests().getFirst();
    }

    /** The tests in parentheses, at least one. */
    public List<Condition> tests() throws SieveException {
        if (node.tests().isEmpty()) {
            throw fault("needs tests in parentheses");
        }
        testsTaken = true;
        List<Condition> tests = new ArrayList<>();
        for (Node test : node.tests()) {
            tests.add(Compiler.test(test, scope));
        }
        return List.copyOf(tests);
    }

    /** The commands in braces. */
    public Statement block() throws SieveException {
        blockTaken = true;
        return Compiler.block(node.block().orElseThrow(() -> fault("needs commands in braces")), scope);
    }

    /** Nothing may be left now. */
    public void end() throws SieveException {
        if (!left.isEmpty()) {
            Argument first = left.getFirst();
            throw first instanceof Argument.Tag
                    ? wrong(first, "")
                    : new SieveException(first.at(), "\"" + node.name() + "\" has too many arguments");
        }
        if (!testsTaken && !node.tests().isEmpty()) {
            throw fault("takes no test");
        }
        if (!blockTaken && node.block().isPresent()) {
            throw fault("takes no block in braces; end it with a semicolon");
        }
    }
}
