// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fumibako.doctor.Check;
import org.fumibako.doctor.Evidence;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.Patient;
import org.fumibako.doctor.Phrase;
import org.fumibako.doctor.Remedy;
import org.fumibako.model.ByteSize;
import org.fumibako.model.SpecialUse;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MessageStore;

/** Which mailboxes take the room, and what could go. */
public final class WhatTakesRoom implements Check {
    private static final int NAMED = 5;

    /** Trash and Junk together are worth a word from this part of everything on: a tenth. */
    private static final int WORTH = 10;

    /** Nor is what takes less than this part of the quota: emptying it would make no room. */
    private static final int NOTED = 100;

    private final MessageStore store;

    public WhatTakesRoom(MessageStore store) {
        this.store = store;
    }

    @Override
    public String id() {
        return "what-takes-room";
    }

    @Override
    public Phrase subject() {
        return new Phrase("容量を使っているもの", "What takes the room");
    }

    @Override
    public Finding examine(Patient patient) {
        Optional<Finding> none = AccountExists.needed(patient);
        if (none.isPresent()) {
            return none.get();
        }
        List<Mailbox> mailboxes = store
                .mailboxes(patient.account().orElseThrow().id())
                .stream()
                .filter(mailbox -> mailbox.messages() > 0)
                .sorted(Comparator.comparingLong(Mailbox::size).reversed())
                .toList();
        long all = mailboxes.stream().mapToLong(Mailbox::size).sum();
        long spare = mailboxes.stream()
                .filter(WhatTakesRoom::canGo)
                .mapToLong(Mailbox::size)
                .sum();
        long quota = patient.account().orElseThrow().quota().size().bytes();
        Finding finding = spare * WORTH >= all && spare * NOTED >= quota
                ? Finding.suspicious(
                                "ごみ箱と迷惑メールが " + Raw.megabytes(new ByteSize(spare)) + "MB を使っています",
                                "Trash and Junk take " + Raw.megabytes(new ByteSize(spare)) + " MB")
                        .because(
                                "ごみ箱の中身も容量に数えます。空にすると、すぐに空きができます。",
                                "What is in Trash counts too. Emptying it makes room at once.")
                        .with(new Remedy.Screen(
                                new Phrase("WEBメールでごみ箱を空にする", "Empty the Trash in webmail"),
                                new Phrase("空にしたメールは元に戻せません。", "What was emptied cannot be brought back."),
                                "/webmail"))
                : Finding.fine("ごみ箱や迷惑メールは大きくありません", "Trash and Junk are not large");
        return finding.with(
                mailboxes.stream().limit(NAMED).map(WhatTakesRoom::line).toList());
    }

    private static boolean canGo(Mailbox mailbox) {
        return mailbox.use()
                .filter(use -> use == SpecialUse.TRASH || use == SpecialUse.JUNK)
                .isPresent();
    }

    private static Evidence line(Mailbox mailbox) {
        String size = Raw.megabytes(new ByteSize(mailbox.size()));
        return new Evidence(
                MailboxWords.of(mailbox),
                new Phrase(
                        size + "MB（" + mailbox.messages() + "通）", size + " MB, " + mailbox.messages() + " messages"));
    }
}
