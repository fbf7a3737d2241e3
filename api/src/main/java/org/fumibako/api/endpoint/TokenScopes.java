// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.endpoint;

import java.util.Optional;
import java.util.regex.Pattern;
import org.fumibako.registry.TokenScope;

/**
 * The scope that a program's token needs for an endpoint. What is not listed here no token opens: signing in, passwords of
 * programs, tokens themselves, the contents of mail.
 */
public final class TokenScopes {
    private static final Pattern DNS =
            Pattern.compile("/api/domains/\\{domain}/(dns|spf|dkim|dmarc|name-servers)(/.*)?");

    private static final Pattern SENDING =
            Pattern.compile("/api/queue(/.*)?|/api/(domains/\\{domain}|accounts/\\{address})/trace");

    private static final Pattern ACCOUNTS = Pattern.compile(
            "/api/domains(/\\{domain}(/accounts([./].*)?)?)?"
                    + "|/api/accounts/\\{address}(/(auto-reply|country|forwarding|history|mailboxes|password|travel-passes)(/.*)?)?");

    private TokenScopes() {}

    /** Empty where no token is enough. */
    public static Optional<TokenScope> of(Endpoint<?, ?> endpoint) {
        boolean reads = endpoint.method().isSafe();
        String path = endpoint.path();
        if (DNS.matcher(path).matches()) {
            return Optional.of(reads ? TokenScope.DNS_READ : TokenScope.DNS_WRITE);
        }
        if (SENDING.matcher(path).matches()) {
            return Optional.of(reads ? TokenScope.SENDING_READ : TokenScope.SENDING_WRITE);
        }
        if (ACCOUNTS.matcher(path).matches()) {
            return Optional.of(reads ? TokenScope.ACCOUNTS_READ : TokenScope.ACCOUNTS_WRITE);
        }
        return Optional.empty();
    }
}
