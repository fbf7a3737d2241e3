// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.email;

import java.text.Normalizer;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.fumibako.jmap.wire.HeaderProperty;
import org.fumibako.jmap.wire.Json;
import org.fumibako.mime.AddressGroup;
import org.fumibako.mime.HeaderText;
import org.fumibako.mime.MailAddress;
import org.fumibako.mime.MailDate;
import org.fumibako.mime.MessageIds;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** The forms in which a header field is given (RFC 8621 §4.1.2), of its raw value. */
final class HeaderValues {
    private static final int MOST_IDS = 1000;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");

    private HeaderValues() {}

    /** @param raw a value as {@link org.fumibako.mime.Headers} gives it */
    static JsonNode of(HeaderProperty.Form form, String raw) {
        return switch (form) {
            case RAW, TEXT -> Json.object().stringNode(text(raw));
            case ADDRESSES -> addresses(AddressGroup.parse(raw));
            case GROUPED -> grouped(AddressGroup.parse(raw));
            case MESSAGE_IDS -> ids(raw);
            case DATE -> date(raw);
            case URLS -> urls(raw);
        };
    }

    static String text(String raw) {
        return Normalizer.normalize(HeaderText.decode(raw).strip(), Normalizer.Form.NFC);
    }

    static ArrayNode addresses(List<AddressGroup> groups) {
        ArrayNode addresses = Json.array();
        groups.forEach(group -> group.addresses().forEach(address -> addresses.add(address(address))));
        return addresses;
    }

    static ArrayNode grouped(List<AddressGroup> groups) {
        ArrayNode list = Json.array();
        for (AddressGroup group : groups) {
            ObjectNode json = Json.object().put("name", group.name().orElse(null));
            json.set("addresses", addresses(List.of(group)));
            list.add(json);
        }
        return list;
    }

    private static ObjectNode address(MailAddress address) {
        String name = Normalizer.normalize(address.name().strip(), Normalizer.Form.NFC);
        return Json.object().put("name", name.isEmpty() ? null : name).put("email", address.address());
    }

    static JsonNode ids(String raw) {
        List<String> ids = MessageIds.all(raw, MOST_IDS);
        return ids.isEmpty() ? NullNode.instance : Json.array(ids);
    }

    static JsonNode date(String raw) {
        return MailDate.parse(raw)
                .map(HeaderValues::dateText)
                .<JsonNode>map(text -> Json.object().stringNode(text))
                .orElse(NullNode.instance);
    }

    private static String dateText(OffsetDateTime date) {
        return DATE.format(date);
    }

    private static JsonNode urls(String raw) {
        List<String> urls = new ArrayList<>();
        int open = raw.indexOf('<');
        while (open >= 0) {
            int close = raw.indexOf('>', open);
            if (close < 0) {
                break;
            }
            urls.add(raw.substring(open + 1, close).replaceAll("\\s", ""));
            open = raw.indexOf('<', close);
        }
        return urls.isEmpty() ? NullNode.instance : Json.array(urls);
    }
}
