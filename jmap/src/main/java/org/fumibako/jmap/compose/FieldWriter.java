// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.compose;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.fumibako.jmap.wire.SetException;
import org.fumibako.mime.HeaderWriter;
import org.fumibako.model.EmailAddress;
import tools.jackson.databind.JsonNode;

/**
 * Writes header fields of what clients give (RFC 8621 §4.6). Nothing that a client gives can end a field: texts are encoded,
 * addresses and ids are checked, the rest may have no control character.
 */
final class FieldWriter {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss xx", Locale.ENGLISH);
    private static final Pattern ID = Pattern.compile("[\\x21-\\x3b\\x3d\\x3f-\\x7e]{1,900}");
    private static final Pattern NAME = Pattern.compile("[\\x21-\\x39\\x3b-\\x7e]{1,70}");
    private static final Pattern URL = Pattern.compile("[\\x21-\\x3b\\x3d\\x3f-\\x7e]{1,900}");
    private static final int MAX_ADDRESSES = 1_000;

    private final String property;
    private final String name;

    /** @param property what a refusal names */
    FieldWriter(String property, String name) {
        this.property = property;
        this.name = name;
    }

    /** The field with its line break, of a value in this form ({@code asText}); empty for null. */
    String write(String form, JsonNode value) throws SetException {
        if (!NAME.matcher(name).matches()) {
            throw refused("This is no name of a field.");
        }
        if (value.isNull()) {
            return "";
        }
        return switch (form) {
            case "asText" -> HeaderWriter.text(name, text(value));
            case "asAddresses" -> name + ": " + String.join(",\r\n ", addresses(value)) + "\r\n";
            case "asGroupedAddresses" -> name + ": " + String.join(",\r\n ", groups(value)) + "\r\n";
            case "asMessageIds" -> name + ": " + String.join("\r\n ", bracketed(value, ID)) + "\r\n";
            case "asURLs" -> name + ": " + String.join(",\r\n ", bracketed(value, URL)) + "\r\n";
            case "asDate" -> name + ": " + date(value) + "\r\n";
            default -> name + ":" + raw(value) + "\r\n";
        };
    }

    private String text(JsonNode value) throws SetException {
        if (!value.isString()) {
            throw refused("This is not a string.");
        }
        return value.stringValue();
    }

    private String raw(JsonNode value) throws SetException {
        String raw = text(value);
        if (raw.length() > 900 || raw.chars().anyMatch(c -> c < ' ' || c >= 0x7f)) {
            throw refused("A raw value is one line of ASCII.");
        }
        return raw.startsWith(" ") ? raw : " " + raw;
    }

    private String date(JsonNode value) throws SetException {
        try {
            return DATE.format(OffsetDateTime.parse(text(value)));
        } catch (DateTimeException e) {
            throw refused("This is not a date.");
        }
    }

    private List<String> addresses(JsonNode list) throws SetException {
        if (!list.isArray() || list.size() > MAX_ADDRESSES) {
            throw refused("This is not a list of at most " + MAX_ADDRESSES + " addresses.");
        }
        List<String> addresses = new ArrayList<>();
        for (JsonNode json : list) {
            EmailAddress address = EmailAddress.parse(
                            json.path("email").asString("").strip())
                    .orElseThrow(() -> refused("There is an address that is none."));
            String field = HeaderWriter.address("To", json.path("name").asString(""), address);
            addresses.add(field.substring("To:".length(), field.length() - 2).strip());
        }
        return addresses;
    }

    private List<String> groups(JsonNode list) throws SetException {
        if (!list.isArray() || list.size() > MAX_ADDRESSES) {
            throw refused("This is not a list of groups.");
        }
        List<String> groups = new ArrayList<>();
        for (JsonNode json : list) {
            String members = String.join(",\r\n ", addresses(json.path("addresses")));
            JsonNode groupName = json.path("name");
            if (groupName.isString()) {
                String field =
                        HeaderWriter.text("To", '"' + groupName.stringValue().replaceAll("[\"\\\\]", "") + '"');
                groups.add(field.substring("To:".length(), field.length() - 2).strip() + ": " + members + ";");
            } else if (!members.isEmpty()) {
                groups.add(members);
            }
        }
        return groups;
    }

    private List<String> bracketed(JsonNode list, Pattern form) throws SetException {
        if (!list.isArray() || list.size() > MAX_ADDRESSES) {
            throw refused("This is not a list.");
        }
        List<String> all = new ArrayList<>();
        for (JsonNode one : list) {
            if (!one.isString() || !form.matcher(one.stringValue()).matches()) {
                throw refused("This has characters that cannot be.");
            }
            all.add("<" + one.stringValue() + ">");
        }
        return all;
    }

    private SetException refused(String why) {
        return SetException.invalid(property, why);
    }
}
