// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.signal;

import org.fumibako.filter.Reason;
import org.fumibako.filter.Reasons;
import org.fumibako.filter.Signal;
import org.fumibako.filter.message.Sample;

/** The line by which people test whether there is a filter at all: the Generic Test for Unsolicited Bulk Email. */
public final class Gtube implements Signal {
    // In two pieces, so that this file is no spam.
    private static final String LINE = "XJS*C4JDBQADN1.NSBN3*2IDNEN*" + "GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X";

    private static final Reason FOUND =
            new Reason("GTUBE", 1000, "迷惑メールフィルタの動作確認用の文字列が含まれています。", "It holds the line that tests spam filters.");

    @Override
    public void examine(Sample sample, Reasons into) {
        into.addIf(sample.text().contains(LINE), FOUND);
    }
}
