// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.spam;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.filter.message.Circumstances;
import org.fumibako.filter.message.Sample;
import org.fumibako.mailauth.Findings;
import org.fumibako.mailauth.dmarc.DmarcResult;
import org.fumibako.mailauth.spf.SpfResult;
import org.fumibako.mime.MailAddress;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;

/**
 * Who a message says it is from.
 *
 * @param named the envelope's sender and the one author
 * @param proved those of them whose domain is proved: an author by DMARC, a sender by SPF. Where nobody looked, all
 */
record Senders(List<EmailAddress> named, List<EmailAddress> proved, Optional<DomainName> author) {
    static Senders of(Sample sample) {
        Circumstances circumstances = sample.circumstances();
        Optional<EmailAddress> author = sample.from().size() == 1
                ? sample.from().stream().findFirst().flatMap(MailAddress::email)
                : Optional.empty();
        boolean authorProved =
                circumstances.findings().map(Senders::provesAuthor).orElse(true);
        boolean senderProved =
                circumstances.findings().map(Senders::provesSender).orElse(true);
        List<EmailAddress> named = new ArrayList<>(2);
        List<EmailAddress> proved = new ArrayList<>(2);
        circumstances.sender().ifPresent(sender -> {
            named.add(sender);
            if (senderProved) {
                proved.add(sender);
            }
        });
        author.ifPresent(address -> {
            named.add(address);
            if (authorProved) {
                proved.add(address);
            }
        });
        return new Senders(named, proved, author.filter(_ -> authorProved).map(EmailAddress::domain));
    }

    private static boolean provesAuthor(Findings findings) {
        return findings.dmarc().result() == DmarcResult.PASS;
    }

    private static boolean provesSender(Findings findings) {
        return findings.spf().result() == SpfResult.PASS;
    }
}
