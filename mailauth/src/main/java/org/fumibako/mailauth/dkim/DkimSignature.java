// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dkim;

import java.time.Instant;
import java.util.List;
import org.fumibako.dns.DnsName;
import org.fumibako.mailauth.message.BodyForm;
import org.fumibako.mailauth.message.Canonicalization;
import org.fumibako.mailauth.message.TagList.Span;
import org.fumibako.model.DomainName;

/**
 * A DKIM-Signature field that says nothing impossible (RFC 6376 §3.5, §6.1.1).
 *
 * @param field its index in the header
 * @param keyName where the key is
 * @param strictDomain whether i= names d= itself, and no subdomain
 * @param signature b=; not copied, must not change
 * @param signatureSpan where b= stands in the field's value
 * @param bodyHash bh=; not copied, must not change
 */
record DkimSignature(
        int field,
        SignatureAlgorithm algorithm,
        DnsName keyName,
        boolean strictDomain,
        List<String> signedFields,
        Canonicalization headerForm,
        BodyForm bodyForm,
        byte[] bodyHash,
        byte[] signature,
        Span signatureSpan) {

    static DkimSignature of(SignatureTags tags, int field, Instant now) throws SignatureFault {
        if (!tags.required("v").equals("1")) {
            throw new SignatureFault(DkimReason.UNKNOWN_VERSION);
        }
        SignatureAlgorithm algorithm = tags.algorithm();
        List<String> signedFields = tags.signedFields();
        if (!signedFields.contains("from")) {
            throw new SignatureFault(DkimReason.FROM_NOT_SIGNED);
        }
        checkQuery(tags);
        boolean strict = strictDomain(tags);
        tags.checkTimes(now);
        return new DkimSignature(
                field,
                algorithm,
                tags.keyName(),
                strict,
                signedFields,
                tags.headerForm(),
                tags.bodyForm(),
                tags.bodyHash(),
                tags.signature(),
                tags.signatureSpan());
    }

    /** Of several ways to ask, separated by colons, one that is known is enough (RFC 6376 §3.5, q=). */
    private static void checkQuery(SignatureTags tags) throws SignatureFault {
        for (String method : tags.value("q").orElse("dns/txt").split(":", -1)) {
            if (method.strip().equals("dns/txt")) {
                return;
            }
        }
        throw new SignatureFault(DkimReason.UNKNOWN_QUERY);
    }

    private static boolean strictDomain(SignatureTags tags) throws SignatureFault {
        DomainName domain = tags.domain();
        String identity = SignatureTags.international(tags.value("i").orElse("@" + domain));
        int at = identity.lastIndexOf('@');
        DomainName host =
                at < 0 ? null : DomainName.parse(identity.substring(at + 1)).orElse(null);
        if (host == null) {
            throw SignatureTags.syntax();
        }
        if (!DnsName.of(host).isUnder(DnsName.of(domain))) {
            throw new SignatureFault(DkimReason.IDENTITY_ELSEWHERE);
        }
        return host.equals(domain);
    }
}
