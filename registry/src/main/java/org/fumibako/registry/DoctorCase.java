// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;

/**
 * One examination of an address, as it was shown.
 *
 * @param id 128 random bits or more: whoever has a link has to be let in too, so it is no secret
 * @param symptom the complaint's code
 * @param shared until when the service's own people may look at it; empty when they may not
 */
public record DoctorCase(
        String id,
        DomainName domain,
        EmailAddress address,
        String symptom,
        Instant opened,
        Optional<Instant> shared,
        List<Kept> findings) {
    public DoctorCase {
        findings = List.copyOf(findings);
    }

    /**
     * What a check came to, in the form in which it was shown.
     *
     * @param check its id
     * @param ja JSON
     * @param en the same in English
     */
    public record Kept(String check, String ja, String en) {}

    DoctorCase with(List<Kept> kept) {
        return new DoctorCase(id, domain, address, symptom, opened, shared, kept);
    }

    /** Whether the service's own people may look at it. */
    public boolean isShared(Instant now) {
        return shared.filter(now::isBefore).isPresent();
    }
}
