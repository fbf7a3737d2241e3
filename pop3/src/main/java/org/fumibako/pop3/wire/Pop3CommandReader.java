// SPDX-License-Identifier: Apache-2.0
package org.fumibako.pop3.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads one command line (RFC 1939 §3, §9; RFC 2449 §4). */
public final class Pop3CommandReader {
    /** Digits of a message number: with more, it is no number that could be meant. */
    private static final int MAX_DIGITS = 9;

    private static final int PASS_PREFIX = "PASS ".length();

    private static final byte DELETE = 0x7f;

    private Pop3CommandReader() {}

    /** @param line without its CRLF */
    public static Pop3Command read(byte[] line) throws Pop3SyntaxException {
        refuseControls(line);
        int space = 0;
        while (space < line.length && line[space] != ' ') {
            space++;
        }
        // Not UTF-8, of which more than one letter is S in upper case.
        String keyword = new String(line, 0, space, StandardCharsets.US_ASCII).toUpperCase(Locale.ROOT);
        String rest = new String(line, space, line.length - space, StandardCharsets.UTF_8).strip();
        return switch (keyword) {
            case "CAPA" -> plain(rest, new Pop3Command.Capa());
            case "USER" -> user(rest);
            case "PASS" -> pass(line);
            case "AUTH" -> auth(rest);
            case "STLS" -> plain(rest, new Pop3Command.Stls());
            case "QUIT" -> plain(rest, new Pop3Command.Quit());
            case "STAT" -> plain(rest, new Pop3Command.Stat());
            case "LIST" -> new Pop3Command.List(optionalNumber(rest));
            case "UIDL" -> new Pop3Command.Uidl(optionalNumber(rest));
            case "RETR" -> new Pop3Command.Retr(number(rest));
            case "TOP" -> top(rest);
            case "DELE" -> new Pop3Command.Dele(number(rest));
            case "NOOP" -> plain(rest, new Pop3Command.Noop());
            case "RSET" -> plain(rest, new Pop3Command.Rset());
            default -> throw new Pop3SyntaxException("Unknown command");
        };
    }

    private static void refuseControls(byte[] line) throws Pop3SyntaxException {
        for (byte octet : line) {
            if ((octet >= 0 && octet < ' ') || octet == DELETE) {
                throw new Pop3SyntaxException("A command has no control characters");
            }
        }
    }

    private static Pop3Command plain(String rest, Pop3Command command) throws Pop3SyntaxException {
        if (!rest.isEmpty()) {
            throw new Pop3SyntaxException("This command takes no argument");
        }
        return command;
    }

    private static Pop3Command user(String rest) throws Pop3SyntaxException {
        if (rest.isEmpty()) {
            throw new Pop3SyntaxException("USER needs a name: the full mail address");
        }
        return new Pop3Command.User(rest);
    }

    private static Pop3Command pass(byte[] line) throws Pop3SyntaxException {
        if (line.length <= PASS_PREFIX) {
            throw new Pop3SyntaxException("PASS needs a password");
        }
        return new Pop3Command.Pass(Arrays.copyOfRange(line, PASS_PREFIX, line.length));
    }

    private static Pop3Command auth(String rest) throws Pop3SyntaxException {
        if (rest.isEmpty()) {
            return new Pop3Command.Auth(Optional.empty(), Optional.empty());
        }
        String[] words = rest.split(" ", -1);
        if (words.length > 2) {
            throw new Pop3SyntaxException("AUTH takes a mechanism and one initial response");
        }
        return new Pop3Command.Auth(
                Optional.of(words[0]), words.length == 2 ? Optional.of(words[1]) : Optional.empty());
    }

    private static Pop3Command top(String rest) throws Pop3SyntaxException {
        String[] words = rest.split(" ", -1);
        if (words.length != 2) {
            throw new Pop3SyntaxException("TOP needs a message number and a number of lines");
        }
        return new Pop3Command.Top(number(words[0]), number(words[1]));
    }

    private static OptionalInt optionalNumber(String rest) throws Pop3SyntaxException {
        return rest.isEmpty() ? OptionalInt.empty() : OptionalInt.of(number(rest));
    }

    private static int number(String text) throws Pop3SyntaxException {
        boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || text.length() > MAX_DIGITS) {
            throw new Pop3SyntaxException("That is not a number");
        }
        return Integer.parseInt(text);
    }
}
