// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.fumibako.dns.Budget;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.Resolver;
import org.fumibako.mailauth.arc.ArcResult;
import org.fumibako.mailauth.arc.ArcVerifier;
import org.fumibako.mailauth.dkim.DkimResult;
import org.fumibako.mailauth.dkim.DkimVerdict;
import org.fumibako.mailauth.dkim.DkimVerifier;
import org.fumibako.mailauth.dmarc.Dmarc;
import org.fumibako.mailauth.dmarc.DmarcCheck;
import org.fumibako.mailauth.dmarc.Identifier;
import org.fumibako.mailauth.dmarc.Identifier.Mechanism;
import org.fumibako.mailauth.dmarc.PublicSuffixes;
import org.fumibako.mailauth.message.HeaderFields;
import org.fumibako.mailauth.message.MessageView;
import org.fumibako.mailauth.spf.Spf;
import org.fumibako.mailauth.spf.SpfOutcome;
import org.fumibako.mailauth.spf.SpfRequest;
import org.fumibako.mailauth.spf.SpfResult;
import org.fumibako.model.Content;
import org.fumibako.model.DomainName;

/** Makes all checks of one message within one budget. Safe for any number of threads; blocks on DNS. */
public final class Examiner {
    /** Questions that one message may cause: the worst SPF record (132), ten signatures, a long chain, and the policies of From. */
    public static final int QUESTIONS = 250;

    /** The time that they may take; the other server waits for our reply to its data, for minutes by RFC 5321 §4.5.3.2.6. */
    public static final Duration TIME = Duration.ofSeconds(20);

    private final Spf spf;
    private final DkimVerifier dkim;
    private final ArcVerifier arc;
    private final Dmarc dmarc;
    private final LongSupplier nanoTime;

    /** @param sampling for policies that are to be applied to a share of the mail */
    public Examiner(
            Resolver resolver, DomainName host, InstantSource clock, LongSupplier nanoTime, RandomGenerator sampling) {
        this.spf = new Spf(resolver, host, clock);
        this.dkim = new DkimVerifier(resolver, clock);
        this.arc = new ArcVerifier(resolver, clock);
        this.dmarc = new Dmarc(resolver, PublicSuffixes.bundled(), () -> sampling.nextInt(100));
        this.nanoTime = nanoTime;
    }

    /** @param message as it came in, before anything is put before it */
    public Findings examine(Content message, SpfRequest request) throws IOException {
        Budget budget = Budget.of(QUESTIONS, TIME, nanoTime);
        MessageView view = MessageView.of(message);
        DmarcCheck policies = dmarc.begin(from(view.header()), budget);
        SpfOutcome sender = spf.check(request, budget);
        List<DkimResult> signatures = dkim.verify(view, budget);
        ArcResult chain = arc.verify(view, budget);
        List<Identifier> identifiers = identifiers(sender, signatures);
        List<Identifier> lasting = identifiers.stream()
                .filter(identifier -> identifier.mechanism() == Mechanism.DKIM)
                .toList();
        return new Findings(request, sender, signatures, chain, policies.judge(identifiers), policies.judge(lasting));
    }

    private static List<String> from(HeaderFields header) {
        return Arrays.stream(header.all("from"))
                .mapToObj(field -> header.value(field).replace("\r", "").replace("\n", ""))
                .toList();
    }

    private static List<Identifier> identifiers(SpfOutcome sender, List<DkimResult> signatures) {
        List<Identifier> identifiers = new ArrayList<>();
        if (sender.result() == SpfResult.PASS || sender.result() == SpfResult.TEMPERROR) {
            DnsName.parse(sender.domain())
                    .ifPresent(domain ->
                            identifiers.add(new Identifier(Mechanism.SPF, domain, sender.result() == SpfResult.PASS)));
        }
        for (DkimResult signature : signatures) {
            if (signature.vouches() || signature.verdict() == DkimVerdict.TEMPERROR) {
                signature
                        .signer()
                        .domain()
                        .ifPresent(domain -> identifiers.add(
                                new Identifier(Mechanism.DKIM, DnsName.of(domain), signature.vouches())));
            }
        }
        return identifiers;
    }
}
