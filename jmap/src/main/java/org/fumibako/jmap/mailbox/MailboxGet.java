// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.mailbox;

import java.util.ArrayList;
import java.util.List;
import org.fumibako.jmap.Call;
import org.fumibako.jmap.Capability;
import org.fumibako.jmap.Method;
import org.fumibako.jmap.mail.AccountMail;
import org.fumibako.jmap.mail.MailIndex;
import org.fumibako.jmap.standard.GetRequest;
import org.fumibako.jmap.wire.Ids;
import org.fumibako.jmap.wire.JmapLimits;
import org.fumibako.jmap.wire.MethodException;
import org.fumibako.store.AccountView;
import org.fumibako.store.MessageStore;
import tools.jackson.databind.node.ObjectNode;

/** Mailbox/get (RFC 8621 §2.1). */
public final class MailboxGet implements Method {
    private final AccountMail mail;
    private final MessageStore store;
    private final JmapLimits limits;

    public MailboxGet(AccountMail mail, MessageStore store, JmapLimits limits) {
        this.store = store;
        this.mail = mail;
        this.limits = limits;
    }

    @Override
    public String name() {
        return "Mailbox/get";
    }

    @Override
    public Capability capability() {
        return Capability.MAIL;
    }

    @Override
    public ObjectNode call(Call call) throws MethodException {
        GetRequest request =
                GetRequest.of(call.arguments(GetRequest.ARGUMENTS), limits).requireKnown(MailboxJson.PROPERTIES);
        MailIndex index = mail.now(call.account());
        MailboxJson json = new MailboxJson(index, SortOrders.of(store.annotations(), call.account()));
        boolean counted = request.properties()
                .map(properties -> MailboxJson.COUNTS.stream().anyMatch(properties::contains))
                .orElse(true);
        List<ObjectNode> found = new ArrayList<>();
        for (AccountView.Seat seat : index.view().seats()) {
            if (request.wants(Ids.mailbox(seat.mailbox().id()))) {
                found.add(request.trimmed(json.of(seat.mailbox(), counted)));
            }
        }
        return request.response(call.accountId(), index.state().toString(), found);
    }
}
