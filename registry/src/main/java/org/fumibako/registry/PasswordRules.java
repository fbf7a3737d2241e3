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

    /** A sentence that says why {@code password} will not do for {@code address}; empty when it will. */
    public Optional<String> objection(EmailAddress address, String password) {
        // The form that is hashed: what is dropped from it or folded in it makes no password better.
        String prepared = PreparedPassword.of(password).text();
        String lower = prepared.toLowerCase(Locale.ROOT);
        if (prepared.codePoints().count() < MIN_LENGTH) {
            return Optional.of("A password has at least " + MIN_LENGTH + " characters.");
        } else if (password.codePoints().count() > MAX_LENGTH) {
            return Optional.of("A password has at most " + MAX_LENGTH + " characters.");
        } else if (password.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("A password has no control characters.");
        } else if (contains(lower, address)) {
            return Optional.of("The password must not contain the address or its first part.");
        } else if (common.contains(lower) || lower.codePoints().distinct().count() < MIN_DISTINCT) {
            return Optional.of("This password is one of the first that anybody would try.");
        }
        return Optional.empty();
    }

    private static boolean contains(String lower, EmailAddress address) {
        String local = address.localPart().toLowerCase(Locale.ROOT);
        return lower.contains(address.key()) || (local.length() >= MIN_LOCAL_PART && lower.contains(local));
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
