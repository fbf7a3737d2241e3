// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.email;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fumibako.jmap.wire.Arguments;
import org.fumibako.jmap.wire.HeaderProperty;
import org.fumibako.jmap.wire.JmapLimits;
import org.fumibako.jmap.wire.MethodException;
import org.fumibako.store.MessageStore;

/**
 * Which properties of emails are wanted, and what has to be read for them (RFC 8621 §4.2).
 *
 * @param properties {@code id} among them
 * @param bodyProperties of parts
 * @param mostValue octets of a body value
 */
record EmailShape(
        Set<String> properties,
        Set<String> bodyProperties,
        boolean textValues,
        boolean htmlValues,
        boolean allValues,
        int mostValue) {
    static final Set<String> ARGUMENTS = Set.of(
            "bodyProperties", "fetchTextBodyValues", "fetchHTMLBodyValues", "fetchAllBodyValues", "maxBodyValueBytes");

    /**
     * Our own property: since when an email is in each of its mailboxes (UTCDate by mailbox id), from which follows when Trash forgets
     * it. Only who asks for it gets it.
     */
    static final String SAVED_DATES = "savedDates";

    /** Fields that have a property of their own; the form in which it has them. */
    static final Map<String, HeaderProperty> CONVENIENT = Map.ofEntries(
            convenient("messageId", "Message-ID", HeaderProperty.Form.MESSAGE_IDS),
            convenient("inReplyTo", "In-Reply-To", HeaderProperty.Form.MESSAGE_IDS),
            convenient("references", "References", HeaderProperty.Form.MESSAGE_IDS),
            convenient("sender", "Sender", HeaderProperty.Form.ADDRESSES),
            convenient("from", "From", HeaderProperty.Form.ADDRESSES),
            convenient("to", "To", HeaderProperty.Form.ADDRESSES),
            convenient("cc", "Cc", HeaderProperty.Form.ADDRESSES),
            convenient("bcc", "Bcc", HeaderProperty.Form.ADDRESSES),
            convenient("replyTo", "Reply-To", HeaderProperty.Form.ADDRESSES),
            convenient("subject", "Subject", HeaderProperty.Form.TEXT),
            convenient("sentAt", "Date", HeaderProperty.Form.DATE));

    static final Set<String> DEFAULTS = new LinkedHashSet<>(List.of(
            "id",
            "blobId",
            "threadId",
            "mailboxIds",
            "keywords",
            "size",
            "receivedAt",
            "messageId",
            "inReplyTo",
            "references",
            "sender",
            "from",
            "to",
            "cc",
            "bcc",
            "replyTo",
            "subject",
            "sentAt",
            "hasAttachment",
            "preview",
            "bodyValues",
            "textBody",
            "htmlBody",
            "attachments"));

    private static final Set<String> BODIES =
            Set.of("bodyStructure", "bodyValues", "textBody", "htmlBody", "attachments");

    /** What an envelope says exactly as the header does. Sender and Reply-To it fills in where they are missing. */
    private static final Set<String> IN_ENVELOPE =
            Set.of("message-id", "in-reply-to", "from", "to", "cc", "bcc", "subject", "date");

    private static Map.Entry<String, HeaderProperty> convenient(
            String property, String field, HeaderProperty.Form form) {
        return Map.entry(property, new HeaderProperty(property, field, form, false));
    }

    static EmailShape of(Arguments arguments, Optional<Set<String>> properties, JmapLimits limits)
            throws MethodException {
        Set<String> wanted = properties.orElse(DEFAULTS);
        for (String property : wanted) {
            boolean known = DEFAULTS.contains(property)
                    || property.equals("headers")
                    || property.equals("bodyStructure")
                    || property.equals(SAVED_DATES)
                    || HeaderProperty.of(property).isPresent();
            if (!known) {
                throw MethodException.invalidArguments("There is no property " + property + ".");
            }
        }
        long most = arguments.number("maxBodyValueBytes", 0).orElse(0L);
        return new EmailShape(
                wanted,
                bodyProperties(arguments),
                arguments.flag("fetchTextBodyValues"),
                arguments.flag("fetchHTMLBodyValues"),
                arguments.flag("fetchAllBodyValues"),
                (int) (most == 0 ? limits.maxBodyValue() : Math.min(most, limits.maxBodyValue())));
    }

    private static Set<String> bodyProperties(Arguments arguments) throws MethodException {
        Optional<List<String>> given = arguments.texts("bodyProperties");
        Set<String> wanted = given.<Set<String>>map(LinkedHashSet::new).orElse(PartJson.DEFAULTS);
        for (String property : wanted) {
            if (!PartJson.KNOWN.contains(property)
                    && HeaderProperty.of(property).isEmpty()) {
                throw MethodException.invalidArguments("There is no property " + property + " of a part.");
            }
        }
        return wanted;
    }

    /** The property as one that asks for a header field, if it is. */
    static Optional<HeaderProperty> header(String property) {
        return Optional.ofNullable(CONVENIENT.get(property)).or(() -> HeaderProperty.of(property));
    }

    /** Whether the envelope answers it. */
    static boolean isInEnvelope(HeaderProperty property) {
        return !property.all()
                && property.form() != HeaderProperty.Form.RAW
                && IN_ENVELOPE.contains(property.field().toLowerCase(Locale.ROOT));
    }

    /** What of the index is needed. */
    Set<MessageStore.Column> columns() {
        EnumSet<MessageStore.Column> columns = EnumSet.noneOf(MessageStore.Column.class);
        for (String property : properties) {
            if (property.equals("preview")) {
                columns.add(MessageStore.Column.PREVIEW);
            } else if (property.equals("hasAttachment") || property.equals("headers") || BODIES.contains(property)) {
                columns.add(MessageStore.Column.STRUCTURE);
            } else {
                header(property)
                        .ifPresent(field -> columns.add(
                                isInEnvelope(field) ? MessageStore.Column.ENVELOPE : MessageStore.Column.STRUCTURE));
            }
        }
        return columns;
    }

    /** Whether the message itself has to be opened. */
    boolean needsContent() {
        Set<String> inIndex = new HashSet<>(PartJson.KNOWN);
        inIndex.removeAll(Set.of("headers", "size"));
        boolean partsNeed = !inIndex.containsAll(bodyProperties);
        return properties.stream()
                .anyMatch(property -> property.equals("headers")
                        || (property.equals("bodyValues") && (textValues || htmlValues || allValues))
                        || (BODIES.contains(property) && !property.equals("bodyValues") && partsNeed)
                        || header(property)
                                .filter(field -> !isInEnvelope(field))
                                .isPresent());
    }
}
