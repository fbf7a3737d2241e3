// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.syntax;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.SieveLimits;
import org.fumibako.sieve.syntax.Token.Kind;

/** Makes a tree of a script (RFC 5228 §8.2), whatever its commands are. */
public final class Parser {
    private final Lexer lexer;
    private final SieveLimits limits;
    private Token token;
    private int nodes;

    private Parser(String text, SieveLimits limits) throws SieveException {
        this.lexer = new Lexer(text);
        this.limits = limits;
        this.token = lexer.next();
    }

    /** @throws SieveException when it is no script, or larger or deeper than {@code limits} allow */
    public static List<Node> parse(String text, SieveLimits limits) throws SieveException {
        if (text.indexOf(0) >= 0) {
            throw new SieveException(Position.START, "the script has a NUL character in it; remove it");
        }
        if (text.length() > limits.scriptOctets()
                || text.getBytes(StandardCharsets.UTF_8).length > limits.scriptOctets()) {
            throw new SieveException(
                    Position.START, "the script is larger than " + limits.scriptOctets() + " octets; shorten it");
        }
        Parser parser = new Parser(text, limits);
        List<Node> commands = parser.commands(0);
        if (parser.token.kind() != Kind.END) {
            throw parser.unexpected("a command");
        }
        return commands;
    }

    private List<Node> commands(int depth) throws SieveException {
        List<Node> commands = new ArrayList<>();
        while (token.kind() == Kind.IDENTIFIER) {
            commands.add(command(depth));
        }
        return commands;
    }

    private Node command(int depth) throws SieveException {
        Token name = open(depth);
        List<Argument> arguments = arguments();
        List<Node> tests = tests(depth + 1);
        Optional<List<Node>> block = Optional.empty();
        if (token.is('{')) {
            take();
            block = Optional.of(commands(depth + 1));
            expect('}', "a command or \"}\"");
        } else {
            expect(';', "\";\" or \"{\" at the end of \"" + name.text() + "\"");
        }
        return node(name, arguments, tests, block);
    }

    private Node test(int depth) throws SieveException {
        if (token.kind() != Kind.IDENTIFIER) {
            throw unexpected("a test");
        }
        Token name = open(depth);
        List<Argument> arguments = arguments();
        return node(name, arguments, tests(depth + 1), Optional.empty());
    }

    private Token open(int depth) throws SieveException {
        Token name = take();
        if (depth > limits.nesting()) {
            throw new SieveException(name.at(), "nested deeper than " + limits.nesting() + "; use fewer levels");
        }
        if (++nodes > limits.nodes()) {
            throw new SieveException(name.at(), "more than " + limits.nodes() + " commands and tests; shorten it");
        }
        return name;
    }

    private static Node node(Token name, List<Argument> arguments, List<Node> tests, Optional<List<Node>> block) {
        return new Node(name.text().toLowerCase(Locale.ROOT), arguments, tests, block, name.at(), name.comment());
    }

    private List<Node> tests(int depth) throws SieveException {
        if (token.kind() == Kind.IDENTIFIER) {
            return List.of(test(depth));
        }
        if (!token.is('(')) {
            return List.of();
        }
        List<Node> tests = new ArrayList<>();
        do {
            take();
            tests.add(test(depth));
        } while (token.is(','));
        expect(')', "\",\" or \")\" in the list of tests");
        return tests;
    }

    private List<Argument> arguments() throws SieveException {
        List<Argument> arguments = new ArrayList<>();
        while (true) {
            if (token.kind() == Kind.TAG) {
                Token tag = take();
                arguments.add(new Argument.Tag(tag.text().toLowerCase(Locale.ROOT), tag.at()));
            } else if (token.kind() == Kind.NUMBER) {
                Token number = take();
                arguments.add(new Argument.Numeral(number.number(), number.at()));
            } else if (token.kind() == Kind.STRING) {
                Token string = take();
                arguments.add(new Argument.Strings(List.of(string.text()), false, string.at()));
            } else if (token.is('[')) {
                arguments.add(list());
            } else {
                return arguments;
            }
        }
    }

    private Argument list() throws SieveException {
        Position at = token.at();
        List<String> values = new ArrayList<>();
        do {
            take();
            if (token.kind() != Kind.STRING) {
                throw unexpected("a string");
            }
            if (values.size() == limits.listLength()) {
                throw new SieveException(token.at(), "a list of more than " + limits.listLength() + " strings");
            }
            values.add(take().text());
        } while (token.is(','));
        expect(']', "\",\" or \"]\" in the list of strings");
        return new Argument.Strings(values, true, at);
    }

    private void expect(char sign, String what) throws SieveException {
        if (!token.is(sign)) {
            throw unexpected(what);
        }
        take();
    }

    private Token take() throws SieveException {
        Token taken = token;
        token = lexer.next();
        return taken;
    }

    private SieveException unexpected(String wanted) {
        return new SieveException(token.at(), "expected " + wanted + ", found " + token.describe());
    }
}
