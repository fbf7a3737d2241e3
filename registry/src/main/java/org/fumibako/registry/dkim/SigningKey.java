// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.dkim;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.fumibako.model.DomainName;

/**
 * A key of a domain as it is kept. Two are equal when they have the same name and the same record.
 *
 * @param selector one label
 * @param algorithm as in a= of a signature: {@code rsa-sha256}, {@code ed25519-sha256}
 * @param privateKey PKCS #8; not copied, must not change
 * @param publicKey SubjectPublicKeyInfo; not copied, must not change
 * @param record the text that is published at {@code selector._domainkey.domain}, in one piece (RFC 6376 §3.6.1)
 */
public record SigningKey(
        DomainName domain,
        String selector,
        String algorithm,
        byte[] privateKey,
        byte[] publicKey,
        String record,
        Instant created) {
    @Override
    public boolean equals(Object other) {
        return other instanceof SigningKey that
                && selector.equals(that.selector)
                && domain.equals(that.domain)
                && record.equals(that.record)
                && Arrays.equals(publicKey, that.publicKey);
    }

    @Override
    public int hashCode() {
        return Objects.hash(domain, selector);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return selector + "._domainkey." + domain + ' ' + algorithm;
    }
}
