// SPDX-License-Identifier: Apache-2.0
package org.fumibako.acme;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which authority issues certificates.
 *
 * @param directory its directory (RFC 8555 §7.1.1), an {@code https} address
 * @param contact a mail address that the authority may write to
 * @param trust certificates, PEM, that vouch for the authority's own server instead of those that Java trusts: for an authority of
 *     one's own
 */
public record AcmeSettings(URI directory, Optional<String> contact, Optional<Path> trust) {
    /** Let's Encrypt, which issues to anybody for nothing. */
    public static final URI LETS_ENCRYPT = URI.create("https://acme-v02.api.letsencrypt.org/directory");
}
