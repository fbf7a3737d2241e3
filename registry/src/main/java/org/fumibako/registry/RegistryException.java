// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.util.HashMap;
import java.util.Map;

/** The registry refuses a change; nothing was changed. The message is a sentence for the person who asked. */
public final class RegistryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why, for programs. */
    public enum Reason {
        NOT_FOUND,
        ALREADY_EXISTS,
        /** Something else still needs it. */
        IN_USE,
        /** The customer's plan does not allow more. */
        OVER_LIMIT,
        INVALID
    }

    private final Reason reason;
    private final String word;
    private final transient Map<String, String> facts;

    /** @param message a sentence for the person who asked */
    public RegistryException(Reason reason, String message) {
        this(reason, message, "", Map.of());
    }

    private RegistryException(Reason reason, String message, String word, Map<String, String> facts) {
        super(message);
        this.reason = reason;
        this.word = word;
        this.facts = Map.copyOf(facts);
    }

    /**
     * The same with a word for programs that say it in their own language.
     *
     * @param code such as {@code account-exists}; it never changes
     * @param facts names and values in turn, which the sentence has
     */
    public RegistryException as(String code, String... facts) {
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i + 1 < facts.length; i += 2) {
            named.put(facts[i], facts[i + 1]);
        }
        return new RegistryException(reason, String.valueOf(getMessage()), code, named);
    }

    /** What exactly was refused; empty where the reason says it all. */
    public String word() {
        return word;
    }

    /** What the sentence names, by name. */
    public Map<String, String> facts() {
        return facts;
    }

    public Reason reason() {
        return reason;
    }

    /** @param what as in "There is no ... ." */
    public static RegistryException notFound(String what) {
        return new RegistryException(Reason.NOT_FOUND, "There is no " + what + ".");
    }
}
