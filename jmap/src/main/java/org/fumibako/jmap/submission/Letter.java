// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.submission;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fumibako.jmap.wire.Json;
import org.fumibako.jmap.wire.SetError;
import org.fumibako.jmap.wire.SetException;
import org.fumibako.mime.Headers;
import org.fumibako.mime.MailAddress;
import org.fumibako.mime.MimeLimits;
import org.fumibako.model.Content;
import org.fumibako.model.EmailAddress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * From whom to whom a message goes, and when.
 *
 * @param sendAt now, or later
 */
record Letter(EmailAddress sender, List<EmailAddress> recipients, Instant sendAt) {
    /** Recipients of one message; more are a list's business. */
    private static final int MAX_RECIPIENTS = 1_000;

    /** From the envelope, or where there is none from the identity and the message's own fields (RFC 8621 §7). */
    static Letter of(JsonNode envelope, EmailAddress identity, Content message, Instant now)
            throws SetException, IOException {
        Headers headers = Headers.read(message, MimeLimits.DEFAULT);
        requireFrom(headers);
        if (envelope.isMissingNode() || envelope.isNull()) {
            return new Letter(identity, few(recipients(headers)), now);
        }
        if (!envelope.isObject() || !envelope.path("rcptTo").isArray()) {
            throw SetException.invalid("envelope", "This is no envelope.");
        }
        JsonNode from = envelope.path("mailFrom");
        EmailAddress sender =
                address(from).orElseThrow(() -> SetException.invalid("envelope", "The sender's address is none."));
        return new Letter(sender, few(recipients(envelope.path("rcptTo"))), sendAt(from.path("parameters"), now));
    }

    /** RFC 5322 §3.6: a message has one; who may be in it is asked when it is sent. */
    private static void requireFrom(Headers headers) throws SetException {
        if (headers.all("From").stream()
                .allMatch(from -> MailAddress.parse(from).isEmpty())) {
            throw new SetException(new SetError(
                    "invalidEmail", "The message does not say who it is from.", List.of("from"), Json.object()));
        }
    }

    private static List<EmailAddress> few(List<EmailAddress> recipients) throws SetException {
        if (recipients.size() > MAX_RECIPIENTS) {
            ObjectNode extra = Json.object().put("maxRecipients", MAX_RECIPIENTS);
            throw new SetException(new SetError(
                    "tooManyRecipients", "There may be " + MAX_RECIPIENTS + " recipients.", List.of(), extra));
        }
        return recipients;
    }

    private static List<EmailAddress> recipients(JsonNode list) throws SetException {
        Map<String, EmailAddress> all = new LinkedHashMap<>();
        List<String> wrong = new ArrayList<>();
        for (JsonNode one : list) {
            requireNoParameters(one);
            address(one)
                    .ifPresentOrElse(
                            address -> all.putIfAbsent(address.key(), address),
                            () -> wrong.add(one.path("email").asString("")));
        }
        requireNone(wrong);
        return List.copyOf(all.values());
    }

    private static void requireNone(List<String> wrong) throws SetException {
        if (!wrong.isEmpty()) {
            ObjectNode extra = Json.object();
            extra.set("invalidRecipients", Json.array(wrong));
            throw new SetException(
                    new SetError("invalidRecipients", "There is a recipient that is no address.", List.of(), extra));
        }
    }

    private static Optional<EmailAddress> address(JsonNode json) {
        return EmailAddress.parse(json.path("email").asString(""));
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

    private static List<EmailAddress> recipients(Headers headers) throws SetException {
        Map<String, EmailAddress> all = new LinkedHashMap<>();
        List<String> wrong = new ArrayList<>();
        for (String field : List.of("To", "Cc", "Bcc")) {
            for (String raw : headers.all(field)) {
                for (MailAddress one : MailAddress.parse(raw)) {
                    one.email()
                            .ifPresentOrElse(
                                    address -> all.putIfAbsent(address.key(), address), () -> wrong.add(one.address()));
                }
            }
        }
        requireNone(wrong);
        return List.copyOf(all.values());
    }
}
