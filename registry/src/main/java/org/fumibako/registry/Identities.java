// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.util.HashMap;
import java.util.Map;
import org.fumibako.journal.Origin;
import org.fumibako.model.AccountId;
import org.fumibako.model.EmailAddress;

/** What account owners write under their letters, address by address (RFC 8621 §6). */
public final class Identities {
    private final Changes changes;

    Identities(Changes changes) {
        this.changes = changes;
    }

    /**
     * What belongs to one address.
     *
     * @param name the display name; empty when there is none
     * @param replyTo JSON; empty when nothing is set
     * @param bcc JSON; empty when nothing is set
     * @param htmlSignature as the client gave it; whoever shows it makes it safe
     */
    public record Identity(String name, String replyTo, String bcc, String textSignature, String htmlSignature) {
        public static final Identity EMPTY = new Identity("", "", "", "", "");
    }

    /** By {@link EmailAddress#key}; addresses about which nothing was said are not there. */
    public Map<String, Identity> of(AccountId account) {
        Map<String, Identity> identities = new HashMap<>();
        changes.read(connection -> Sql.list(
                connection,
                row -> identities.put(
                        row.getString(1),
                        new Identity(
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6))),
                "SELECT address_key, name, reply_to, bcc, text_signature, html_signature FROM identity"
                        + " WHERE account_id = ?",
                account.value()));
        return identities;
    }

    public void set(AccountId account, EmailAddress address, Identity identity, Origin by) {
        changes.make(by, connection -> {
            Sql.update(
                    connection,
                    "INSERT INTO identity (account_id, address_key, name, reply_to, bcc, text_signature, html_signature)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (account_id, address_key) DO UPDATE SET"
                            + " name = excluded.name, reply_to = excluded.reply_to, bcc = excluded.bcc,"
                            + " text_signature = excluded.text_signature, html_signature = excluded.html_signature",
                    account.value(),
                    address.key(),
                    identity.name(),
                    identity.replyTo(),
                    identity.bcc(),
                    identity.textSignature(),
                    identity.htmlSignature());
            return Changes.Done.of(identity, "the signature of " + address + " was changed");
        });
    }
}
