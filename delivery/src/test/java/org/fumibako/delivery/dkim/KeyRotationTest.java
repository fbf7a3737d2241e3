// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.dkim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fumibako.delivery.dkim.KeyOffice.DESK;
import static org.fumibako.delivery.dkim.KeyOffice.DOMAIN;

import java.nio.file.Path;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.fumibako.mailauth.dkim.KeySchedule.Policy;
import org.fumibako.model.DomainName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class KeyRotationTest {
    private static final Policy POLICY = Policy.DEFAULT;

    @TempDir
    private Path directory;

    @Test
    void everyDomainGetsOneKeyOfEachKindAndTheySignAtOnce() {
        try (KeyOffice office = new KeyOffice(directory)) {
            office.rotation.run();
            assertThat(office.signing()).containsExactly("r20261125", "e20261125");
            office.rotation.run();
            assertThat(office.selectors()).containsExactlyInAnyOrder("r20261125", "e20261125");
        }
    }

    @Test
    void whoeverNeedsTheFirstKeysOfADomainGetsThem() {
        try (KeyOffice office = new KeyOffice(directory)) {
            assertThat(office.signing())
                    .as("and an answer in memory that is soon old")
                    .isEmpty();
            assertThat(office.rotation.await(DOMAIN, Duration.ofMinutes(1))).isTrue();
            assertThat(office.signing()).containsExactly("r20261125", "e20261125");
        }
    }

    @Test
    void nobodyWaitsForKeysThatAreNotToBe() {
        try (KeyOffice office = new KeyOffice(directory)) {
            office.keys().sign(DOMAIN, false, DESK);
            assertThat(office.rotation.await(DOMAIN, Duration.ofMinutes(1))).isTrue();
            assertThat(office.rotation.await(DomainName.of("not-ours.example"), Duration.ofMinutes(1)))
                    .isTrue();
            assertThat(office.signing()).isEmpty();
        }
    }

    @Test
    void waitEndsWhereNobodyMakesKeys() {
        try (KeyOffice office = new KeyOffice(directory)) {
            office.rotation.close();
            assertThat(office.rotation.await(DOMAIN, Duration.ofMillis(1))).isFalse();
        }
    }

    @Test
    void oldKeysGetSuccessorsThatArePublishedFirstAndSignLater() {
        try (KeyOffice office = new KeyOffice(directory)) {
            office.rotation.run();
            office.clock.advance(POLICY.life());
            office.rotation.run();
            assertThat(office.selectors())
                    .containsExactlyInAnyOrder("r20261125", "e20261125", "r20270524", "e20270524");
            assertThat(office.signing()).containsExactly("r20261125", "e20261125");
            office.clock.advance(POLICY.settling());
            assertThat(office.signing()).containsExactly("r20270524", "e20270524");
            office.rotation.run();
            assertThat(office.selectors()).hasSize(4);
            office.clock.advance(POLICY.overlap());
            office.rotation.run();
            assertThat(office.selectors()).containsExactlyInAnyOrder("r20270524", "e20270524");
        }
    }

    @Test
    void rotationByHandMakesKeysThatSettleLikeOthers() {
        try (KeyOffice office = new KeyOffice(directory)) {
            office.rotation.run();
            assertThat(office.rotation.rotate(DOMAIN)).containsExactly("r20261125-2", "e20261125-2");
            assertThat(office.signing()).containsExactly("r20261125", "e20261125");
            office.keys().delete(DOMAIN, "r20261125", DESK);
            assertThat(office.signing()).containsExactly("r20261125-2", "e20261125");
            office.clock.advance(POLICY.settling());
            assertThat(office.signing()).containsExactly("r20261125-2", "e20261125-2");
        }
    }

    @Test
    void domainThatIsSwitchedOffGetsNoKeys() {
        try (KeyOffice office = new KeyOffice(directory)) {
            office.rotation.run();
            office.keys().sign(DOMAIN, false, DESK);
            office.rotation.run();
            assertThat(office.selectors()).isEmpty();
            assertThat(office.signing()).isEmpty();
            assertThat(office.rotation.rotate(DOMAIN)).isEmpty();
        }
    }

    @Test
    void domainThatIsAddedWhileWeRunGetsItsKeysWithoutBeingWaitedFor() throws InterruptedException {
        try (KeyOffice office = new KeyOffice(directory)) {
            CountDownLatch made = new CountDownLatch(2);
            office.keys().onChange(domain -> made.countDown());
            office.registry.watch(office.rotation::wake);
            office.domain("example.org");
            assertThat(made.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(office.keys().waiting()).isEmpty();
        }
    }

    @Test
    void onlyOneProcessMakesKeys() {
        try (KeyOffice office = new KeyOffice(directory)) {
            leases(office, "INSERT INTO lease (name, holder, expires) VALUES ('dkim keys', 'other', 4102444800000)");
            office.rotation.run();
            assertThat(office.selectors()).isEmpty();
            leases(office, "DELETE FROM lease WHERE holder = 'other'");
            office.rotation.run();
            assertThat(office.selectors()).hasSize(2);
        }
    }

    /** Takes the lease as another process would, or gives it back. */
    private static void leases(KeyOffice office, String sql) {
        int changed = office.database.write(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate(sql);
            }
        });
        assertThat(changed).isOne();
    }

    @Test
    void nothingIsMadeAfterTheEnd() {
        try (KeyOffice office = new KeyOffice(directory)) {
            office.rotation.close();
            office.rotation.wake();
            office.rotation.run();
            assertThat(office.selectors()).isEmpty();
        }
    }
}
