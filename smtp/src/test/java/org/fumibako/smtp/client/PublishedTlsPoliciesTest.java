// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.fumibako.dns.Answer;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.mailauth.TlsPolicy;
import org.fumibako.mailauth.dane.TlsaRecord;
import org.fumibako.mailauth.mtasts.MtaSts;
import org.fumibako.mailauth.mtasts.MxPattern;
import org.fumibako.mailauth.mtasts.PolicyCache;
import org.fumibako.model.DomainName;
import org.fumibako.testkit.FakeDns;
import org.junit.jupiter.api.Test;

class PublishedTlsPoliciesTest {
    private static final DomainName FAR = DomainName.of("far.test");
    private static final DnsName MX = DnsName.of("mx.far.test");
    private static final String KEYS = "_25._tcp.mx.far.test";
    private static final String FILE = "version: STSv1\nmode: enforce\nmax_age: 86400\nmx: *.far.test\n";

    private final FakeDns dns = new FakeDns();

    @Test
    void provenKeysComeBeforeAPolicy() {
        policyPublished();
        dns.add(KEYS, new RecordData.Tlsa(3, 1, 1, new byte[32])).secure(KEYS);
        assertThat(policy(true)).contains(new TlsPolicy.Dane(List.of(new TlsaRecord(3, 1, 1, new byte[32]))));
    }

    @Test
    void keysThatNothingProvesDoNotCount() {
        policyPublished();
        dns.add(KEYS, new RecordData.Tlsa(3, 1, 1, new byte[32]));
        assertThat(policy(true)).contains(enforced());
        dns.secure(KEYS);
        assertThat(policy(false)).contains(enforced());
    }

    @Test
    void keysThatCannotBeAskedForStopTheMail() {
        policyPublished();
        dns.fail(KEYS, Answer.Reason.SERVER_FAILURE);
        assertThat(policy(true)).isEmpty();
        assertThat(policy(false)).contains(enforced());
    }

    @Test
    void whereNothingIsPublishedTlsIsOpportunistic() {
        assertThat(policy(true)).contains(new TlsPolicy.Opportunistic());
    }

    private void policyPublished() {
        dns.add("_mta-sts.far.test", new RecordData.Txt(List.of("v=STSv1; id=1;")));
    }

    private Optional<TlsPolicy> policy(boolean proven) {
        MtaSts mtaSts = new MtaSts(dns, _ -> Optional.of(FILE), PolicyCache.inMemory(10), InstantSource.system());
        return new PublishedTlsPolicies(dns, mtaSts).of(FAR, MX, proven);
    }

    private static TlsPolicy enforced() {
        return new TlsPolicy.MtaSts(true, List.of(MxPattern.parse("*.far.test").orElseThrow()));
    }
}
