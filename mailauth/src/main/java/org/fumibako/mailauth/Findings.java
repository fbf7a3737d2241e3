// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fumibako.mailauth.arc.ArcResult;
import org.fumibako.mailauth.arc.ArcVerdict;
import org.fumibako.mailauth.dkim.DkimResult;
import org.fumibako.mailauth.dkim.DkimVerdict;
import org.fumibako.mailauth.dmarc.DmarcOutcome;
import org.fumibako.mailauth.results.AuthenticationResults;
import org.fumibako.mailauth.results.MethodResult;
import org.fumibako.mailauth.results.MethodResult.Property;
import org.fumibako.mailauth.spf.SpfOutcome;
import org.fumibako.mailauth.spf.SpfRequest;
import org.fumibako.model.DomainName;

/**
 * What all checks of one message found.
 *
 * @param dkim one for each signature that was looked at, top to bottom
 * @param forwarded what DMARC says of it where we forward it to: what SPF proved of its sender it proves there no more
 */
public record Findings(
        SpfRequest request,
        SpfOutcome spf,
        List<DkimResult> dkim,
        ArcResult arc,
        DmarcOutcome dmarc,
        DmarcOutcome forwarded) {
    public Findings {
        dkim = List.copyOf(dkim);
    }

    /** As a header field of ours says it. */
    public AuthenticationResults results(DomainName authservId) {
        List<MethodResult> results = new ArrayList<>(3 + dkim.size());
        results.add(spfResult());
        if (dkim.isEmpty()) {
            results.add(MethodResult.of("dkim", "none"));
        }
        dkim.forEach(signature -> results.add(dkimResult(signature)));
        results.add(arcResult());
        results.add(dmarcResult());
        return new AuthenticationResults(authservId.ascii(), results);
    }

    private MethodResult spfResult() {
        Property identity = request.domain().isEmpty()
                ? new Property("smtp", "helo", request.helo())
                : new Property("smtp", "mailfrom", request.localPart() + "@" + request.domain());
        return MethodResult.of("spf", spf.result().keyword(), identity);
    }

    private static MethodResult dkimResult(DkimResult signature) {
        DkimResult.Signer signer = signature.signer();
        List<Property> properties = new ArrayList<>(4);
        signer.domain().ifPresent(domain -> properties.add(new Property("header", "d", domain.ascii())));
        signer.selector().ifPresent(selector -> properties.add(new Property("header", "s", selector)));
        signer.algorithm().ifPresent(algorithm -> properties.add(new Property("header", "a", algorithm.token())));
        if (!signer.signaturePrefix().isEmpty()) {
            properties.add(new Property("header", "b", signer.signaturePrefix()));
        }
        boolean plain = signature.verdict() == DkimVerdict.PASS;
        Optional<String> reason =
                plain ? Optional.empty() : Optional.of(signature.reason().text());
        return new MethodResult("dkim", signature.verdict().token(), reason, properties);
    }

    private MethodResult arcResult() {
        return arc.verdict() == ArcVerdict.PASS
                ? MethodResult.of(
                        "arc", "pass", new Property("header", "oldest-pass", Integer.toString(arc.oldestPass())))
                : MethodResult.of("arc", arc.verdict().token());
    }

    private MethodResult dmarcResult() {
        List<Property> properties = new ArrayList<>(2);
        dmarc.author().ifPresent(author -> properties.add(new Property("header", "from", author.text())));
        dmarc.policy().ifPresent(policy -> properties.add(new Property("policy", "dmarc", policy.keyword())));
        return new MethodResult("dmarc", dmarc.result().keyword(), Optional.empty(), properties);
    }

    /** All signatures in one line, for the journal: {@code pass example.jp, fail other.test (body was changed)}. */
    public String signatures() {
        return dkim.isEmpty() ? "none" : dkim.stream().map(Findings::signature).collect(Collectors.joining(", "));
    }

    private static String signature(DkimResult signature) {
        String domain = signature.signer().domain().map(name -> " " + name).orElse("");
        String why = signature.verdict() == DkimVerdict.PASS
                ? unsignedTail(signature)
                : " (" + signature.reason().text() + ")";
        return signature.verdict().token() + domain + why;
    }

    private static String unsignedTail(DkimResult signature) {
        long octets = signature.coverage().unsignedOctets();
        return octets == 0 ? "" : " (" + octets + " octets of the body are not signed)";
    }
}
