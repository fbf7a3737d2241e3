// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.mailbox;

import org.fumibako.jmap.Call;
import org.fumibako.jmap.Capability;
import org.fumibako.jmap.Method;
import org.fumibako.jmap.mail.AccountMail;
import org.fumibako.jmap.mail.MailChanges;
import org.fumibako.jmap.mail.MailIndex;
import org.fumibako.jmap.standard.ChangesRequest;
import org.fumibako.jmap.wire.Json;
import org.fumibako.jmap.wire.MethodException;
import tools.jackson.databind.node.ObjectNode;

/** Mailbox/changes (RFC 8621 §2.2). All or nothing: an account has few mailboxes. */
public final class MailboxChanges implements Method {
    private final AccountMail mail;

    public MailboxChanges(AccountMail mail) {
        this.mail = mail;
    }

    @Override
    public String name() {
        return "Mailbox/changes";
    }

    @Override
    public Capability capability() {
        return Capability.MAIL;
    }

    @Override
    public ObjectNode call(Call call) throws MethodException {
        ChangesRequest request = ChangesRequest.of(call.arguments(ChangesRequest.ARGUMENTS));
        MailIndex index = mail.now(call.account());
        MailChanges changes = MailChanges.since(index, mail.emails(), call.account(), request.sinceState());
        ChangedMailboxes changed = ChangedMailboxes.of(index, changes);
        if (changed.count() > request.most()) {
            throw MethodException.cannotCalculateChanges();
        }
        ObjectNode response = request.response(
                call.accountId(),
                index.state().toString(),
                false,
                new ChangesRequest.Found(changed.created(), changed.updated(), changed.destroyed()));
        boolean counts = changed.onlyCounts() && !changed.updated().isEmpty();
        response.set("updatedProperties", counts ? Json.array(MailboxJson.COUNTS) : response.nullNode());
        return response;
    }
}
