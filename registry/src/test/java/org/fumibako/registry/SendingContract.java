// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fumibako.registry.Office.DESK;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fumibako.model.ByteSize;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Sending.Exceeded;
import org.fumibako.registry.Sending.Used;
import org.fumibako.registry.Sending.Whose;
import org.junit.jupiter.api.Test;

/** How much may be sent. */
interface SendingContract {
    Duration HOUR = Duration.ofHours(1);
    Duration DAY = Duration.ofDays(1);

    Office office();

    /** An office whose customer may send to 10 recipients an hour and 25 a day. */
    private Office limited() {
        Office office = office();
        PlanLimits limits = new PlanLimits(1, 9, 9_999, 10, 25, new ByteSize(0));
        office.domain("example.jp", office.customer("demo", limits));
        return office;
    }

    @Test
    default void customerSendsUpToTheHourAndNotBeyond() {
        try (Office office = limited()) {
            Account taro = office.account("taro@example.jp");
            Account hanako = office.account("hanako@example.jp");
            Sending sending = office.registry().sending();
            assertThat(sending.count(taro, 9)).isEmpty();
            assertThat(sending.foresee(hanako, 1)).isEmpty();
            assertThat(sending.foresee(hanako, 2)).contains(new Exceeded(Whose.CUSTOMER, HOUR, 10));
            assertThat(sending.count(hanako, 2)).contains(new Exceeded(Whose.CUSTOMER, HOUR, 10));
            assertThat(sending.count(hanako, 1)).isEmpty();
            assertThat(sending.count(taro, 1)).contains(new Exceeded(Whose.CUSTOMER, HOUR, 10));
            assertThat(sending.used(taro, Whose.ACCOUNT)).isEqualTo(new Used(9, 9));
            assertThat(sending.used(taro, Whose.CUSTOMER)).isEqualTo(new Used(10, 10));
        }
    }

    @Test
    default void anHourLaterTheHourIsFreeUntilTheDayIsFull() {
        try (Office office = limited()) {
            Account taro = office.account("taro@example.jp");
            Sending sending = office.registry().sending();
            assertThat(sending.count(taro, 10)).isEmpty();
            office.clock.advance(Duration.ofMinutes(59));
            assertThat(sending.count(taro, 1)).contains(new Exceeded(Whose.CUSTOMER, HOUR, 10));
            office.clock.advance(Duration.ofMinutes(6));
            assertThat(sending.count(taro, 10)).isEmpty();
            office.clock.advance(Duration.ofMinutes(65));
            assertThat(sending.count(taro, 5)).isEmpty();
            assertThat(sending.count(taro, 1)).contains(new Exceeded(Whose.CUSTOMER, DAY, 25));
            office.clock.advance(DAY.plusMinutes(5));
            assertThat(sending.used(taro, Whose.CUSTOMER)).isEqualTo(new Used(0, 0));
            assertThat(sending.count(taro, 10)).isEmpty();
        }
    }

    @Test
    default void accountMayHaveALimitOfItsOwn() {
        try (Office office = limited()) {
            Account taro = office.account("taro@example.jp");
            EmailAddress address = taro.address();
            Accounts accounts = office.registry().accounts();
            Sending sending = office.registry().sending();
            accounts.changeSendingRate(address, new SendingRate(OptionalLong.of(2), OptionalLong.empty()), DESK);
            assertThat(accounts.sendingRate(taro.id()))
                    .isEqualTo(new SendingRate(OptionalLong.of(2), OptionalLong.empty()));
            assertThat(sending.count(taro, 3)).contains(new Exceeded(Whose.ACCOUNT, HOUR, 2));
            accounts.changeSendingRate(address, new SendingRate(OptionalLong.empty(), OptionalLong.of(4)), DESK);
            assertThat(sending.count(taro, 5)).contains(new Exceeded(Whose.ACCOUNT, DAY, 4));
            accounts.changeSendingRate(address, SendingRate.UNLIMITED, DESK);
            assertThat(accounts.sendingRate(taro.id())).isEqualTo(SendingRate.UNLIMITED);
            assertThat(sending.count(taro, 5)).isEmpty();
        }
    }

    @Test
    default void countsOutliveARestartAndTheAccount() {
        try (Office office = limited()) {
            Account taro = office.account("taro@example.jp");
            assertThat(office.registry().sending().count(taro, 10)).isEmpty();
            office.registry().accounts().delete(taro.address(), DESK);
            office.reopen();
            Account again = office.account("taro@example.jp");
            assertThat(office.registry().sending().count(again, 1)).contains(new Exceeded(Whose.CUSTOMER, HOUR, 10));
        }
    }

    @Test
    default void messagesSentAtOnceOnAllNodesPassNoLimit() throws Exception {
        try (Office office = limited();
                Registry colleague = office.colleague();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Account taro = office.account("taro@example.jp");
            Callable<Optional<Exceeded>> here =
                    () -> office.registry().sending().count(taro, 1);
            Callable<Optional<Exceeded>> there = () -> colleague.sending().count(taro, 1);
            List<Callable<Optional<Exceeded>>> messages = new ArrayList<>(Collections.nCopies(8, here));
            messages.addAll(Collections.nCopies(8, there));
            int counted = 0;
            for (Future<Optional<Exceeded>> message : threads.invokeAll(messages)) {
                counted += message.get().isEmpty() ? 1 : 0;
            }
            assertThat(counted).isEqualTo(10);
            assertThat(office.registry().sending().used(taro, Whose.CUSTOMER).hour())
                    .isEqualTo(10);
        }
    }
}
