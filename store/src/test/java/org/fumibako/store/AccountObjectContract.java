// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fumibako.store.TestVolume.HANAKO;
import static org.fumibako.store.TestVolume.TARO;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a volume promises of what accounts have beside mail. */
interface AccountObjectContract {
    String CARD = "card";
    Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    TestVolume volume();

    private AccountObjects objects() {
        return volume().store().objects();
    }

    private long add(String value) {
        return objects().add(TARO, CARD, value, Optional.empty(), 10).orElseThrow();
    }

    private AccountObject found(long id) {
        return objects().find(TARO, CARD, id).orElseThrow();
    }

    @Test
    default void statesRiseAndTellWhatHappened() throws Exception {
        assertThat(objects().state(TARO, CARD)).isZero();
        long one = add("{}");
        long two = add("[]");
        assertThat(objects().state(TARO, CARD)).isEqualTo(2);
        assertThat(objects().replace(found(one), CARD, "{\"a\":1}", Optional.empty()))
                .isTrue();
        assertThat(objects().remove(TARO, CARD, two)).isTrue();
        assertThat(objects().remove(TARO, CARD, two)).isFalse();
        volume().reopen();
        assertThat(objects().state(TARO, CARD)).isEqualTo(4);
        assertThat(objects().list(TARO, CARD)).extracting(AccountObject::value).containsExactly("{\"a\":1}");
        assertThat(objects().since(TARO, CARD, 0))
                .contains(new AccountObjects.Changes(List.of(one), List.of(), List.of()));
        assertThat(objects().since(TARO, CARD, 2))
                .contains(new AccountObjects.Changes(List.of(), List.of(one), List.of(two)));
        assertThat(objects().since(TARO, CARD, 4))
                .contains(new AccountObjects.Changes(List.of(), List.of(), List.of()));
        assertThat(objects().since(TARO, CARD, 5)).isEmpty();
        assertThat(add("{}")).isGreaterThan(two);
    }

    @Test
    default void nobodyOverwritesWhatTheyHaveNotRead() {
        AccountObject read = found(add("{}"));
        assertThat(objects().replace(read, CARD, "[1]", Optional.empty())).isTrue();
        assertThat(objects().replace(read, CARD, "[2]", Optional.empty())).isFalse();
        assertThat(found(read.id()).value()).isEqualTo("[1]");
    }

    @Test
    default void accountsAndKindsAreApartAndThereIsAMost() {
        add("{}");
        assertThat(objects().list(HANAKO, CARD)).isEmpty();
        assertThat(objects().list(TARO, "other")).isEmpty();
        assertThat(objects().add(TARO, CARD, "{}", Optional.empty(), 1)).isEmpty();
        assertThat(objects().state(TARO, CARD)).isEqualTo(1);
    }

    @Test
    default void whatIsDueIsClaimedByOneAndDueAgainWhenNobodyDoesIt() {
        long id = objects().add(TARO, CARD, "{}", Optional.of(NOON), 10).orElseThrow();
        assertThat(objects().nextDue(CARD)).contains(NOON);
        Instant later = NOON.plusSeconds(60);
        assertThat(objects().claim(CARD, NOON.minusMillis(1), later, 5)).isEmpty();
        List<AccountObject> claimed = objects().claim(CARD, NOON, later, 5);
        assertThat(claimed).extracting(AccountObject::id).containsExactly(id);
        assertThat(objects().claim(CARD, NOON, later, 5)).isEmpty();
        AccountObject unclaimed =
                new AccountObject(TARO, id, "{}", claimed.getFirst().changed(), Optional.of(NOON), false);
        assertThat(objects().replace(unclaimed, CARD, "[]", Optional.empty())).isFalse();
        assertThat(objects().claim(CARD, later, later.plusSeconds(60), 5)).hasSize(1);
        assertThat(objects().replace(found(id), CARD, "[]", Optional.empty())).isTrue();
        assertThat(objects().nextDue(CARD)).isEmpty();
    }

    @Test
    default void theyGoWithTheAccountAndStatesDoNotComeTwice() {
        add("{}");
        volume().store().deleteAccount(TARO, Mail.ORIGIN);
        volume().store().createAccount(TARO);
        assertThat(objects().list(TARO, CARD)).isEmpty();
        assertThat(objects().since(TARO, CARD, 0)).isEmpty();
        add("{}");
        assertThat(objects().state(TARO, CARD)).isEqualTo(2);
    }
}
