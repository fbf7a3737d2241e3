// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fumibako.store.TestVolume.HANAKO;
import static org.fumibako.store.TestVolume.TARO;

import java.util.Optional;
import org.fumibako.model.AccountId;
import org.fumibako.model.MailboxId;
import org.junit.jupiter.api.Test;

/** What a message store promises of shared mailboxes; that a rebuild has them again, {@link RebuildContract} shows. */
interface ShareContract {
    TestVolume volume();

    @Test
    default void aShareIsSeenFromBothSidesUntilItEnds() throws Exception {
        Mailbox work = work();
        set(work, HANAKO, "lr");
        set(work, HANAKO, "lrs");
        Shares.Share share = new Shares.Share(TARO, work.id(), HANAKO, "lrs");
        assertThat(shares().of(TARO)).containsExactly(share);
        assertThat(shares().with(HANAKO)).containsExactly(share);
        assertThat(shares().with(TARO)).isEmpty();
        assertThat(shares().rights(TARO, work.id(), HANAKO)).isEqualTo("lrs");
        set(work, HANAKO, "");
        assertThat(shares().of(TARO)).isEmpty();
        assertThat(shares().rights(TARO, work.id(), HANAKO)).isEmpty();
    }

    @Test
    default void aShareIsNoAnnotation() throws Exception {
        set(work(), HANAKO, "lr");
        assertThat(volume().store().annotations().list(TARO)).isEmpty();
    }

    @Test
    default void aShareGoesWithItsMailboxAndWithItsReader() throws Exception {
        Mailbox work = work();
        set(work, HANAKO, "lr");
        volume().store().deleteMailbox(TARO, work.id(), Mail.ORIGIN);
        assertThat(shares().with(HANAKO)).isEmpty();
        set(work(), HANAKO, "lr");
        volume().store().deleteAccount(HANAKO, Mail.ORIGIN);
        assertThat(shares().of(TARO)).isEmpty();
    }

    @Test
    default void aMailboxIsSharedWithSoManyAndNoMore() throws Exception {
        Mailbox work = work();
        for (int i = 0; i < Shares.MAX_READERS; i++) {
            AccountId reader = new AccountId(1000 + i);
            volume().store().createAccount(reader);
            set(work, reader, "lr");
        }
        assertThatThrownBy(() -> set(work, HANAKO, "lr"))
                .isInstanceOfSatisfying(
                        MailboxException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(MailboxException.Reason.LIMIT));
        set(work, new AccountId(1000), "l");
    }

    @Test
    default void whatIsNotThereCannotBeShared() {
        Shares.Share none = new Shares.Share(TARO, new MailboxId(Long.MAX_VALUE), HANAKO, "lr");
        assertThatThrownBy(() -> shares().set(none, "shared", Mail.ORIGIN)).isInstanceOf(MailboxException.class);
    }

    private Mailbox work() throws MailboxException {
        return volume().store().createMailbox(TARO, "work", Optional.empty(), Mail.ORIGIN);
    }

    private Shares shares() {
        return volume().store().shares();
    }

    private void set(Mailbox mailbox, AccountId reader, String rights) throws MailboxException {
        shares().set(new Shares.Share(TARO, mailbox.id(), reader, rights), "shared", Mail.ORIGIN);
    }
}
