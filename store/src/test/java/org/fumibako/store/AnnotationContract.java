// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fumibako.store.TestVolume.HANAKO;
import static org.fumibako.store.TestVolume.TARO;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import org.fumibako.model.MailboxId;
import org.junit.jupiter.api.Test;

/** What a message store promises of annotations; that a rebuild has them again, {@link RebuildContract} shows. */
interface AnnotationContract {
    TestVolume volume();

    @Test
    default void aValueIsSetChangedAndRemoved() throws Exception {
        set(colour(), "blue");
        assertThat(list()).containsExactly("/colour=blue");
        set(colour(), "red");
        assertThat(list()).containsExactly("/colour=red");
        volume().store().annotations().change(TARO, List.of(new Annotation.Change(colour(), Optional.empty())));
        assertThat(list()).isEmpty();
        assertThat(volume().store().annotations().list(HANAKO)).isEmpty();
    }

    @Test
    default void anEmptyValueIsAValueAndOctetsOfAnyKindAreKept() throws Exception {
        set(colour(), "");
        assertThat(list()).containsExactly("/colour=");
        byte[] octets = {0, (byte) 0xff, '\r', '\n'};
        change(new Annotation.Change(colour(), Optional.of(octets)));
        assertThat(volume().store().annotations().list(TARO).getFirst().value()).isEqualTo(octets);
    }

    @Test
    default void modSeqRisesOnlyWithAnotherValue() throws Exception {
        set(colour(), "blue");
        long first = volume().store().annotations().list(TARO).getFirst().modSeq();
        set(colour(), "blue");
        assertThat(volume().store().annotations().list(TARO).getFirst().modSeq())
                .isEqualTo(first);
        set(colour(), "red");
        assertThat(volume().store().annotations().list(TARO).getFirst().modSeq())
                .isGreaterThan(first);
    }

    @Test
    default void theyFollowTheirMailboxWhenItIsRenamedAndGoWithIt() throws Exception {
        Mailbox made = volume().store().createMailbox(TARO, "work", Optional.empty(), Mail.ORIGIN);
        set(new Annotation.Name(Optional.of(made.id()), Optional.empty(), "/colour"), "blue");
        volume().store().renameMailbox(TARO, made.id(), "play", Mail.ORIGIN);
        assertThat(list()).containsExactly("/colour=blue");
        volume().store().deleteMailbox(TARO, made.id(), Mail.ORIGIN);
        assertThat(list()).isEmpty();
        assertThat(volume().store().fsck(words -> {}).problems()).isEmpty();
    }

    @Test
    default void thoseOfADeletedReaderGo() throws Exception {
        set(new Annotation.Name(Optional.empty(), Optional.of(HANAKO), "/colour"), "blue");
        set(colour(), "red");
        volume().store().deleteAccount(HANAKO, Mail.ORIGIN);
        assertThat(list()).containsExactly("/colour=red");
    }

    @Test
    default void aMailboxThatIsNotThereHasNone() {
        Annotation.Name name =
                new Annotation.Name(Optional.of(new MailboxId(Long.MAX_VALUE)), Optional.empty(), "/colour");
        assertThatThrownBy(() -> set(name, "blue"))
                .isInstanceOfSatisfying(
                        MailboxException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(MailboxException.Reason.NONEXISTENT));
    }

    @Test
    default void thereIsAnEndToTheirNumberAndSize() throws Exception {
        List<Annotation.Change> many = new ArrayList<>();
        for (int i = 0; i < Annotations.MAX_COUNT; i++) {
            many.add(change("/a" + i, new byte[1]));
        }
        volume().store().annotations().change(TARO, many);
        tooMuch(change("/one", new byte[1]));
        change(many.stream()
                .map(change -> new Annotation.Change(change.name(), Optional.empty()))
                .toArray(Annotation.Change[]::new));
        long full = Annotations.MAX_TOTAL / Annotations.MAX_VALUE;
        for (int i = 0; i < full; i++) {
            change(change("/a" + i, new byte[Annotations.MAX_VALUE]));
        }
        tooMuch(change("/one", new byte[1]));
        change(change("/a0", new byte[Annotations.MAX_VALUE - 1]), change("/one", new byte[1]));
        assertThatThrownBy(() -> change(change("/one", new byte[Annotations.MAX_VALUE + 1])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void theFeedTellsThatTheAccountWasRearranged() throws Exception {
        LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();
        ChangeFeed.Listener listener = new ChangeFeed.Listener() {
            @Override
            public void changed(MailboxId mailbox) {
                told.add("changed");
            }

            @Override
            public void rearranged() {
                told.add("rearranged");
            }
        };
        try (ChangeFeed.Subscription _ = volume().store().changes().subscribe(TARO, listener)) {
            set(colour(), "blue");
            assertThat(told.take()).isEqualTo("rearranged");
            volume().store().subscribe(TARO, "elsewhere", true);
            assertThat(told.take()).isEqualTo("rearranged");
            Mailbox made = volume().store().createMailbox(TARO, "work", Optional.empty(), Mail.ORIGIN);
            assertThat(told.take()).isEqualTo("rearranged");
            volume().store().deleteMailbox(TARO, made.id(), Mail.ORIGIN);
            assertThat(List.of(told.take(), told.take())).containsExactlyInAnyOrder("changed", "rearranged");
        }
    }

    private void tooMuch(Annotation.Change change) {
        assertThatThrownBy(() -> change(change))
                .isInstanceOfSatisfying(
                        MailboxException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(MailboxException.Reason.LIMIT));
    }

    private static Annotation.Name colour() {
        return new Annotation.Name(Optional.empty(), Optional.of(TARO), "/colour");
    }

    private static Annotation.Change change(String entry, byte[] value) {
        return new Annotation.Change(
                new Annotation.Name(Optional.empty(), Optional.empty(), entry), Optional.of(value));
    }

    private void set(Annotation.Name name, String value) throws MailboxException {
        change(new Annotation.Change(name, Optional.of(value.getBytes(StandardCharsets.UTF_8))));
    }

    private void change(Annotation.Change... changes) throws MailboxException {
        volume().store().annotations().change(TARO, List.of(changes));
    }

    private List<String> list() {
        return volume().store().annotations().list(TARO).stream()
                .map(note -> note.name().entry() + "=" + new String(note.value(), StandardCharsets.UTF_8))
                .toList();
    }
}
