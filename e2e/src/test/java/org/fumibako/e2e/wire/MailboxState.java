// SPDX-License-Identifier: Apache-2.0
package org.fumibako.e2e.wire;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What SELECT told about a mailbox; -1 for what it did not tell. */
public record MailboxState(long exists, long uidValidity, long uidNext, long highestModSeq) {

    private static final Pattern EXISTS = Pattern.compile("^\\* (\\d+) EXISTS");
    private static final Pattern UIDVALIDITY = Pattern.compile("\\[UIDVALIDITY (\\d+)]");
    private static final Pattern UIDNEXT = Pattern.compile("\\[UIDNEXT (\\d+)]");
    private static final Pattern HIGHESTMODSEQ = Pattern.compile("\\[HIGHESTMODSEQ (\\d+)]");

    static MailboxState of(List<ImapSession.Response> responses) {
        return new MailboxState(
                number(EXISTS, responses),
                number(UIDVALIDITY, responses),
                number(UIDNEXT, responses),
                number(HIGHESTMODSEQ, responses));
    }

    private static long number(Pattern pattern, List<ImapSession.Response> responses) {
        for (ImapSession.Response response : responses) {
            Matcher matcher = pattern.matcher(response.text());
            if (matcher.find()) {
                return Long.parseLong(matcher.group(1));
            }
        }
        return -1;
    }
}
