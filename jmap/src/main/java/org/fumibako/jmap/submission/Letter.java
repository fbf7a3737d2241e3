// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.submission;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fumibako.jmap.wire.SetException;
import org.fumibako.mime.Headers;
import org.fumibako.mime.MailAddress;
import org.fumibako.mime.MimeLimits;
import org.fumibako.model.Content;
import org.fumibako.model.EmailAddress;
import tools.jackson.databind.JsonNode;

/**
 * From whom to whom a message goes, and when.
 *
 * @param sendAt now, or later
 */
record Letter(EmailAddress sender, List<EmailAddress> recipients, Instant sendAt) {
    /** From the envelope, or where there is none from the identity and the message's own fields (RFC 8621 §7). */
    static Letter of(JsonNode envelope, EmailAddress identity, Content message, Instant now)
            throws SetException, IOException {
        if (!envelope.isObject()) {
            return new Letter(identity, recipients(message), now);
        }
        Map<String, EmailAddress> all = new LinkedHashMap<>();
        for (JsonNode one : envelope.path("rcptTo")) {
            EmailAddress address = address(one);
            requireNoParameters(one);
            all.putIfAbsent(address.key(), address);
        }
        JsonNode from = envelope.path("mailFrom");
        return new Letter(address(from), List.copyOf(all.values()), sendAt(from.path("parameters"), now));
    }

    private static EmailAddress address(JsonNode json) throws SetException {
        return EmailAddress.parse(json.path("email").asString(""))
                .orElseThrow(() -> SetException.invalid("envelope", "There is an address that is none."));
    }

    private static void requireNoParameters(JsonNode json) throws SetException {
        if (json.path("parameters").size() > 0) {
            throw SetException.invalid("envelope", "Parameters of recipients are not offered.");
        }
    }

    /** HOLDFOR in seconds, HOLDUNTIL as a time (RFC 4865 §4.1). */
    private static Instant sendAt(JsonNode parameters, Instant now) throws SetException {
        Optional<Instant> wanted = Optional.empty();
        for (Map.Entry<String, JsonNode> parameter : parameters.properties()) {
            String value = parameter.getValue().asString("");
            try {
                wanted = switch (parameter.getKey().toUpperCase(java.util.Locale.ROOT)) {
                    case "HOLDFOR" -> Optional.of(now.plusSeconds(Math.clamp(Long.parseLong(value), 0, 1L << 40)));
                    case "HOLDUNTIL" -> Optional.of(OffsetDateTime.parse(value).toInstant());
                    default -> throw SetException.invalid("envelope", "The parameter is not offered.");
                };
            } catch (NumberFormatException | DateTimeException none) {
                throw SetException.invalid("envelope", "A time is none.");
            }
        }
        Instant at = wanted.orElse(now);
        if (Duration.between(now, at).toSeconds() > Submissions.MAX_DELAY) {
            throw SetException.invalid("envelope", "A letter may wait " + Submissions.MAX_DELAY + " seconds.");
        }
        return at.isAfter(now) ? at.truncatedTo(ChronoUnit.MILLIS) : now;
    }

    private static List<EmailAddress> recipients(Content message) throws SetException, IOException {
        Map<String, EmailAddress> all = new LinkedHashMap<>();
        Headers headers = Headers.read(message, MimeLimits.DEFAULT);
        for (String field : List.of("To", "Cc", "Bcc")) {
            for (String raw : headers.all(field)) {
                for (MailAddress one : MailAddress.parse(raw)) {
                    EmailAddress address = one.email()
                            .orElseThrow(
                                    () -> SetException.invalid("emailId", "There is a recipient that is no address."));
                    all.putIfAbsent(address.key(), address);
                }
            }
        }
        return List.copyOf(all.values());
    }
}
