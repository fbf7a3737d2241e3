// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.header;

import org.fumibako.filter.Reason;
import org.fumibako.filter.Verdict;

/** The fields by which mail programs and people see what the filter thinks. */
public final class SpamFields {
    /** Reasons that are written; the journal has them all. */
    private static final int MAX_REASONS = 12;

    private SpamFields() {}

    /** Whole fields, in ASCII, with line breaks; each line is short. */
    public static String of(Verdict verdict, boolean spam, double threshold) {
        StringBuilder fields = new StringBuilder(200);
        fields.append("X-Spam-Flag: ").append(spam ? "YES" : "NO").append("\r\n");
        fields.append("X-Spam-Score: ").append(verdict.points()).append("\r\n");
        fields.append("X-Spam-Status: ")
                .append(spam ? "Yes" : "No")
                .append(", score=")
                .append(verdict.points())
                .append(" required=")
                .append(threshold)
                .append("\r\n\ttests=");
        int written = 0;
        for (Reason reason : verdict.reasons()) {
            if (written == MAX_REASONS) {
                break;
            }
            fields.append(written == 0 ? "" : ",\r\n\t").append(reason.code());
            written++;
        }
        return fields.append(written == 0 ? "none\r\n" : "\r\n").toString();
    }
}
