// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.SplittableRandom;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.mailauth.dmarc.Disposition;
import org.fumibako.mailauth.dmarc.DmarcResult;
import org.fumibako.mailauth.spf.SpfRequest;
import org.fumibako.model.Content;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.junit.jupiter.api.Test;

class ExaminerTest {
    private static final DomainName HOST = DomainName.of("us.test");

    private final Zone zone = Zone.of("""
            bank.test TXT "v=spf1 -all"
            _dmarc.bank.test TXT "v=DMARC1; p=reject"
            evil.test TXT "v=spf1 +all"
            """);

    @Test
    void everyCheckIsInTheField() throws IOException {
        Findings findings = examine("a@evil.test", "From: admin@bank.test\r\n\r\nhello\r\n");
        assertThat(findings.dmarc().disposition()).isEqualTo(Disposition.REJECT);
        assertThat(findings.results(HOST).field()).isEqualTo("""
                Authentication-Results: us.test;
                \tspf=pass smtp.mailfrom=a@evil.test;
                \tdkim=none;
                \tarc=none;
                \tdmarc=fail header.from=bank.test policy.dmarc=reject
                """.replace("\n", "\r\n"));
        assertThat(findings.signatures()).isEqualTo("none");
    }

    @Test
    void aNullSenderIsKnownByItsGreeting() throws IOException {
        Content message = content("From: admin@evil.test\r\n\r\nhello\r\n");
        Findings findings = examiner()
                .examine(message, SpfRequest.of(InetAddress.ofLiteral("192.0.2.1"), "evil.test", Optional.empty()));
        assertThat(findings.results(HOST).field()).contains("spf=pass smtp.helo=evil.test;");
        assertThat(findings.dmarc().result()).isEqualTo(DmarcResult.NONE);
    }

    @Test
    void whatAStrangerSpendsOfTheBudgetDoesNotHideThePolicy() throws IOException {
        StringBuilder header = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            header.append("DKIM-Signature: v=1; a=rsa-sha256; d=bank.test; h=from; bh=AAAA; b=AAAA; s=s")
                    .append(i)
                    .append("\r\n");
        }
        zone.txt("greedy.test", "v=spf1" + " mx:many.test".repeat(10) + " ?all");
        for (int i = 0; i < 10; i++) {
            zone.add("many.test", new RecordData.Mx(i, DnsName.of("mx" + i + ".many.test")));
        }
        Findings findings = examine("a@greedy.test", header + "From: admin@bank.test\r\n\r\nhello\r\n");
        assertThat(findings.dmarc().disposition()).isEqualTo(Disposition.REJECT);
        assertThat(zone.questions()).isLessThanOrEqualTo(Examiner.QUESTIONS);
    }

    @Test
    void aSecondFromAnywhereInTheHeaderIsSeen() throws IOException {
        Findings findings =
                examine("a@evil.test", "From: a@evil.test\r\nTo: b@us.test\r\nfrom : admin@bank.test\r\n\r\n");
        assertThat(findings.dmarc().result()).isEqualTo(DmarcResult.PERMERROR);
        assertThat(findings.dmarc().disposition()).isEqualTo(Disposition.REJECT);
    }

    private Findings examine(String sender, String message) throws IOException {
        return examiner()
                .examine(
                        content(message),
                        SpfRequest.of(
                                InetAddress.ofLiteral("192.0.2.1"),
                                "mx.evil.test",
                                Optional.of(EmailAddress.of(sender))));
    }

    private Examiner examiner() {
        return new Examiner(zone, HOST, InstantSource.system(), () -> 0, new SplittableRandom(1));
    }

    private static Content content(String message) {
        return Content.of(message.getBytes(StandardCharsets.US_ASCII));
    }
}
