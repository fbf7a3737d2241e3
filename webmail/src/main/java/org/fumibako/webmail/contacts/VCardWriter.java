// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.contacts;

import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Writes cards (RFC 9553) as vCards of version 4 (RFC 6350, RFC 9555). */
public final class VCardWriter {
    /** Octets of a line (RFC 6350 §3.2). */
    private static final int LINE = 75;

    private final StringBuilder out = new StringBuilder();

    /** Adds a card. */
    public void add(JsonNode card) {
        line("BEGIN:VCARD");
        line("VERSION:4.0");
        JsonNode name = card.path("name");
        line("FN:" + escaped(fullName(card)));
        if (!name.path("components").isEmpty()) {
            line("N:" + component(name, "surname") + ";" + component(name, "given") + ";" + component(name, "given2")
                    + ";" + component(name, "title") + ";" + component(name, "credential"));
            phonetic(name, "surname", "X-PHONETIC-LAST-NAME:");
            phonetic(name, "given", "X-PHONETIC-FIRST-NAME:");
        }
        text("UID:", card.path("uid"));
        text("KIND:", card.path("kind"));
        card.path("nicknames").forEach(one -> text("NICKNAME:", one.path("name")));
        card.path("emails").forEach(one -> text("EMAIL" + types(one) + ":", one.path("address")));
        card.path("phones").forEach(one -> text("TEL" + types(one) + ":", one.path("number")));
        card.path("organizations")
                .forEach(one -> line("ORG:" + escaped(one.path("name").asString(""))
                        + one.path("units")
                                .valueStream()
                                .map(unit -> ";" + escaped(unit.path("name").asString("")))
                                .reduce("", String::concat)));
        card.path("titles").forEach(one -> text("TITLE:", one.path("name")));
        card.path("addresses").forEach(this::address);
        card.path("notes").forEach(one -> text("NOTE:", one.path("note")));
        card.path("links").forEach(one -> text("URL:", one.path("uri")));
        card.path("anniversaries").forEach(this::birthday);
        card.path("members").propertyNames().forEach(uid -> line("MEMBER:" + uid.replaceAll("[\\r\\n]", "")));
        if (!card.path("keywords").isEmpty()) {
            line("CATEGORIES:"
                    + String.join(
                            ",",
                            card.path("keywords").propertyNames().stream()
                                    .map(VCardWriter::escaped)
                                    .toList()));
        }
        line("END:VCARD");
    }

    /** How the card is called, whatever of a name it has. */
    public static String fullName(JsonNode card) {
        JsonNode name = card.path("name");
        String full = name.path("full").asString("");
        if (full.isEmpty()) {
            full = String.join(
                    " ",
                    name.path("components")
                            .valueStream()
                            .map(part -> part.path("value").asString(""))
                            .toList());
        }
        if (full.isBlank()) {
            full = card.path("organizations")
                    .valueStream()
                    .map(one -> one.path("name").asString(""))
                    .findFirst()
                    .orElse("");
        }
        return full;
    }

    private static String component(JsonNode name, String kind) {
        return name.path("components")
                .valueStream()
                .filter(part -> part.path("kind").asString("").equals(kind))
                .map(part -> escaped(part.path("value").asString("")))
                .findFirst()
                .orElse("");
    }

    private void phonetic(JsonNode name, String kind, String property) {
        name.path("components")
                .valueStream()
                .filter(part -> part.path("kind").asString("").equals(kind))
                .forEach(part -> text(property, part.path("phonetic")));
    }

    private static String types(JsonNode one) {
        StringBuilder types = new StringBuilder();
        if (one.path("contexts").has("work")) {
            types.append(";TYPE=work");
        }
        if (one.path("contexts").has("private")) {
            types.append(";TYPE=home");
        }
        if (one.path("features").has("mobile")) {
            types.append(";TYPE=cell");
        }
        if (one.path("features").has("fax")) {
            types.append(";TYPE=fax");
        }
        return one.has("pref") ? types + ";PREF=1" : types.toString();
    }

    private void address(JsonNode address) {
        StringBuilder line = new StringBuilder("ADR" + types(address) + ":");
        List<String> kinds = List.of("postOfficeBox", "apartment", "name", "locality", "region", "postcode", "country");
        for (int i = 0; i < kinds.size(); i++) {
            line.append(i == 0 ? "" : ";").append(component(address, kinds.get(i)));
        }
        line(line.toString());
    }

    private void birthday(JsonNode anniversary) {
        JsonNode date = anniversary.path("date");
        if (anniversary.path("kind").asString("").equals("birth")
                && date.path("year").isIntegralNumber()) {
            line(String.format(
                    java.util.Locale.ROOT,
                    "BDAY:%04d%02d%02d",
                    date.path("year").asInt(0),
                    date.path("month").asInt(1),
                    date.path("day").asInt(1)));
        }
    }

    private void text(String property, JsonNode value) {
        if (value.isString() && !value.stringValue().isEmpty()) {
            line(property + escaped(value.stringValue()));
        }
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n")
                .replace("\r", "\\n")
                .replace(",", "\\,")
                .replace(";", "\\;");
    }

    /** Folded before a line has too many octets, never within a character. */
    private void line(String line) {
        int octets = 0;
        for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
            String character = Character.toString(line.codePointAt(i));
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LINE) {
                out.append("\r\n ");
                octets = 1;
            }
            out.append(character);
            octets += size;
        }
        out.append("\r\n");
    }

    /** The file. */
    public String file() {
        return out.toString();
    }
}
