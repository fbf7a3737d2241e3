// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.arc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.fumibako.mailauth.arc.ArcVectors.Case;
import org.fumibako.mailauth.dkim.KeyZone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The validation cases of the ARC community; skipped where the folder is missing. */
class ArcVerifierVectorsTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-25T00:00:00Z"));

    @BeforeEach
    void theFolderIsThere() {
        assumeTrue(Files.isDirectory(ArcVectors.FOLDER), () -> "no vectors in " + ArcVectors.FOLDER.toAbsolutePath());
    }

    @TestFactory
    Stream<DynamicTest> everyCaseHasItsState() throws IOException {
        return cases().stream().map(one -> DynamicTest.dynamicTest(one.name(), () -> check(one)));
    }

    @Test
    void noCaseIsLost() throws IOException {
        assertThat(cases().size()).as("171 names, four of them twice").isEqualTo(175);
    }

    private static List<Case> cases() throws IOException {
        return ArcVectors.read("arc-draft-validation-tests.yml");
    }

    private static void check(Case one) throws IOException {
        ArcResult result = new ArcVerifier(one.zone(), CLOCK).verify(one.message(), KeyZone.budget());
        assertThat(result.verdict().token())
                .as("%s (%s)", result.reason(), result.cause())
                .isEqualTo(expected(one));
    }

    /**
     * Three cases name no state: a seal with cv=fail was written over the whole chain, which drafts forbade. By RFC 8617 §5.2 a
     * chain whose newest seal says fail is failed, and one whose older seal does so is too, whatever the seals are over.
     */
    private static String expected(Case one) {
        String state = one.values().getOrDefault("cv", "").strip().toLowerCase(Locale.ROOT);
        return state.isEmpty() ? "fail" : state;
    }
}
