// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.forward;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.fumibako.mailauth.Findings;
import org.fumibako.mailauth.arc.ArcSealer;
import org.fumibako.mailauth.dkim.DkimKey;
import org.fumibako.mailauth.dkim.DkimSigner;
import org.fumibako.mailauth.dkim.SignatureAlgorithm;
import org.fumibako.mailauth.dkim.SigningKeys;
import org.fumibako.mailauth.message.MessageView;
import org.fumibako.model.Content;
import org.fumibako.model.DomainName;

/** Puts our seal on what goes on as it came, and our signature on what goes in an account's name. */
final class Seal {
    private final Optional<SigningKeys> keys;
    private final DomainName host;
    private final ArcSealer sealer;
    private final DkimSigner signer;

    Seal(Optional<SigningKeys> keys, DomainName host, InstantSource clock) {
        this.keys = keys;
        this.host = host;
        this.sealer = new ArcSealer(clock);
        this.signer = new DkimSigner(clock);
    }

    /**
     * ARC fields for the top of a message (RFC 8617 §5.1); empty without a key, or when there is nothing to seal.
     *
     * @param domain of the account that forwards; its key seals when the host has none
     */
    String seal(Content message, Optional<Findings> findings, DomainName domain) throws IOException {
        Optional<DkimKey> key = rsa(of(host)).or(() -> rsa(of(domain)));
        if (key.isEmpty() || findings.isEmpty()) {
            return "";
        }
        String results = findings.get().results(host).body();
        return sealer.seal(MessageView.of(message), findings.get().arc(), results, key.get())
                .orElse("");
    }

    /** DKIM-Signature fields for the top of a message that is the domain's own. */
    String sign(Content message, DomainName domain) throws IOException {
        return signer.sign(MessageView.of(message), of(domain)).orElse("");
    }

    private List<DkimKey> of(DomainName domain) {
        return keys.map(some -> some.of(domain)).orElse(List.of());
    }

    private static Optional<DkimKey> rsa(List<DkimKey> keys) {
        return keys.stream()
                .filter(key -> key.algorithm() == SignatureAlgorithm.RSA_SHA256)
                .findFirst();
    }
}
