// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.Outcome;
import org.fumibako.doctor.Remedy;
import org.fumibako.journal.FilterEvent.Judged;
import org.fumibako.journal.JournalEvent.Authenticated;
import org.fumibako.journal.Protocol;
import org.fumibako.registry.filter.FilterAction;
import org.fumibako.registry.filter.FilterLevel;
import org.fumibako.registry.filter.FilterPolicy;
import org.fumibako.registry.filter.SenderPattern;
import org.junit.jupiter.api.Test;

/** What the filter did is blamed as long as it would do it again, and its lists are offered where they would help. */
class FilterListsTest {
    private static final String SHOP = "shop@elsewhere.test";

    private static FilterPolicy policy(FilterLevel level, List<String> allowed, List<String> blocked) {
        return new FilterPolicy(
                level,
                FilterAction.JUNK,
                true,
                allowed.stream().map(SenderPattern::parse).toList(),
                blocked.stream().map(SenderPattern::parse).toList());
    }

    private static Past judged(String spf, String points, String outcome, String reasons) {
        return judged(spf, points, outcome, reasons, "Your order");
    }

    private static Past judged(String spf, String points, String outcome, String reasons, String subject) {
        return new Past()
                .row(
                        Past.by(Protocol.SMTP, Past.HOME, ""),
                        new Authenticated(SHOP, "elsewhere.test", spf, "none", "none", "none", "accepted"))
                .row(
                        Past.by(Protocol.SMTP, Past.HOME, ""),
                        new Judged(SHOP, "1@elsewhere.test", subject, points, "STANDARD", outcome, reasons));
    }

    private static Finding blocked(Past past, FilterPolicy policy, boolean asked) {
        return new BlockedSenders(_ -> policy, asked).examine(past.patient());
    }

    private static Finding verdicts(Past past, FilterPolicy policy, boolean asked) {
        return new FilterVerdicts(_ -> policy, asked).examine(past.patient());
    }

    @Test
    void anEntryOfTheBlacklistIsNamedAndTakenOff() {
        FilterPolicy policy = policy(FilterLevel.STANDARD, List.of(), List.of("*@elsewhere.test"));
        Past past = judged("none", "101.0", "spam, filed as junk with [SPAM]", "BLOCKED_SENDER 100");
        Finding finding = blocked(past, policy, true);
        assertThat(finding.outcome()).isEqualTo(Outcome.CAUSE);
        assertThat(finding.explanation().ja()).contains("*@elsewhere.test");
        Remedy.Call remedy = (Remedy.Call) finding.remedy().orElseThrow();
        assertThat(remedy.method()).isEqualTo("DELETE");
        assertThat(remedy.path()).endsWith("/filter/blocked/*%40elsewhere.test");
        assertThat(verdicts(past, policy, true).outcome()).isNotEqualTo(Outcome.CAUSE);
    }

    @Test
    void anEntryThatIsGoneIsNoCause() {
        Past past = judged("none", "101.0", "spam, deleted", "BLOCKED_SENDER 100");
        assertThat(blocked(past, policy(FilterLevel.STANDARD, List.of(), List.of()), true)
                        .outcome())
                .isEqualTo(Outcome.FINE);
        assertThat(blocked(past, policy(FilterLevel.STANDARD, List.of(), List.of("other.test")), true)
                        .outcome())
                .isEqualTo(Outcome.SUSPICIOUS);
    }

    @Test
    void mailThatIsMissedIsExplainedByTheBlacklistOnlyWhereItIsDeleted() {
        FilterPolicy policy = policy(FilterLevel.STANDARD, List.of(), List.of(SHOP));
        assertThat(blocked(judged("none", "101", "spam, filed as junk", "BLOCKED_SENDER 100"), policy, false)
                        .outcome())
                .isEqualTo(Outcome.SUSPICIOUS);
        assertThat(blocked(judged("none", "101", "spam, deleted", "BLOCKED_SENDER 100"), policy, false)
                        .outcome())
                .isEqualTo(Outcome.CAUSE);
    }

    @Test
    void theWhitelistIsOfferedToAProvenSenderOnly() {
        FilterPolicy policy = policy(FilterLevel.STANDARD, List.of(), List.of());
        Finding proven = verdicts(judged("pass elsewhere.test", "6.0", "spam with [SPAM]", "X 6"), policy, true);
        assertThat(proven.outcome()).isEqualTo(Outcome.CAUSE);
        assertThat(((Remedy.Call) proven.remedy().orElseThrow()).body()).containsEntry("pattern", SHOP);
        Finding unproven = verdicts(judged("none", "6.0", "spam with [SPAM]", "X 6"), policy, true);
        assertThat(unproven.remedy()).containsInstanceOf(Remedy.Screen.class);
        Finding plain =
                verdicts(judged("pass elsewhere.test", "1001.0", "spam with [SPAM]", "GTUBE 1000"), policy, true);
        assertThat(plain.remedy()).containsInstanceOf(Remedy.Screen.class);
    }

    @Test
    void whatWouldNotHappenAgainIsNoCause() {
        Past past = judged("pass elsewhere.test", "6.0", "spam, left in the INBOX with [SPAM]", "X 6");
        assertThat(verdicts(past, policy(FilterLevel.OFF, List.of(), List.of()), true)
                        .outcome())
                .isEqualTo(Outcome.SUSPICIOUS);
        assertThat(verdicts(past, policy(FilterLevel.STANDARD, List.of(SHOP), List.of()), true)
                        .outcome())
                .isEqualTo(Outcome.SUSPICIOUS);
    }

    @Test
    void aTagThatCameWithTheMailIsNotOurs() {
        FilterPolicy policy = policy(FilterLevel.STANDARD, List.of(), List.of());
        Finding finding = verdicts(judged("none", "1.0", "wanted", "", "[SPAM] News"), policy, true);
        assertThat(finding.outcome()).isEqualTo(Outcome.CAUSE);
        assertThat(finding.headline().ja()).contains("届く前から");
        Finding untagged = verdicts(judged("none", "6.0", "spam, filed as junk", "X 6"), policy, true);
        assertThat(untagged.outcome()).isEqualTo(Outcome.SUSPICIOUS);
    }
}
