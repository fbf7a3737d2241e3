// SPDX-License-Identifier: Apache-2.0
package org.fumibako.e2e.server;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A running mail server, as a client sees it.
 *
 * @param host the name in its certificate
 * @param ports by service: smtp, submission, submissions, imap, imaps, pop3, pop3s; all on the loopback address
 * @param domain a domain it takes mail for
 * @param ca the certificate of the authority that signed the server's, as PEM
 * @param newAccounts hands out an empty account that no other test uses
 * @param internet where the simulated Internet keeps what it takes; empty where there is none
 */
public record Server(
        String host,
        Map<String, Integer> ports,
        String domain,
        Path ca,
        Supplier<Account> newAccounts,
        Optional<Path> internet) {

    public int port(String service) {
        Integer port = ports.get(service);
        if (port == null) {
            throw new IllegalStateException("the server has no port for " + service);
        }
        return port;
    }

    public Account newAccount() {
        return newAccounts.get();
    }
}
