// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fumibako.model.EmailAddress;

/**
 * What a new password must be: long enough, not one that everybody tries, and not the address. Which kinds of characters it
 * has does not matter.
 */
public final class PasswordRules {
    /** Characters at least. */
    public static final int MIN_LENGTH = 10;

    /** Characters at most: no person types more, and hashing is paid by us. */
    public static final int MAX_LENGTH = 256;

    /** Shorter local parts are in too many good passwords by chance. */
    private static final int MIN_LOCAL_PART = 3;

    /** {@code aaaaaaaaaa} and {@code ababababab} are as common as anything in the list. */
    private static final int MIN_DISTINCT = 3;

    private final Set<String> common;

    public PasswordRules() {
        this.common = commonPasswords();
    }

    /** What is wrong with a password. */
    public enum Objection {
        TOO_SHORT("A password has at least " + MIN_LENGTH + " characters."),
        TOO_LONG("A password has at most " + MAX_LENGTH + " characters."),
        CONTROL_CHARACTER("A password has no control characters."),
        CONTAINS_ADDRESS("The password must not contain the address or its first part."),
        COMMON("This password is one of the first that anybody would try.");

        private final String sentence;

        Objection(String sentence) {
            this.sentence = sentence;
        }

        /** Such as {@code password-too-short}. */
        String word() {
            return "password-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        RegistryException refusal() {
            return new RegistryException(RegistryException.Reason.INVALID, sentence)
                    .as(word(), "min", String.valueOf(MIN_LENGTH), "max", String.valueOf(MAX_LENGTH));
        }
    }

    /** A sentence that says why {@code password} will not do for {@code address}; empty when it will. */
    public Optional<String> objection(EmailAddress address, String password) {
        return judge(address.key(), address.localPart(), password).map(found -> found.sentence);
    }

    /**
     * Judges a password.
     *
     * @param login what it is for: an address in lower case, or a name
     * @param shortName the part of the login that people call it by
     */
    Optional<Objection> judge(String login, String shortName, String password) {
        // The form that is hashed: what is dropped from it or folded in it makes no password better.
        String prepared = PreparedPassword.of(password).text();
        String lower = prepared.toLowerCase(Locale.ROOT);
        if (prepared.codePoints().count() < MIN_LENGTH) {
            return Optional.of(Objection.TOO_SHORT);
        } else if (password.codePoints().count() > MAX_LENGTH) {
            return Optional.of(Objection.TOO_LONG);
        } else if (password.chars().anyMatch(Character::isISOControl)) {
            return Optional.of(Objection.CONTROL_CHARACTER);
        } else if (contains(lower, login, shortName.toLowerCase(Locale.ROOT))) {
            return Optional.of(Objection.CONTAINS_ADDRESS);
        } else if (common.contains(lower) || lower.codePoints().distinct().count() < MIN_DISTINCT) {
            return Optional.of(Objection.COMMON);
        }
        return Optional.empty();
    }

    private static boolean contains(String lower, String login, String shortName) {
        return (login.length() >= MIN_LOCAL_PART && lower.contains(login))
                || (shortName.length() >= MIN_LOCAL_PART && lower.contains(shortName));
    }

    private static Set<String> commonPasswords() {
        InputStream resource = Objects.requireNonNull(PasswordRules.class.getResourceAsStream("common-passwords.txt"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
