// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.forward;

import java.util.List;
import java.util.Optional;
import org.fumibako.journal.Origin;
import org.fumibako.mailauth.Findings;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.BodyType;
import org.fumibako.model.Content;
import org.fumibako.model.EmailAddress;

/**
 * A message that may go on, without the fields of final delivery.
 *
 * @param message as it came in, without fields that speak in our name
 * @param summary of the message as it is filed
 * @param received our Received field, which ends with CRLF
 * @param findings what was found of it; empty when nobody looked
 * @param passed Delivered-To fields that it came with, top to bottom, as they stand
 */
public record Letter(
        Content message,
        MessageSummary summary,
        String received,
        Optional<Findings> findings,
        Declared declared,
        List<String> passed,
        Origin origin) {
    public Letter {
        passed = List.copyOf(passed);
    }

    /**
     * What MAIL said.
     *
     * @param sender empty for {@code <>}
     */
    public record Declared(Optional<EmailAddress> sender, BodyType body, boolean smtpUtf8) {}
}
