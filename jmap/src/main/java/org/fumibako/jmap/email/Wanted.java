// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.email;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fumibako.jmap.Call;
import org.fumibako.jmap.mail.MailIndex;
import org.fumibako.jmap.wire.Ids;
import org.fumibako.jmap.wire.SetError;
import org.fumibako.jmap.wire.SetException;
import org.fumibako.model.Flags;
import org.fumibako.model.MailboxId;
import tools.jackson.databind.JsonNode;

/**
 * Where an email is to be, and with which keywords.
 *
 * @param mailboxes that are there; at least one
 */
record Wanted(Set<MailboxId> mailboxes, Flags flags) {
    /** @param email the email as it is to be */
    static Wanted of(Call call, MailIndex index, JsonNode email) throws SetException {
        Set<MailboxId> mailboxes = new LinkedHashSet<>();
        JsonNode ids = email.path("mailboxIds");
        for (Map.Entry<String, JsonNode> entry : ids.properties()) {
            Optional<MailboxId> mailbox = call.resolve(entry.getKey())
                    .flatMap(Ids::mailbox)
                    .filter(id -> index.seat(id).isPresent());
            if (mailbox.isEmpty() || !isTrue(entry.getValue())) {
                throw SetException.invalid("mailboxIds", "There is no mailbox " + entry.getKey() + ".");
            }
            mailboxes.add(mailbox.get());
        }
        if (mailboxes.isEmpty()) {
            throw SetException.invalid("mailboxIds", "An email is in a mailbox at least.");
        }
        return new Wanted(mailboxes, flags(email.path("keywords")));
    }

    private static Flags flags(JsonNode keywords) throws SetException {
        if (!keywords.isMissingNode() && !keywords.isObject() && !keywords.isNull()) {
            throw SetException.invalid("keywords", "These are no keywords.");
        }
        if (keywords.size() > Flags.MAX_KEYWORDS) {
            throw new SetException(
                    new SetError("tooManyKeywords", "An email has " + Flags.MAX_KEYWORDS + " keywords at most."));
        }
        Flags flags = Flags.NONE;
        for (Map.Entry<String, JsonNode> entry : keywords.properties()) {
            Optional<Flags> flag = Keywords.flag(entry.getKey());
            if (flag.isEmpty() || !isTrue(entry.getValue())) {
                throw SetException.invalid("keywords", "There cannot be a keyword " + entry.getKey() + ".");
            }
            flags = flags.plus(flag.get());
        }
        return flags;
    }

    private static boolean isTrue(JsonNode value) {
        return value.isBoolean() && value.booleanValue();
    }

    /** The date that the mailbox shows. */
    static Instant receivedAt(JsonNode email, Instant now) throws SetException {
        JsonNode value = email.path("receivedAt");
        if (value.isMissingNode() || value.isNull()) {
            return now;
        }
        return EmailFilter.date(value).orElseThrow(() -> SetException.invalid("receivedAt", "This is not a date."));
    }
}
