// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.mailbox;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fumibako.jmap.Call;
import org.fumibako.jmap.Capability;
import org.fumibako.jmap.Method;
import org.fumibako.jmap.mail.AccountMail;
import org.fumibako.jmap.mail.MailIndex;
import org.fumibako.jmap.standard.Window;
import org.fumibako.jmap.wire.Arguments;
import org.fumibako.jmap.wire.JmapLimits;
import org.fumibako.jmap.wire.MethodException;
import org.fumibako.store.MessageStore;
import tools.jackson.databind.node.ObjectNode;

/** Mailbox/query (RFC 8621 §2.3). */
public final class MailboxQuery implements Method {
    private final AccountMail mail;
    private final MessageStore store;
    private final JmapLimits limits;

    public MailboxQuery(AccountMail mail, MessageStore store, JmapLimits limits) {
        this.store = store;
        this.mail = mail;
        this.limits = limits;
    }

    @Override
    public String name() {
        return "Mailbox/query";
    }

    @Override
    public Capability capability() {
        return Capability.MAIL;
    }

    static Set<String> with(Set<String> arguments) {
        Set<String> all = new HashSet<>(arguments);
        all.add("sortAsTree");
        all.add("filterAsTree");
        return all;
    }

    @Override
    public ObjectNode call(Call call) throws MethodException {
        Arguments arguments = call.arguments(with(Window.ARGUMENTS));
        Window window = Window.of(arguments);
        MailboxSearch search = MailboxSearch.of(arguments, limits);
        MailIndex index = mail.now(call.account());
        List<String> ids = search.run(index, SortOrders.of(store.annotations(), call.account()));
        return window.response(call.accountId(), index.state().toString(), ids)
                .put("canCalculateChanges", !search.dependsOnOthers());
    }
}
