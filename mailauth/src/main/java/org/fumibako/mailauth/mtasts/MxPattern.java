// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.mtasts;

import java.util.Optional;
import org.fumibako.model.DomainName;

/**
 * A name of exchanges in a policy (RFC 8461 §4.1).
 *
 * @param wildcard whether one label more has to stand before the name: {@code *.example.jp}
 */
public record MxPattern(boolean wildcard, DomainName name) {
    private static final String WILDCARD = "*.";

    /** @return empty when the text is neither a name nor {@code *.} and a name */
    public static Optional<MxPattern> parse(String text) {
        boolean wildcard = text.startsWith(WILDCARD);
        return DomainName.parse(wildcard ? text.substring(WILDCARD.length()) : text)
                .map(name -> new MxPattern(wildcard, name));
    }

    /** A wildcard stands for exactly one label. */
    public boolean matches(DomainName exchange) {
        if (!wildcard) {
            return exchange.equals(name);
        }
        int dot = exchange.ascii().indexOf('.');
        return dot > 0 && exchange.ascii().substring(dot + 1).equals(name.ascii());
    }

    @Override
    public String toString() {
        return (wildcard ? WILDCARD : "") + name;
    }
}
