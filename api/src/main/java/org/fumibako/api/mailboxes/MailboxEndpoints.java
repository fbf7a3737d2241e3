// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.mailboxes;

import java.util.List;
import org.fumibako.api.endpoint.Access;
import org.fumibako.api.endpoint.Call;
import org.fumibako.api.endpoint.Endpoint;
import org.fumibako.api.endpoint.Method;
import org.fumibako.api.endpoint.Nothing;
import org.fumibako.store.MessageStore;

/** Names of mailboxes, for forms that ask for one. */
public final class MailboxEndpoints {
    private final MessageStore store;

    public MailboxEndpoints(MessageStore store) {
        this.store = store;
    }

    public List<Endpoint<?, ?>> all() {
        return List.of(Endpoint.of(Method.GET, "/api/accounts/{address}/mailboxes", "listMailboxes")
                .says("The account's mailboxes")
                .may(Access.ACCOUNT)
                .gives(MailboxViews.class)
                .by(this::list));
    }

    private MailboxViews list(Call<Nothing> call) {
        List<MailboxView> all = store.mailboxes(call.theAccount().id()).stream()
                .map(mailbox -> new MailboxView(mailbox.name(), mailbox.use().orElse(null), mailbox.messages()))
                .toList();
        return new MailboxViews(all, all.size());
    }
}
