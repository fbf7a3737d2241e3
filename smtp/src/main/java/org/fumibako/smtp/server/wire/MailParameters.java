// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server.wire;

import java.util.Optional;
import java.util.OptionalLong;
import org.fumibako.model.BodyType;
import org.fumibako.model.DsnReturn;

/**
 * The parameters of MAIL.
 *
 * @param size octets the client means to send (RFC 1870 §6)
 * @param smtpUtf8 addresses and header are UTF-8 (RFC 6531 §3.4)
 * @param ret what a DSN should carry (RFC 3461 §4.3)
 * @param envelopeId ENVID, xtext decoded, at most 100 characters (RFC 3461 §4.4)
 * @param auth who submitted it first (RFC 4954 §5), xtext decoded; {@code <>} for unknown
 */
public record MailParameters(
        OptionalLong size,
        BodyType body,
        boolean smtpUtf8,
        Optional<DsnReturn> ret,
        Optional<String> envelopeId,
        Optional<String> auth) {
    public static final MailParameters NONE = new MailParameters(
            OptionalLong.empty(), BodyType.SEVEN_BIT, false, Optional.empty(), Optional.empty(), Optional.empty());
}
