// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.email;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fumibako.jmap.mail.Email;
import org.fumibako.jmap.wire.HeaderProperty;
import org.fumibako.jmap.wire.Ids;
import org.fumibako.jmap.wire.Json;
import org.fumibako.mime.AddressGroup;
import org.fumibako.mime.BodyPart;
import org.fumibako.mime.EnvelopeFields;
import org.fumibako.model.Content;
import org.fumibako.model.Flags;
import org.fumibako.store.EmailRow;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** Emails as objects (RFC 8621 §4.1). */
final class EmailJson {
    private final EmailShape shape;

    EmailJson(EmailShape shape) {
        this.shape = shape;
    }

    /** @param content null when the shape does not need it */
    ObjectNode of(EmailRow row, @Nullable Content content) throws IOException {
        ObjectNode json = Json.object();
        Message message = new Message(
                "B" + row.contentId(),
                row.envelope(),
                row.structure().length == 0 ? null : BodyPart.decode(row.structure()),
                content == null ? Content.of(new byte[0]) : content,
                row.preview());
        for (String property : shape.properties()) {
            if (!metadata(json, property, row)) {
                put(json, property, message);
            }
        }
        return json;
    }

    /**
     * What is known of the octets of a message.
     *
     * @param blobId of the message
     * @param envelope empty when it is not known
     * @param structure null when it is not known
     */
    record Message(String blobId, byte[] envelope, @Nullable BodyPart structure, Content content, String preview) {
        private BodyPart root() {
            if (structure == null) {
                throw new IllegalStateException("the structure was not read");
            }
            return structure;
        }
    }

    private static boolean metadata(ObjectNode json, String property, EmailRow row) {
        switch (property) {
            case "id" -> json.put(property, Ids.email(row.contentId()));
            case "threadId" -> json.put(property, Ids.thread(row.threadId()));
            case "mailboxIds" -> json.set(property, mailboxIds(row));
            case EmailShape.SAVED_DATES -> json.set(property, savedDates(row));
            case "keywords" -> json.set(property, keywords(Email.flags(row)));
            case "size" -> json.put(property, row.size());
            case "receivedAt" ->
                json.put(
                        property, Instant.ofEpochSecond(row.receivedAt() / 1000).toString());
            default -> {
                return false;
            }
        }
        return true;
    }

    private static ObjectNode savedDates(EmailRow row) {
        ObjectNode dates = Json.object();
        row.places()
                .forEach(place -> dates.put(
                        Ids.mailbox(place.mailbox()),
                        Instant.ofEpochSecond(place.savedDate() / 1000).toString()));
        return dates;
    }

    static ObjectNode mailboxIds(EmailRow row) {
        ObjectNode ids = Json.object();
        row.places().forEach(place -> ids.put(Ids.mailbox(place.mailbox()), true));
        return ids;
    }

    static ObjectNode keywords(Flags flags) {
        ObjectNode keywords = Json.object();
        Keywords.of(flags).forEach(keyword -> keywords.put(keyword, true));
        return keywords;
    }

    /** A property that the octets of the message alone determine. */
    void put(ObjectNode json, String property, Message message) throws IOException {
        switch (property) {
            case "blobId" -> json.put(property, message.blobId());
            case "preview" -> json.put(property, message.preview());
            case "hasAttachment" ->
                json.put(property, BodyLists.of(Part.root(message.root())).hasAttachment());
            case "headers" ->
                json.set(
                        property,
                        PartHeader.read(message.content(), message.root()).all());
            case "bodyStructure" -> json.set(property, parts(message).of(Part.root(message.root()), true));
            case "bodyValues" -> json.set(property, values(message));
            case "textBody" ->
                json.set(property, parts(message).list(lists(message).text()));
            case "htmlBody" ->
                json.set(property, parts(message).list(lists(message).html()));
            case "attachments" ->
                json.set(property, parts(message).list(lists(message).attachments()));
            default -> json.set(property, header(EmailShape.header(property).orElseThrow(), message));
        }
    }

    private PartJson parts(Message message) {
        return new PartJson(message.blobId(), message.content(), shape.bodyProperties());
    }

    private static BodyLists lists(Message message) {
        return BodyLists.of(Part.root(message.root()));
    }

    private ObjectNode values(Message message) throws IOException {
        Set<Part> wanted = new LinkedHashSet<>();
        BodyLists lists = lists(message);
        if (shape.textValues() || shape.allValues()) {
            wanted.addAll(lists.text());
        }
        if (shape.htmlValues() || shape.allValues()) {
            wanted.addAll(lists.html());
        }
        if (shape.allValues()) {
            wanted.addAll(lists.attachments());
        }
        ObjectNode values = Json.object();
        for (Part part : wanted) {
            if (part.part().type().equals("TEXT")) {
                values.set(part.id(), parts(message).value(part, shape.mostValue()));
            }
        }
        return values;
    }

    private static JsonNode header(HeaderProperty property, Message message) throws IOException {
        if (!EmailShape.isInEnvelope(property) || message.envelope().length == 0) {
            return PartHeader.read(message.content(), message.root()).value(property);
        }
        EnvelopeFields envelope = EnvelopeFields.of(message.envelope());
        String field = property.field().toLowerCase(Locale.ROOT);
        return switch (property.form()) {
            case ADDRESSES, GROUPED -> {
                List<AddressGroup> groups = AddressGroup.of(envelope, field);
                boolean grouped = property.form() == HeaderProperty.Form.GROUPED;
                yield groups.isEmpty()
                        ? NullNode.instance
                        : grouped ? HeaderValues.grouped(groups) : HeaderValues.addresses(groups);
            }
            default ->
                envelope.field(field)
                        .map(raw -> HeaderValues.of(property.form(), raw))
                        .orElse(NullNode.instance);
        };
    }
}
