// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.contacts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads vCards of any version (RFC 6350, RFC 2426, vCard 2.1) as cards (RFC 9553), as RFC 9555 says for what we know. */
public final class VCardReader {
    private final ObjectNode card = JsonNodeFactory.instance.objectNode();
    private final List<String> phonetics = new ArrayList<>(List.of("", ""));
    private int next;

    private VCardReader() {}

    /** The cards of a file, {@code most} at most; what is no card is passed over. */
    public static List<ObjectNode> read(String file, int most) {
        List<ObjectNode> cards = new ArrayList<>();
        VCardReader open = null;
        for (VCardLine line : VCardLine.of(file)) {
            boolean mark = line.value().equalsIgnoreCase("VCARD");
            if (line.name().equals("BEGIN") && mark) {
                open = new VCardReader();
            } else if (open != null && line.name().equals("END") && mark) {
                open.finish().filter(whole -> cards.size() < most).ifPresent(cards::add);
                open = null;
            } else if (open != null) {
                open.take(line);
            }
        }
        return cards;
    }

    private Optional<ObjectNode> finish() {
        card.path("name")
                .path("components")
                .valueStream()
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .forEach(this::sound);
        boolean somebody = card.has("name") || card.has("emails") || card.has("phones") || card.has("organizations");
        return somebody ? Optional.of(card) : Optional.empty();
    }

    private void sound(ObjectNode component) {
        int which = List.of("surname", "given").indexOf(component.path("kind").asString());
        if (which >= 0 && !phonetics.get(which).isEmpty()) {
            component.put("phonetic", phonetics.get(which));
        }
    }

    private void take(VCardLine line) {
        String text = line.text();
        if (text.isBlank()) {
            return;
        }
        switch (line.name()) {
            case "FN" -> object("name").put("full", text);
            case "N" -> name(line.parts());
            case "X-PHONETIC-LAST-NAME" -> phonetics.set(0, text);
            case "X-PHONETIC-FIRST-NAME" -> phonetics.set(1, text);
            case "NICKNAME" -> entry("nicknames").put("name", text);
            case "EMAIL" -> contexts(entry("emails").put("address", text.strip()), line);
            case "TEL" -> phone(entry("phones"), line);
            case "ORG" -> organization(line.parts());
            case "TITLE" -> entry("titles").put("name", text);
            case "ROLE" -> entry("titles").put("name", text).put("kind", "role");
            case "ADR" -> contexts(address(line.parts()), line);
            case "NOTE" -> entry("notes").put("note", text);
            case "URL" -> entry("links").put("uri", text);
            case "BDAY" -> birthday(text);
            case "UID" -> card.put("uid", text.length() > 255 ? text.substring(0, 255) : text);
            case "KIND", "X-ADDRESSBOOKSERVER-KIND" -> kind(text.toLowerCase(Locale.ROOT));
            case "MEMBER", "X-ADDRESSBOOKSERVER-MEMBER" -> object("members").put(text, true);
            case "CATEGORIES" -> line.list().forEach(word -> object("keywords").put(word, true));
            default -> {
                // Photographs, sounds and what programs add for themselves have no place here.
            }
        }
    }

    private ObjectNode object(String property) {
        return card.path(property) instanceof ObjectNode known ? known : card.putObject(property);
    }

    /** A new entry of a map. */
    private ObjectNode entry(String property) {
        next++;
        return object(property).putObject("v" + next);
    }

    private void kind(String text) {
        if (List.of("individual", "group", "org", "location").contains(text)) {
            card.put("kind", text);
        }
    }

    private void name(List<String> parts) {
        List<String> kinds = List.of("surname", "given", "given2", "title", "credential");
        var components = object("name").putArray("components");
        for (int i = 0; i < Math.min(kinds.size(), parts.size()); i++) {
            if (!parts.get(i).isBlank()) {
                components.addObject().put("kind", kinds.get(i)).put("value", parts.get(i));
            }
        }
    }

    private void organization(List<String> parts) {
        ObjectNode organization = entry("organizations").put("name", parts.getFirst());
        if (parts.size() > 1 && !parts.get(1).isBlank()) {
            organization.putArray("units").addObject().put("name", parts.get(1));
        }
    }

    private ObjectNode address(List<String> parts) {
        List<String> kinds = List.of("postOfficeBox", "apartment", "name", "locality", "region", "postcode", "country");
        ObjectNode address = entry("addresses");
        var components = address.putArray("components");
        for (int i = 0; i < Math.min(kinds.size(), parts.size()); i++) {
            if (!parts.get(i).isBlank()) {
                components.addObject().put("kind", kinds.get(i)).put("value", parts.get(i));
            }
        }
        return address;
    }

    private static void phone(ObjectNode phone, VCardLine line) {
        phone.put("number", line.text().replaceFirst("(?i)^tel:", ""));
        ObjectNode features = JsonNodeFactory.instance.objectNode();
        if (line.is("CELL")) {
            features.put("mobile", true);
        }
        if (line.is("FAX")) {
            features.put("fax", true);
        }
        if (!features.isEmpty()) {
            phone.set("features", features);
        }
        contexts(phone, line);
    }

    private static void contexts(ObjectNode entry, VCardLine line) {
        if (line.is("WORK") || line.is("HOME")) {
            entry.putObject("contexts").put(line.is("WORK") ? "work" : "private", true);
        }
        if (line.is("PREF") || line.is("PREF=1")) {
            entry.put("pref", 1);
        }
    }

    private void birthday(String text) {
        String digits = text.replace("-", "");
        if (digits.matches("[0-9]{8}.*")) {
            ObjectNode date = entry("anniversaries").put("kind", "birth").putObject("date");
            date.put("year", Integer.parseInt(digits.substring(0, 4)))
                    .put("month", Integer.parseInt(digits.substring(4, 6)))
                    .put("day", Integer.parseInt(digits.substring(6, 8)));
        }
    }
}
