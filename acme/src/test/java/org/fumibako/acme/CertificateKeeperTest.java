// SPDX-License-Identifier: Apache-2.0
package org.fumibako.acme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.fumibako.model.DomainName;
import org.fumibako.model.ManualClock;
import org.fumibako.net.CertificateSource;
import org.fumibako.net.DemoAuthority;
import org.fumibako.net.TlsCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateKeeperTest {
    private static final DomainName HOST = DomainName.of("sv001.example.net");
    private static final DomainName SHOP = DomainName.of("shop.example.jp");
    private static final DomainName MAIL = DomainName.of("mail.shop.example.jp");
    private static final DomainName WWW = DomainName.of("www.shop.example.jp");

    /** As long as a certificate of the test's authority lives. */
    private static final int DAYS = 397;

    @TempDir
    private Path directory;

    private final ManualClock clock = new ManualClock(Instant.now());
    private final Map<DomainName, Set<DomainName>> wanted = new LinkedHashMap<>(Map.of(HOST, Set.of(HOST)));
    private final Map<DomainName, IssueException> refusals = new HashMap<>();
    private final List<String> events = new ArrayList<>();
    private CertificateFiles files;
    private CertificateKeeper keeper;

    @BeforeEach
    void aKeeper() {
        CertificateSource standIn = () -> List.of(certificate(DomainName.of("stand.in")));
        files = new CertificateFiles(directory.resolve("acme"), HOST, standIn, clock);
        keeper = keeper();
    }

    @AfterEach
    void close() {
        keeper.close();
    }

    private CertificateKeeper keeper() {
        CertifiedNames names = new CertifiedNames() {
            @Override
            public List<DomainName> holders() {
                return List.copyOf(wanted.keySet());
            }

            @Override
            public Set<DomainName> names(DomainName holder) {
                events.add("looked at " + holder);
                return wanted.getOrDefault(holder, Set.of());
            }
        };
        return new CertificateKeeper(
                names, files, this::issue, new Renewal(new Random(1)), () -> events.add("reloaded"), clock);
    }

    private TlsCertificate issue(Set<DomainName> names) throws IssueException {
        DomainName first = names.iterator().next();
        if (refusals.containsKey(first)) {
            events.add("refused " + first);
            throw refusals.get(first);
        }
        events.add("issued "
                + String.join(" ", names.stream().map(DomainName::ascii).toList()));
        return certificate(names.toArray(DomainName[]::new));
    }

    private TlsCertificate certificate(DomainName... names) {
        try {
            Path home = Files.createTempDirectory(directory, "authority");
            return new DemoAuthority(home, List.of(names), clock, new SecureRandom())
                    .load()
                    .getFirst();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What the keeper did at one look. */
    private List<String> look() throws InterruptedException {
        events.clear();
        keeper.look();
        return List.copyOf(events);
    }

    private CertificateState state(DomainName of) {
        return keeper.states().stream()
                .filter(state -> state.of().equals(of))
                .findFirst()
                .orElseThrow();
    }

    private static Set<DomainName> inOrder(DomainName... names) {
        return new LinkedHashSet<>(List.of(names));
    }

    @Test
    void whatIsMissingIsOrderedAndServed() throws Exception {
        wanted.put(SHOP, inOrder(MAIL, WWW));

        assertThat(files.load().getFirst().names()).contains("stand.in");
        assertThat(look())
                .containsExactly(
                        "looked at " + HOST,
                        "issued " + HOST,
                        "reloaded",
                        "looked at " + SHOP,
                        "issued " + MAIL + " " + WWW,
                        "reloaded");
        assertThat(files.load().get(0).names()).contains(HOST.ascii());
        assertThat(files.load().get(1).names()).contains(MAIL.ascii(), WWW.ascii());
        assertThat(state(SHOP).names()).contains(MAIL.ascii());
        assertThat(state(SHOP).failure()).isEmpty();
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(directory.resolve("acme/" + SHOP + ".pem"))))
                .isEqualTo("rw-------");
    }

    @Test
    void whatIsThereIsLeftInPeaceAlsoAfterARestart() throws Exception {
        look();
        clock.advance(Duration.ofHours(1));
        assertThat(look()).isEmpty();

        keeper.close();
        keeper = keeper();
        assertThat(look()).containsExactly("looked at " + HOST);
    }

    @Test
    void itIsRenewedAfterTwoThirdsOfItsLifeMoreOrLess() throws Exception {
        look();
        clock.advance(Duration.ofDays(DAYS * 61 / 100));
        assertThat(look()).containsExactly("looked at " + HOST);
        clock.advance(Duration.ofDays(DAYS * 12 / 100));
        assertThat(look()).contains("issued " + HOST, "reloaded");
        assertThat(look()).isEmpty();
    }

    @Test
    void aNameThatPointsHereLaterIsTakenInWithinADay() throws Exception {
        wanted.put(SHOP, inOrder(MAIL));
        look();
        wanted.put(SHOP, inOrder(MAIL, WWW));
        clock.advance(Duration.ofHours(23));
        assertThat(look()).isEmpty();
        clock.advance(Duration.ofHours(1));
        assertThat(look()).contains("issued " + MAIL + " " + WWW);
    }

    @Test
    void aNameThatPointsElsewhereLaterIsNoReasonToOrder() throws Exception {
        wanted.put(SHOP, inOrder(MAIL, WWW));
        look();
        wanted.put(SHOP, inOrder(WWW));
        clock.advance(Duration.ofDays(1));
        assertThat(look()).containsExactly("looked at " + HOST, "looked at " + SHOP);
    }

    @Test
    void aDomainOfWhichNothingPointsHereIsNotOrderedFor() throws Exception {
        wanted.put(SHOP, Set.of());
        assertThat(look()).doesNotContain("issued ").contains("looked at " + SHOP);
        assertThat(state(SHOP).expires()).isEmpty();
        assertThat(state(SHOP).next()).isEqualTo(Instant.MAX);
    }

    @Test
    void aRefusalIsKeptAndTriedAgainEachTimeLaterAndHoldsNobodyUp() throws Exception {
        wanted.put(SHOP, inOrder(MAIL));
        refusals.put(HOST, IssueException.of("the authority's words"));

        assertThat(look()).contains("refused " + HOST, "issued " + MAIL);
        assertThat(state(HOST).failure()).contains("the authority's words");
        assertThat(look()).isEmpty();
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            Duration wait = Duration.between(clock.instant(), state(HOST).next());
            waits.add(Math.min(24, wait.toHours()));
            clock.advance(wait);
            assertThat(look()).contains("refused " + HOST);
        }
        assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 24L, 24L);

        refusals.clear();
        clock.advance(Duration.ofDays(2));
        assertThat(look()).contains("issued " + HOST);
        assertThat(state(HOST).failure()).isEmpty();
    }

    @Test
    void whenTheAuthoritySaysWhenItIsNotAskedBefore() throws Exception {
        Instant then = clock.instant().plus(Duration.ofDays(3));
        refusals.put(HOST, IssueException.tooOften("too many", Optional.of(then)));
        look();
        assertThat(state(HOST).next()).isEqualTo(then);
    }

    @Test
    void aNameThatIsNotBelievedIsLeftOutForADay() throws Exception {
        wanted.put(SHOP, inOrder(MAIL, WWW));
        refusals.put(MAIL, IssueException.unproven("mail leads elsewhere", Set.of(MAIL)));
        assertThat(look()).contains("refused " + MAIL, "issued " + WWW);
        assertThat(state(SHOP).failure()).contains("mail leads elsewhere");
        assertThat(files.load().get(1).names()).contains(WWW.ascii());
        clock.advance(Duration.ofHours(2));
        assertThat(look()).isEmpty();

        refusals.clear();
        clock.advance(Duration.ofDays(1));
        assertThat(look()).contains("issued " + MAIL + " " + WWW);
        assertThat(state(SHOP).failure()).isEmpty();
    }

    @Test
    void aDomainThatIsGoneIsNotSpokenOf() throws Exception {
        wanted.put(SHOP, inOrder(MAIL));
        look();
        wanted.remove(SHOP);
        look();
        assertThat(keeper.states()).extracting(CertificateState::of).containsExactly(HOST);
    }

    @Test
    void aDamagedFileIsReplaced() throws Exception {
        look();
        Files.writeString(directory.resolve("acme/" + HOST + ".pem"), "-----BEGIN NONSENSE");
        assertThat(files.load().getFirst().names()).contains("stand.in");
        keeper.close();
        keeper = keeper();
        assertThat(look()).contains("issued " + HOST);
    }

    @Test
    void oneThatIsOutOfDateIsNotServed() throws Exception {
        look();
        clock.advance(Duration.ofDays(DAYS + 1));
        assertThat(files.load().getFirst().names()).contains("stand.in");
    }
}
