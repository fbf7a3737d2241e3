// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.signal;

import org.fumibako.mailauth.Findings;
import org.fumibako.mailauth.dmarc.DmarcResult;

/** Whether it is proved who wrote a message. */
public final class Authors {
    private Authors() {}

    /** Whether the From field's domain is not proved by DMARC. */
    public static boolean isUnproven(Findings findings) {
        return findings.dmarc().result() != DmarcResult.PASS;
    }
}
