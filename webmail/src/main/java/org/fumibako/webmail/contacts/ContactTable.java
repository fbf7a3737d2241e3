// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.contacts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Cards as rows of a table, with the headings that other programs write. */
public final class ContactTable {
    /** What we write. */
    public static final List<String> HEADINGS = List.of("名前", "ふりがな", "メールアドレス", "電話番号", "会社名", "部署", "役職", "メモ");

    /** What a column is, by what its heading looks like; the first that fits. */
    private static final Map<String, Pattern> COLUMNS = Map.ofEntries(
            Map.entry("surname", Pattern.compile("姓|苗字|last name|family name|surname|sn")),
            Map.entry("given", Pattern.compile("名|first name|given name")),
            Map.entry(
                    "surnameSound",
                    Pattern.compile(
                            "姓.*(かな|カナ|フリガナ)|せい|セイ|.*(last|family) name.*(yomi|phonetic)|.*phonetic last name")),
            Map.entry(
                    "givenSound",
                    Pattern.compile(
                            "名.*(かな|カナ|フリガナ)|めい|メイ|.*(first|given) name.*(yomi|phonetic)|.*phonetic first name")),
            Map.entry("sound", Pattern.compile("ふりがな|フリガナ|よみ.*|読み.*|かな|カナ")),
            Map.entry("full", Pattern.compile("名前|氏名|表示名|name|display name|full name|file as")),
            Map.entry("nickname", Pattern.compile("ニックネーム|nickname")),
            Map.entry(
                    "email",
                    Pattern.compile(
                            "メール.*|e-?mail( \\d+ - value| address| \\d+ address)?|(primary|secondary) email|mail")),
            Map.entry("phone", Pattern.compile("(電話|携帯|tel|phone|mobile|home phone|business phone|work phone).*")),
            Map.entry("company", Pattern.compile("会社.*|勤務先|company|organi[sz]ation( name| 1 - name)?")),
            Map.entry("unit", Pattern.compile("部署|department|organization department")),
            Map.entry("title", Pattern.compile("役職|job title|title|organization title")),
            Map.entry("note", Pattern.compile("メモ|備考|notes?")));

    /** Those that would fit others, too, come first. */
    private static final List<String> ORDER = List.of(
            "surnameSound",
            "givenSound",
            "sound",
            "surname",
            "given",
            "full",
            "nickname",
            "email",
            "phone",
            "company",
            "unit",
            "title",
            "note");

    private ContactTable() {}

    /** Cards of rows, the first of which has the headings; empty when no heading is a name or an address. */
    public static Optional<List<ObjectNode>> read(List<List<String>> rows) {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<String> columns =
                rows.getFirst().stream().map(ContactTable::column).toList();
        if (!columns.contains("email") && !columns.contains("full") && !columns.contains("surname")) {
            return Optional.empty();
        }
        List<ObjectNode> cards = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            ObjectNode card = card(columns, row);
            if (card.has("name") || card.has("emails")) {
                cards.add(card);
            }
        }
        return Optional.of(cards);
    }

    private static String column(String heading) {
        String bare = heading.strip().toLowerCase(Locale.ROOT);
        return ORDER.stream().filter(kind -> looksLike(kind, bare)).findFirst().orElse("");
    }

    private static boolean looksLike(String kind, String heading) {
        Pattern pattern = COLUMNS.get(kind);
        return pattern != null && pattern.matcher(heading).matches();
    }

    private static ObjectNode card(List<String> columns, List<String> row) {
        ObjectNode card = JsonNodeFactory.instance.objectNode();
        Map<String, String> said = new HashMap<>();
        for (int i = 0; i < Math.min(columns.size(), row.size()); i++) {
            String cell = row.get(i).strip();
            if (!cell.isEmpty()) {
                take(card, said, columns.get(i), cell, "c" + i);
            }
        }
        name(card, said);
        if (said.containsKey("unit") && card.path("organizations").isObject()) {
            ObjectNode first =
                    (ObjectNode) card.path("organizations").iterator().next();
            first.putArray("units").addObject().put("name", said.get("unit"));
        }
        return card;
    }

    private static void take(ObjectNode card, Map<String, String> said, String column, String cell, String key) {
        switch (column) {
            case "email" -> object(card, "emails").putObject(key).put("address", cell);
            case "phone" -> object(card, "phones").putObject(key).put("number", cell);
            case "company" -> object(card, "organizations").putObject(key).put("name", cell);
            case "title" -> object(card, "titles").putObject(key).put("name", cell);
            case "note" -> object(card, "notes").putObject(key).put("note", cell);
            case "nickname" -> object(card, "nicknames").putObject(key).put("name", cell);
            default -> said.putIfAbsent(column, cell);
        }
    }

    private static ObjectNode object(ObjectNode card, String property) {
        return card.path(property) instanceof ObjectNode known ? known : card.putObject(property);
    }

    private static void name(ObjectNode card, Map<String, String> said) {
        String surname = said.getOrDefault("surname", "");
        String given = said.getOrDefault("given", "");
        String full = said.getOrDefault("full", (surname + " " + given).strip());
        if (full.isEmpty()) {
            return;
        }
        ObjectNode name = card.putObject("name").put("full", full);
        var components = name.putArray("components");
        String sound = said.getOrDefault("sound", "");
        String first = surname.isEmpty() && given.isEmpty() ? full : surname;
        component(components.addObject(), "surname", first, said.getOrDefault("surnameSound", sound));
        if (!given.isEmpty()) {
            component(components.addObject(), "given", given, said.getOrDefault("givenSound", ""));
        }
    }

    private static void component(ObjectNode component, String kind, String value, String sound) {
        component.put("kind", kind).put("value", value);
        if (!sound.isEmpty()) {
            component.put("phonetic", sound);
        }
    }

    /** The cells of a card, under {@link #HEADINGS}; of several values the first. */
    public static List<String> row(JsonNode card) {
        Function<String, JsonNode> first = property -> card.path(property).isEmpty()
                ? JsonNodeFactory.instance.objectNode()
                : card.path(property).iterator().next();
        String sound = String.join(
                " ",
                card.path("name")
                        .path("components")
                        .valueStream()
                        .map(part -> part.path("phonetic").asString(""))
                        .filter(text -> !text.isEmpty())
                        .toList());
        JsonNode units = first.apply("organizations").path("units");
        return List.of(
                VCardWriter.fullName(card),
                sound,
                first.apply("emails").path("address").asString(""),
                first.apply("phones").path("number").asString(""),
                first.apply("organizations").path("name").asString(""),
                units.isEmpty() ? "" : units.iterator().next().path("name").asString(""),
                first.apply("titles").path("name").asString(""),
                first.apply("notes").path("note").asString(""));
    }
}
