// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What stands behind the command of a server: options with a value ({@code --name VALUE} or {@code --name=VALUE}), and words.
 * Read by hand, because loading a library for it takes a tenth of a server's start.
 */
record Options(Map<String, String> values, List<String> words) {
    private static final int MAX_PORT = 65_535;

    /** A command line that cannot be understood; the message is a sentence without its full stop. */
    static final class UsageException extends Exception {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }

    /** @param known the names of the options there are */
    static Options read(List<String> arguments, Set<String> known) throws UsageException {
        Map<String, String> values = new HashMap<>();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!argument.startsWith("--")) {
                words.add(argument);
                continue;
            }
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (!known.contains(name)) {
                throw new UsageException("there is no option " + name);
            }
            if (equals < 0 && ++i == arguments.size()) {
                throw new UsageException(name + " needs a value");
            }
            if (values.put(name, equals < 0 ? arguments.get(i) : argument.substring(equals + 1)) != null) {
                throw new UsageException(name + " is there twice");
            }
        }
        return new Options(Map.copyOf(values), List.copyOf(words));
    }

    Optional<Path> path(String name) {
        return Optional.ofNullable(values.get(name)).map(Path::of);
    }

    /** @throws UsageException when it is missing */
    Path requiredPath(String name) throws UsageException {
        return path(name).orElseThrow(() -> new UsageException(name + " is missing"));
    }

    /** A port, or what ports are counted from; {@code otherwise} when it is not there. */
    int port(String name, int otherwise) throws UsageException {
        String value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > MAX_PORT) {
            throw new UsageException(name + " is a number from 0 to " + MAX_PORT + ", not " + value);
        }
        return Integer.parseInt(value);
    }

    /** @throws UsageException when there are more words than these, or fewer */
    List<String> words(int number) throws UsageException {
        if (words.size() != number) {
            throw new UsageException(
                    words.size() > number ? "nobody asked for " + words.get(number) : "something is missing");
        }
        return words;
    }
}
