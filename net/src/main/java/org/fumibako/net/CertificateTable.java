// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which certificate a name gets: an exact match, then a wildcard, then the first one given. Immutable. */
final class CertificateTable {
    private final List<TlsCertificate> certificates;
    private final Map<String, List<Integer>> byName = new HashMap<>();

    CertificateTable(List<TlsCertificate> certificates) {
        this.certificates = List.copyOf(certificates);
        for (int i = 0; i < certificates.size(); i++) {
            for (String name : certificates.get(i).names()) {
                byName.computeIfAbsent(name, key -> new ArrayList<>()).add(i);
            }
        }
    }

    /**
     * The place of the certificate for a name.
     *
     * @param name what the peer asked for; empty when it did not say
     * @param algorithm of the key, as the handshake wants it: {@code EC}, {@code RSA}
     */
    Optional<Integer> find(String name, String algorithm) {
        String wanted = name.toLowerCase(Locale.ROOT);
        int dot = wanted.indexOf('.');
        String wildcard = dot < 0 ? "" : "*" + wanted.substring(dot);
        return first(byName.getOrDefault(wanted, List.of()), algorithm)
                .or(() -> first(byName.getOrDefault(wildcard, List.of()), algorithm))
                .or(() -> fallback(algorithm));
    }

    TlsCertificate get(int place) {
        return certificates.get(place);
    }

    private Optional<Integer> first(List<Integer> places, String algorithm) {
        return places.stream().filter(place -> uses(place, algorithm)).findFirst();
    }

    private Optional<Integer> fallback(String algorithm) {
        for (int place = 0; place < certificates.size(); place++) {
            if (uses(place, algorithm)) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }

    private boolean uses(int place, String algorithm) {
        return certificates.get(place).leaf().getPublicKey().getAlgorithm().equals(algorithm);
    }
}
