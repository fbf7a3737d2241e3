// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dkim;

import java.time.Instant;
import java.util.Arrays;
import org.fumibako.model.DomainName;

/**
 * A signing key as it is kept. Two are equal when they have the same name and the same public key.
 *
 * @param selector one label or several
 * @param privateKey PKCS #8 (RFC 5958), as Java encodes it; not copied, must not change
 * @param publicKey SubjectPublicKeyInfo (RFC 5280 §4.1.2.7); not copied, must not change
 */
public record StoredDkimKey(
        DomainName domain,
        String selector,
        SignatureAlgorithm algorithm,
        byte[] privateKey,
        byte[] publicKey,
        Instant created) {
    @Override
    public boolean equals(Object other) {
        return other instanceof StoredDkimKey that
                && selector.equals(that.selector)
                && domain.equals(that.domain)
                && Arrays.equals(publicKey, that.publicKey);
    }

    @Override
    public int hashCode() {
        return domain.hashCode() * 31 + selector.hashCode();
    }

    /** Without the key. */
    @Override
    public String toString() {
        return selector + "._domainkey." + domain + ' ' + algorithm.token();
    }
}
