// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.sorting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.fumibako.model.AccountId;
import org.fumibako.registry.sorting.SortingRules;
import org.fumibako.registry.sorting.SortingRules.Source;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.SieveLimits;
import org.fumibako.sieve.SieveScript;

/** Scripts, compiled once for as long as they are used; a text is the same script whoever has it. */
final class Library {
    /** Characters of scripts kept compiled: some thousands of usual ones. */
    private static final long MAX_CHARACTERS = 8 << 20;

    private final SortingRules rules;
    private final Cache<Source, Compiled> compiled = Caffeine.newBuilder()
            .maximumWeight(MAX_CHARACTERS)
            .weigher((Source source, Compiled _) -> source.text().length() + 100)
            .build();

    Library(SortingRules rules) {
        this.rules = rules;
    }

    /** Sound, or not. */
    sealed interface Compiled {
        record Sound(SieveScript script) implements Compiled {}

        record Faulty(String why) implements Compiled {}
    }

    Compiled of(Source source) {
        return compiled.get(source, Library::compile);
    }

    private static Compiled compile(Source source) {
        try {
            return new Compiled.Sound(SieveScript.compile(source.name(), source.text(), SieveLimits.DEFAULT));
        } catch (SieveException fault) {
            return new Compiled.Faulty(source.name() + ": " + fault.getMessage());
        }
    }

    /** A sound script of an account, for {@code include}. */
    Optional<SieveScript> named(AccountId account, String name) {
        return rules.script(account, name)
                .map(this::of)
                .filter(Compiled.Sound.class::isInstance)
                .map(found -> ((Compiled.Sound) found).script());
    }
}
