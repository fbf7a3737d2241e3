// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.mailbox;

import org.fumibako.jmap.Call;
import org.fumibako.jmap.Capability;
import org.fumibako.jmap.Method;
import org.fumibako.jmap.mail.AccountMail;
import org.fumibako.jmap.mail.MailChanges;
import org.fumibako.jmap.mail.MailIndex;
import org.fumibako.jmap.standard.QueryChanges;
import org.fumibako.jmap.wire.Arguments;
import org.fumibako.jmap.wire.JmapLimits;
import org.fumibako.jmap.wire.MethodException;
import org.fumibako.store.MessageStore;
import tools.jackson.databind.node.ObjectNode;

/** Mailbox/queryChanges (RFC 8621 §2.4). */
public final class MailboxQueryChanges implements Method {
    private final AccountMail mail;
    private final MessageStore store;
    private final JmapLimits limits;

    public MailboxQueryChanges(AccountMail mail, MessageStore store, JmapLimits limits) {
        this.store = store;
        this.mail = mail;
        this.limits = limits;
    }

    @Override
    public String name() {
        return "Mailbox/queryChanges";
    }

    @Override
    public Capability capability() {
        return Capability.MAIL;
    }

    @Override
    public ObjectNode call(Call call) throws MethodException {
        Arguments arguments = call.arguments(MailboxQuery.with(QueryChanges.ARGUMENTS));
        QueryChanges request = QueryChanges.of(arguments);
        MailboxSearch search = MailboxSearch.of(arguments, limits);
        if (search.dependsOnOthers()) {
            throw MethodException.cannotCalculateChanges();
        }
        MailIndex index = mail.now(call.account());
        MailChanges changes = MailChanges.since(index, mail.emails(), call.account(), request.since());
        return request.response(
                call.accountId(),
                index.state().toString(),
                ChangedMailboxes.of(index, changes).all(),
                search.run(index, SortOrders.of(store.annotations(), call.account())));
    }
}
