// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dkim;

import java.util.List;
import java.util.Optional;
import org.fumibako.model.DomainName;

/**
 * What is known about one signature: for Authentication-Results, DMARC and the journal.
 *
 * @param signer who claims to have signed, as far as it could be read
 * @param coverage what was signed; nothing, unless the verdict is PASS
 * @param keyBits length of the key, 0 when none was used
 * @param testing whether the domain says that it only tests (RFC 6376 §3.6.1, t=y). A good signature is good all the same: who
 *     has the key has the domain
 */
public record DkimResult(DkimReason reason, Signer signer, Coverage coverage, int keyBits, boolean testing) {
    /**
     * The claim.
     *
     * @param domain d=
     * @param selector s=
     * @param algorithm a=
     * @param identity i=, raw text of the sender: whoever writes it into a header quotes it; empty when it was not given
     * @param signaturePrefix the first characters of b=, which tell signatures of one domain apart (header.b, RFC 6008 §3)
     */
    public record Signer(
            Optional<DomainName> domain,
            Optional<String> selector,
            Optional<SignatureAlgorithm> algorithm,
            String identity,
            String signaturePrefix) {
        /** Characters of b= that are kept (RFC 6008 §3 wants 8 at least). */
        public static final int PREFIX = 8;

        /** Characters of i= that are kept: an address has 254 (RFC 5321 §4.5.3.1). */
        public static final int MAX_IDENTITY = 254;

        /** A signature that could not be read at all. */
        public static final Signer UNKNOWN = new Signer(Optional.empty(), Optional.empty(), Optional.empty(), "", "");
    }

    /**
     * What a good signature vouches for.
     *
     * @param fields names in lower case, as h= lists them
     * @param unsignedOctets octets of the body, in canonical form, behind what l= lets the signature cover
     */
    public record Coverage(List<String> fields, long unsignedOctets) {
        public static final Coverage NOTHING = new Coverage(List.of(), 0);

        public Coverage {
            fields = List.copyOf(fields);
        }
    }

    public DkimVerdict verdict() {
        return reason.verdict();
    }

    /**
     * Whether the message may be taken for the signer's. A signature that leaves a tail of the body unsigned is good, but the
     * tail, which can cover all that is shown, is anybody's; so it vouches for nothing.
     */
    public boolean vouches() {
        return verdict() == DkimVerdict.PASS && coverage.unsignedOctets() == 0;
    }
}
