// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.contacts;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fumibako.jmap.Call;
import org.fumibako.jmap.kept.Kept;
import org.fumibako.jmap.kept.KeptGet;
import org.fumibako.jmap.wire.Json;
import org.fumibako.jmap.wire.SetException;
import org.fumibako.model.AccountId;
import org.fumibako.store.AccountObjects;
import tools.jackson.databind.node.ObjectNode;

/** The address books and cards of accounts. There always is an address book. */
public final class AddressBooks implements KeptGet.Before {
    private static final Set<String> PROPERTIES =
            Set.of("id", "name", "description", "sortOrder", "isDefault", "isSubscribed", "shareWith", "myRights");

    private static final Kept.Type BOOK = new Kept.Type("AddressBook", 'K', 50);

    /** More than a list of a hospital's employees. */
    private static final Kept.Type CARD = new Kept.Type("ContactCard", 'C', 10_000);

    private static final String FIRST = "連絡先";

    private final Kept books;
    private final Kept cards;

    public AddressBooks(AccountObjects objects, Json json) {
        this.books = new Kept(objects, json, BOOK);
        this.cards = new Kept(objects, json, CARD);
    }

    public Kept books() {
        return books;
    }

    public Kept cards() {
        return cards;
    }

    /** All of an account's, oldest first; the first is the one where cards go that name none. */
    public List<Kept.Item> of(AccountId account) {
        List<Kept.Item> all = books.all(account);
        if (!all.isEmpty()) {
            return all;
        }
        try {
            ObjectNode first =
                    Json.object().put("name", FIRST).putNull("description").put("sortOrder", 0);
            books.add(account, first, Optional.empty());
        } catch (SetException impossible) {
            throw new IllegalStateException("there is no room for the first address book", impossible);
        }
        return books.all(account);
    }

    /** Cards that are in a book. */
    static boolean isIn(ObjectNode card, String book) {
        return card.path("addressBookIds").path(book).asBoolean(false);
    }

    @Override
    public Set<String> properties() {
        return PROPERTIES;
    }

    @Override
    public void prepare(Call call) {
        of(call.account());
    }

    @Override
    public void complete(Call call, ObjectNode book) {
        String first = of(call.account()).getFirst().id();
        ObjectNode rights =
                Json.object().put("mayRead", true).put("mayWrite", true).put("mayShare", false);
        rights.put("mayDelete", !book.path("id").asString().equals(first));
        book.put("isDefault", book.path("id").asString().equals(first))
                .put("isSubscribed", true)
                .putNull("shareWith");
        book.set("myRights", rights);
    }
}
