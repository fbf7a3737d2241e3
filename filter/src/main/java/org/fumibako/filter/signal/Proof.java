// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.signal;

import org.fumibako.filter.Reason;
import org.fumibako.filter.Reasons;
import org.fumibako.filter.Signal;
import org.fumibako.filter.message.Sample;
import org.fumibako.mailauth.Findings;
import org.fumibako.mailauth.arc.ArcVerdict;
import org.fumibako.mailauth.dkim.DkimVerdict;
import org.fumibako.mailauth.dmarc.DmarcResult;
import org.fumibako.mailauth.spf.SpfResult;

/**
 * Whether it is proved who sent it: SPF, DKIM, DMARC, ARC. That something is proved is worth little, for spammers have domains, too; that a
 * proof fails is worth more, unless others say that it held when they had the message (ARC).
 */
public final class Proof implements Signal {
    private static final Reason DMARC_PASS = new Reason(
            "DMARC_PASS",
            -0.5,
            "差出人のドメインが確認できました (DMARC)。",
            "It is proved that it comes from the domain that it names (DMARC).");
    private static final Reason DMARC_FAIL = new Reason(
            "DMARC_FAIL",
            2.5,
            "差出人のドメインを名乗っていますが、確認に失敗しました (DMARC)。",
            "It names a domain that it does not come from (DMARC).");
    private static final Reason NO_PROOF = new Reason(
            "NO_PROOF", 1.0, "差出人を確認できる情報がありません (SPF・DKIM なし)。", "Nothing proves who sent it (neither SPF nor DKIM).");
    private static final Reason SPF_FAIL = new Reason(
            "SPF_FAIL",
            1.5,
            "送信元のサーバーは、そのドメインから送ることを許可されていません (SPF)。",
            "The server that sent it may not send for that domain (SPF).");
    private static final Reason SPF_SOFTFAIL = new Reason(
            "SPF_SOFTFAIL",
            0.7,
            "送信元のサーバーは、そのドメインのものではないようです (SPF)。",
            "The server that sent it is probably none of that domain's (SPF).");
    private static final Reason DKIM_FAIL =
            new Reason("DKIM_FAIL", 0.3, "電子署名が一致しません (DKIM)。", "Its signature does not match (DKIM).");

    @Override
    public void examine(Sample sample, Reasons into) {
        sample.circumstances().findings().ifPresent(findings -> examine(findings, into));
    }

    private static void examine(Findings findings, Reasons into) {
        DmarcResult dmarc = findings.dmarc().result();
        boolean signed = findings.dkim().stream().anyMatch(result -> result.verdict() == DkimVerdict.PASS);
        boolean broken = findings.dkim().stream().anyMatch(result -> result.verdict() == DkimVerdict.FAIL);
        boolean vouched = findings.arc().verdict() == ArcVerdict.PASS;
        SpfResult spf = findings.spf().result();
        into.addIf(dmarc == DmarcResult.PASS, DMARC_PASS);
        if (vouched || dmarc == DmarcResult.PASS) {
            return;
        }
        into.addIf(dmarc == DmarcResult.FAIL, DMARC_FAIL);
        into.addIf(spf == SpfResult.FAIL, SPF_FAIL);
        into.addIf(spf == SpfResult.SOFTFAIL, SPF_SOFTFAIL);
        into.addIf(broken && !signed, DKIM_FAIL);
        into.addIf(!signed && findings.dkim().isEmpty() && spf == SpfResult.NONE, NO_PROOF);
    }
}
