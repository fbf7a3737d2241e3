// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server;

import java.nio.file.Path;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.net.ListenerConfig;

/**
 * One SMTP service.
 *
 * @param host our own name, as greeting and trace fields say it
 * @param listener address, TLS and connection limits; {@link SmtpService#SUBMISSIONS} wants implicit TLS
 * @param postmaster who gets mail for {@code <postmaster>} without a domain (RFC 5321 §4.5.1)
 * @param spool where large messages wait while they arrive
 */
public record SmtpConfig(
        SmtpService service,
        DomainName host,
        ListenerConfig listener,
        EmailAddress postmaster,
        Path spool,
        SmtpLimits limits) {
    /** What one connection too many is told. */
    public static final String BUSY_LINE = "421 4.7.0 Too many connections, please try again later\r\n";
}
