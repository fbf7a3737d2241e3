// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.fumibako.doctor.Check;
import org.fumibako.doctor.Evidence;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.Outcome;
import org.fumibako.doctor.Patient;
import org.fumibako.doctor.Phrase;
import org.fumibako.doctor.Remedy;
import org.fumibako.model.Quota;
import org.fumibako.registry.Account;
import org.fumibako.registry.Forwarding;
import org.fumibako.registry.Forwards;
import org.fumibako.store.MessageStore;
import org.fumibako.store.MessageStore.Usage;

/** How full the mailbox is. */
public final class RoomLeft implements Check {
    /** From here on mail of usual size may not fit. */
    private static final int NEARLY_FULL = 95;

    private static final int FILLING = 80;

    /** A letter without attachments. */
    private static final long ROOM_FOR_ONE = 64 << 10;

    private static final Duration LATELY = Duration.ofDays(3);

    /** A setting can be put back for so long. */
    private static final Duration UNDOABLE = Duration.ofDays(30);

    private final MessageStore store;
    private final Forwards forwards;

    public RoomLeft(MessageStore store, Forwards forwards) {
        this.store = store;
        this.forwards = forwards;
    }

    @Override
    public String id() {
        return "room-left";
    }

    @Override
    public Phrase subject() {
        return new Phrase("容量の空き", "Room in the mailbox");
    }

    @Override
    public Finding examine(Patient patient) {
        Optional<Finding> none = AccountExists.needed(patient);
        if (none.isPresent()) {
            return none.get();
        }
        Account account = patient.account().orElseThrow();
        Usage usage = store.usage(account.id());
        long limit = account.quota().size().bytes();
        long percent = usage.size().bytes() * 100 / Math.max(1, limit);
        boolean full = limit - usage.size().bytes() < ROOM_FOR_ONE || (percent >= NEARLY_FULL && isRefusing(patient));
        Finding finding = full
                ? full(patient, account, percent)
                : percent >= FILLING
                        ? Finding.suspicious("容量の " + percent + "% を使っています", percent + "% of the room is used")
                                .because(
                                        "いまは受信できますが、いっぱいになると受信できなくなります。",
                                        "Mail is taken now; when the mailbox is full, it is refused.")
                        : Finding.fine("容量に空きがあります（" + percent + "%）", "There is room (" + percent + "% used)");
        finding = finding.with(new Evidence(new Phrase("使用量", "In use"), inUse(account, usage)));
        return percent >= FILLING && account.quota().megabytes() < Quota.MAX_MEGABYTES
                ? finding.with(enlarge(patient, account.quota()))
                : finding;
    }

    /** Whether something did not fit lately. */
    private static boolean isRefusing(Patient patient) {
        return RefusedMail.of(patient).stream()
                .filter(one -> RefusedMail.isOverQuota(one.event()))
                .anyMatch(one -> one.at().isAfter(patient.now().minus(LATELY)));
    }

    private Finding full(Patient patient, Account account, long percent) {
        Forwarding forwarding = forwards.of(account.address());
        boolean goesAway = !forwarding.keep() && !forwarding.working().isEmpty() && !isRefusing(patient);
        return goesAway
                ? full(account, percent)
                        .only(Outcome.SUSPICIOUS)
                        .and(
                                "ただし、届いたメールは転送して残さない設定なので、いまは容量のために断られていません。",
                                "But mail is forwarded and not kept, so none of it is refused for lack of room.")
                : full(account, percent);
    }

    private static Finding full(Account account, long percent) {
        return Finding.cause(
                        account.address() + " の容量が" + (percent >= 100 ? "いっぱいです" : "ほぼいっぱいです"),
                        account.address() + (percent >= 100 ? " is full" : " is nearly full"))
                .because(
                        "入りきらないメールは受信できず、送信元に「maildir over quota.」と返ります。容量を増やすか、不要なメールとごみ箱の中身を削除してください。",
                        "What does not fit is refused, and the sender is told \"maildir over quota.\" Raise the quota,"
                                + " or delete mail and empty the Trash.");
    }

    private static Phrase inUse(Account account, Usage usage) {
        String used = Raw.megabytes(usage.size());
        String limit =
                String.format(java.util.Locale.ROOT, "%,d", account.quota().megabytes());
        return new Phrase(
                used + " / " + limit + "MB（" + usage.messages() + "通）",
                used + " of " + limit + " MB, " + usage.messages() + " messages");
    }

    private static Remedy enlarge(Patient patient, Quota quota) {
        int larger = Math.min(Quota.MAX_MEGABYTES, Math.max(quota.megabytes() * 2, quota.megabytes() + 500));
        return new Remedy.Call(
                new Phrase("容量を " + larger + "MB に増やす", "Raise the quota to " + larger + " MB"),
                new Phrase(
                        "すぐに受信できるようになります。断られたメールは、多くの場合、送信元のサーバーがもう一度送ることはありません。",
                        "Mail is taken at once. What was refused does not come by itself: the senders have been told."),
                "PATCH",
                patient.apiPath(),
                Map.of("quotaMegabytes", larger),
                Optional.of(new Remedy.Change(quota.megabytes() + " MB", larger + " MB")),
                Optional.empty(),
                UNDOABLE);
    }
}
