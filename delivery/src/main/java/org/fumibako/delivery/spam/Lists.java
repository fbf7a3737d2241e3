// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.spam;

import java.util.ArrayList;
import java.util.List;
import org.fumibako.filter.Reason;
import org.fumibako.filter.Verdict;
import org.fumibako.registry.Directory;
import org.fumibako.registry.filter.FilterPolicy;

/** What the domain's lists, and the house's own mail, add to a verdict. */
final class Lists {
    private static final Reason BLOCKED = new Reason(
            "BLOCKED_SENDER", 100, "差出人がブラックリストに登録されています。", "Its sender is on your list of unwanted senders.");
    private static final Reason ALLOWED = new Reason(
            "ALLOWED_SENDER", -100, "差出人がホワイトリストに登録されています。", "Its sender is on your list of wanted senders.");
    private static final Reason ALLOWED_UNPROVEN = new Reason(
            "ALLOWED_SENDER_UNPROVEN",
            0,
            "ホワイトリストの差出人を名乗っていますが、確認できないため通常どおり判定しました。",
            "It names a sender on your list of wanted senders, but without proof, so the list did not count.");
    private static final Reason OURS = new Reason(
            "OWN_DOMAIN",
            -100,
            "このサーバーのドメインから送られたメールであることが確認できました。",
            "It is proved that it comes from a domain of this server.");

    private final Directory directory;

    Lists(Directory directory) {
        this.directory = directory;
    }

    /**
     * A list of unwanted senders holds for whatever a message names, one of wanted senders only for what is proved. What people block themselves is
     * spam even where it is the house's own.
     */
    Verdict apply(Verdict verdict, FilterPolicy policy, Senders senders) {
        List<Reason> reasons = new ArrayList<>(verdict.reasons());
        boolean blocked = policy.blocks(senders.named());
        if (blocked) {
            reasons.add(BLOCKED);
        } else if (policy.allows(senders.proved())) {
            reasons.add(ALLOWED);
        } else if (policy.allows(senders.named())) {
            reasons.add(ALLOWED_UNPROVEN);
        }
        if (!blocked && senders.author().filter(directory::hosts).isPresent()) {
            reasons.add(OURS);
        }
        return Verdict.of(reasons);
    }
}
