// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.contacts;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fumibako.api.accounts.Csv;
import org.fumibako.api.endpoint.Access;
import org.fumibako.api.endpoint.ApiException;
import org.fumibako.api.endpoint.Call;
import org.fumibako.api.endpoint.Download;
import org.fumibako.api.endpoint.Endpoint;
import org.fumibako.api.endpoint.ErrorCode;
import org.fumibako.api.endpoint.Method;
import org.fumibako.jmap.contacts.Cards;
import org.fumibako.jmap.kept.Kept;
import org.fumibako.jmap.wire.SetException;
import org.fumibako.model.AccountId;
import org.fumibako.webmail.Webmail;
import org.fumibako.webmail.contacts.ContactTable;
import org.fumibako.webmail.contacts.VCardReader;
import org.fumibako.webmail.contacts.VCardWriter;
import tools.jackson.databind.node.ObjectNode;

/** The owner's address book as a file, and whom the owner has written to. */
public final class ContactEndpoints {
    /** Cards of one file: as many as an address book may have. */
    private static final int MOST = 10_000;

    /** Octets of a file with so many. */
    private static final int MAX_FILE = 8 << 20;

    private static final int MOST_PEOPLE = 100;
    private static final int SOME_PEOPLE = 10;

    private final Webmail webmail;
    private final Cards cards;

    public ContactEndpoints(Webmail webmail) {
        this.webmail = webmail;
        this.cards = webmail.cards();
    }

    /** The rows of the table. */
    public List<Endpoint<?, ?>> all() {
        return List.of(
                Endpoint.of(Method.GET, "/api/correspondents", "listCorrespondents")
                        .says("Whom the account has written to, for completing an address")
                        .may(Access.OWNER)
                        .takes(CorrespondentQuery.class)
                        .gives(CorrespondentList.class)
                        .by(this::people),
                Endpoint.of(Method.GET, "/api/contacts/file", "exportContacts")
                        .says("The whole address book as a vCard file or as CSV")
                        .may(Access.OWNER)
                        .takes(ExportQuery.class)
                        .gives(Download.class)
                        .by(this::export),
                Endpoint.of(Method.POST, "/api/contacts/import", "importContacts")
                        .says(
                                "Adds cards of a vCard file or of CSV with a heading; what is there already stays as it is")
                        .may(Access.OWNER)
                        .takes(CardFile.class)
                        .gives(CardsImported.class)
                        .refuses(ErrorCode.CONTACTS_UNREADABLE, ErrorCode.TOO_MANY_ROWS, ErrorCode.CSV_INVALID)
                        .by(MAX_FILE, this::take));
    }

    private static AccountId account(Call<?> call) {
        return call.actor()
                .account()
                .orElseThrow(() -> ApiException.of(ErrorCode.NOT_ALLOWED))
                .id();
    }

    private CorrespondentList people(Call<CorrespondentQuery> call) {
        Integer wanted = call.request().limit();
        int most = Math.clamp(wanted == null ? SOME_PEOPLE : wanted, 1, MOST_PEOPLE);
        String text = call.request().text() == null
                ? ""
                : String.valueOf(call.request().text());
        return new CorrespondentList(webmail.correspondents().find(account(call), text, most).stream()
                .map(person -> new Correspondent(person.address(), person.name(), person.times(), person.last()))
                .toList());
    }

    private Download export(Call<ExportQuery> call) {
        List<ObjectNode> all = webmail.books().cards().all(account(call)).stream()
                .map(Kept.Item::json)
                .toList();
        if (call.request().format() == CardFormat.VCARD) {
            VCardWriter writer = new VCardWriter();
            all.forEach(writer::add);
            return new Download("contacts.vcf", "text/vcard;charset=utf-8", utf8(writer.file()));
        }
        StringBuilder csv = new StringBuilder("\ufeff").append(Csv.line(ContactTable.HEADINGS));
        all.forEach(card -> csv.append(Csv.line(ContactTable.row(card))));
        return new Download("contacts.csv", "text/csv;charset=utf-8", utf8(csv.toString()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private CardsImported take(Call<CardFile> call) {
        List<ObjectNode> read = read(call.request());
        if (read.isEmpty()) {
            throw ApiException.of(ErrorCode.CONTACTS_UNREADABLE).at("text");
        }
        AccountId account = account(call);
        Set<String> known = new HashSet<>();
        webmail.books().cards().all(account).forEach(item -> known.addAll(marks(item.json())));
        int added = 0;
        for (ObjectNode card : read) {
            Set<String> marks = marks(card);
            if (marks.stream().noneMatch(known::contains) && add(account, card)) {
                known.addAll(marks);
                added++;
            }
        }
        return new CardsImported(added, read.size() - added);
    }

    private static List<ObjectNode> read(CardFile file) {
        if (file.format() == CardFormat.VCARD) {
            return VCardReader.read(file.text(), MOST);
        }
        List<List<String>> rows =
                Csv.read(file.text(), MOST).stream().map(Csv.Row::cells).toList();
        return ContactTable.read(rows).orElse(List.of());
    }

    /** By what two cards are taken for the same: the uid, or the name together with the first address. */
    private static Set<String> marks(ObjectNode card) {
        Set<String> marks = new HashSet<>();
        if (card.has("uid")) {
            marks.add("uid " + card.path("uid").asString());
        }
        String address = card.path("emails")
                .valueStream()
                .map(one -> one.path("address").asString(""))
                .findFirst()
                .orElse("");
        marks.add("name " + VCardWriter.fullName(card) + " " + address);
        return marks;
    }

    private boolean add(AccountId account, ObjectNode card) {
        try {
            return cards.add(account, card).has("id");
        } catch (SetException refused) {
            return false;
        }
    }
}
