// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fumibako.mailauth.TlsPolicy;
import org.fumibako.mailauth.Zone;
import org.fumibako.model.DomainName;
import org.junit.jupiter.api.Test;

class MtaStsTest {
    private static final DomainName DOMAIN = DomainName.of("example.jp");
    private static final String ENFORCE = "version: STSv1\nmode: enforce\nmx: mx.example.jp\nmax_age: 3600\n";
    private static final TlsPolicy OPPORTUNISTIC = new TlsPolicy.Opportunistic();
    private static final TlsPolicy ENFORCED =
            new TlsPolicy.MtaSts(true, List.of(MxPattern.parse("mx.example.jp").orElseThrow()));

    private final PolicyCache cache = PolicyCache.inMemory(10);
    private Instant now = Instant.parse("2026-11-25T00:00:00Z");
    private Zone zone = version("1");
    private Optional<String> file = Optional.of(ENFORCE);
    private int fetches;
    private MtaSts sts = sts();

    @Test
    void aDomainWithoutARecordIsNotAskedForAFile() {
        zone = new Zone();
        sts = sts();
        assertThat(policy()).isEqualTo(OPPORTUNISTIC);
        assertThat(fetches).isZero();
    }

    @Test
    void aPolicyIsFetchedOnceAVersion() {
        assertThat(policy()).isEqualTo(ENFORCED);
        assertThat(policy()).isEqualTo(ENFORCED);
        assertThat(fetches).isEqualTo(1);
        zone = version("2");
        sts = sts();
        file = Optional.of(ENFORCE.replace("enforce", "none"));
        assertThat(policy()).isEqualTo(OPPORTUNISTIC);
        assertThat(fetches).isEqualTo(2);
    }

    @Test
    void aKnownPolicyHoldsAgainstWhoeverHidesTheRecordOrTheFile() {
        assertThat(policy()).isEqualTo(ENFORCED);
        zone = new Zone().hang("_mta-sts.example.jp");
        sts = sts();
        assertThat(policy()).isEqualTo(ENFORCED);
        zone = version("2");
        sts = sts();
        file = Optional.empty();
        assertThat(policy()).isEqualTo(ENFORCED);
    }

    @Test
    void aPolicyThatHasRunOutIsFetchedAgainOrForgotten() {
        assertThat(policy()).isEqualTo(ENFORCED);
        now = now.plus(Duration.ofHours(1));
        assertThat(policy()).isEqualTo(ENFORCED);
        assertThat(fetches).isEqualTo(2);
        now = now.plus(Duration.ofHours(1));
        file = Optional.of("nonsense");
        assertThat(policy()).isEqualTo(OPPORTUNISTIC);
    }

    @Test
    void aFileThatCannotBeHadIsLeftAloneForAWhile() {
        file = Optional.empty();
        assertThat(policy()).isEqualTo(OPPORTUNISTIC);
        now = now.plus(MtaSts.PAUSE).minusMillis(1);
        assertThat(policy()).isEqualTo(OPPORTUNISTIC);
        assertThat(fetches).isEqualTo(1);
        now = now.plusMillis(1);
        file = Optional.of(ENFORCE);
        assertThat(policy()).isEqualTo(ENFORCED);
    }

    @Test
    void aDomainThatOnlyTestsSaysSo() {
        file = Optional.of(ENFORCE.replace("enforce", "testing"));
        assertThat(policy())
                .isInstanceOfSatisfying(
                        TlsPolicy.MtaSts.class,
                        found -> assertThat(found.enforce()).isFalse());
    }

    @Test
    void recordsThatAreNotOneWithAnIdAreNone() {
        for (String text : List.of(
                "v=STSv1;", "v=STSv1; id=;", "v=STSv1; id=a-b;", "v=STSv1; id=" + "x".repeat(33), "v=STSv2; id=1")) {
            zone = new Zone().txt("_mta-sts.example.jp", text);
            sts = sts();
            assertThat(policy()).as(text).isEqualTo(OPPORTUNISTIC);
        }
        zone = version("1").txt("_mta-sts.example.jp", "v=STSv1; id=2");
        sts = sts();
        assertThat(policy()).isEqualTo(OPPORTUNISTIC);
        assertThat(fetches).isZero();
    }

    private static Zone version(String id) {
        return new Zone().txt("_mta-sts.example.jp", "v=STSv1; id=" + id + ";");
    }

    private MtaSts sts() {
        return new MtaSts(
                zone,
                domain -> {
                    fetches++;
                    return file;
                },
                cache,
                () -> now);
    }

    private TlsPolicy policy() {
        return sts.policyFor(DOMAIN, Zone.plenty());
    }
}
