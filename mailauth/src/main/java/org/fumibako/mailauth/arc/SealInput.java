// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.arc;

import org.fumibako.mailauth.dkim.SignatureFault;
import org.fumibako.mailauth.message.Canonicalization;
import org.fumibako.mailauth.message.HeaderFields;
import org.fumibako.mailauth.message.OctetBuffer;
import org.fumibako.mailauth.message.SignatureText;
import org.fumibako.mailauth.message.TagList.Span;

/**
 * What a seal is over: all sets in order, of each the results, the message signature and the seal, relaxed; the last seal with
 * an empty b= (RFC 8617 §5.1.1).
 */
final class SealInput {
    private final OctetBuffer octets = new OctetBuffer(4_096);
    private int whole;

    /** The input of this set's seal; good until the next call. */
    OctetBuffer with(HeaderFields header, ArcSet set) throws SignatureFault {
        Span hole = set.sealTags().signatureSpan();
        octets.cut(whole);
        header.canonical(set.results(), Canonicalization.RELAXED, octets);
        header.canonical(set.message(), Canonicalization.RELAXED, octets);
        header.canonicalWithout(set.seal(), hole.from(), hole.to(), Canonicalization.RELAXED, octets);
        return octets;
    }

    /** The set is complete, and the next ones seal it too. */
    void sealed(HeaderFields header, ArcSet set) {
        octets.cut(whole);
        header.canonical(set.results(), Canonicalization.RELAXED, octets);
        header.canonical(set.message(), Canonicalization.RELAXED, octets);
        header.canonical(set.seal(), Canonicalization.RELAXED, octets);
        whole = octets.length();
    }

    /** The input of a new seal over all these and two fields that are not in the header yet. */
    OctetBuffer with(String results, String message, SignatureText seal) {
        octets.cut(whole);
        octets.field(results, Canonicalization.RELAXED);
        octets.field(message, Canonicalization.RELAXED);
        seal.canonical(Canonicalization.RELAXED, octets);
        return octets;
    }
}
