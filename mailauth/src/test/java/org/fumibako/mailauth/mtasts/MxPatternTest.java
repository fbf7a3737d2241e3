// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import org.fumibako.model.DomainName;
import org.junit.jupiter.api.Test;

class MxPatternTest {
    @Test
    void aNameMatchesItselfOnly() {
        MxPattern pattern = MxPattern.parse("mx.Example.JP").orElseThrow();
        assertThat(pattern.matches(DomainName.of("mx.example.jp"))).isTrue();
        assertThat(pattern.matches(DomainName.of("a.mx.example.jp"))).isFalse();
        assertThat(pattern.matches(DomainName.of("example.jp"))).isFalse();
    }

    @Test
    void aWildcardStandsForExactlyOneLabel() {
        MxPattern pattern = MxPattern.parse("*.example.jp").orElseThrow();
        assertThat(pattern.matches(DomainName.of("mx.example.jp"))).isTrue();
        assertThat(pattern.matches(DomainName.of("a.mx.example.jp"))).isFalse();
        assertThat(pattern.matches(DomainName.of("example.jp"))).isFalse();
        assertThat(pattern).hasToString("*.example.jp");
    }

    @Test
    void nothingElseIsAPattern() {
        assertThat(MxPattern.parse("mx.*.example.jp")).isEmpty();
        assertThat(MxPattern.parse("*")).isEmpty();
        assertThat(MxPattern.parse("")).isEmpty();
        assertThat(MxPattern.parse("*mx.example.jp")).isEmpty();
    }
}
