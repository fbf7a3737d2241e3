// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fumibako.store.TestVolume.ROOMY;
import static org.fumibako.store.TestVolume.TARO;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.model.AccountId;
import org.fumibako.model.Content;
import org.fumibako.model.CustomerId;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.SpecialUse;
import org.fumibako.store.queue.Addressee;
import org.fumibako.store.queue.Owner;
import org.fumibako.store.queue.Posting;
import org.fumibako.store.queue.QueueEnvelope;
import org.fumibako.store.queue.QueueFilter;
import org.fumibako.store.queue.QueueRow;
import org.fumibako.store.queue.Steering;
import org.junit.jupiter.api.Test;

/** What a rebuild and a check promise of the queue for other servers. */
interface QueueRebuildContract {
    TestVolume volume();

    Rebuild.Report rebuild();

    @Test
    default void mailForOtherServersIsStillQueuedAfterARebuild() {
        queue("first message\r\n", "a@one.test", "b@two.test");
        queue("second message\r\n", "c@one.test");
        queue("third message\r\n", "d@three.test", "e@two.test");
        List<QueueRow> all = volume().store().queue().list(QueueFilter.ALL, 10);
        assertThat(all).hasSize(5);
        steer(Steering.CANCEL, all.get(2));
        steer(Steering.HOLD, all.get(4));
        List<String> before = look();
        assertThat(before).hasSize(4);
        assertThat(rebuild().problems()).isEmpty();
        assertThat(look()).isEqualTo(before);
        assertThat(volume().store().fsck(words -> {}).problems()).isEmpty();
    }

    @Test
    default void aQueuedMessageWithoutContentIsFound() {
        queue("a message\r\n", "a@one.test");
        volume().sql("DELETE FROM content");
        assertThat(volume().store().fsck(words -> {}).problems())
                .singleElement()
                .asString()
                .startsWith("queued message")
                .endsWith("is not stored");
    }

    private void queue(String text, String... to) {
        List<Addressee> addressees = new ArrayList<>();
        for (String address : to) {
            addressees.add(Addressee.of(EmailAddress.of(address)));
        }
        Posting posting = new Posting(
                QueueEnvelope.of(Optional.of(EmailAddress.of("taro@example.test"))),
                addressees,
                new Owner(Optional.of(TARO), Optional.of(new CustomerId(3))),
                2,
                volume().clock.instant().plus(Duration.ofDays(5)));
        Content content = Mail.of(text);
        Append.Filing sent = volume().filing(TARO, SpecialUse.SENT, ROOMY);
        List<Append.Filing> filings = to.length == 1 ? List.of() : List.of(sent);
        volume().store()
                .append(
                        List.of(new Append(
                                content,
                                Mail.summary(content),
                                filings,
                                Optional.empty(),
                                Mail.ORIGIN,
                                Optional.of(posting))),
                        true);
    }

    private void steer(Steering what, QueueRow row) {
        AccountId account = row.message().owner().account().orElseThrow();
        volume().store()
                .queue()
                .steer(
                        what,
                        QueueFilter.ALL
                                .of(account)
                                .message(row.message().queueId())
                                .to(row.recipient().addressee().address().domain()),
                        Mail.ORIGIN);
    }

    private List<String> look() {
        return volume().store().queue().list(QueueFilter.ALL, 10).stream()
                .map(row -> row.message() + " " + row.recipient().position() + " "
                        + row.recipient().addressee() + " " + row.recipient().state() + " "
                        + row.recipient().expires() + " " + row.subject() + " " + row.messageId())
                .toList();
    }
}
