// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dmarc;

import java.util.List;
import java.util.Optional;

/**
 * A policy record (RFC 9989 §4.7).
 *
 * @param subdomains {@code sp}
 * @param missing {@code np}, for names that do not exist
 * @param psd empty when the record does not say
 * @param testing {@code t=y}
 * @param percent {@code pct} (RFC 7489 §6.3); 100 when absent or nonsense
 * @param reports {@code rua}, the URIs as they are written, at most ten
 */
public record DmarcRecord(
        DmarcPolicy policy,
        Optional<DmarcPolicy> subdomains,
        Optional<DmarcPolicy> missing,
        Alignment dkim,
        Alignment spf,
        Optional<Boolean> psd,
        boolean testing,
        int percent,
        List<String> reports) {
    public DmarcRecord {
        reports = List.copyOf(reports);
    }

    /** How well names have to agree (RFC 9989 §4.4). */
    public enum Alignment {
        RELAXED,
        STRICT
    }

    /** The policy for mail of a domain below the record's. */
    DmarcPolicy forSubdomain(boolean exists) {
        DmarcPolicy below = subdomains.orElse(policy);
        return exists ? below : missing.orElse(below);
    }
}
