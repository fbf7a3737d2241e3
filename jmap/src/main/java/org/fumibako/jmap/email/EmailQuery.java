// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.email;

import java.util.HashSet;
import java.util.Set;
import org.fumibako.jmap.Call;
import org.fumibako.jmap.Capability;
import org.fumibako.jmap.Method;
import org.fumibako.jmap.mail.AccountMail;
import org.fumibako.jmap.mail.MailIndex;
import org.fumibako.jmap.standard.Window;
import org.fumibako.jmap.wire.Arguments;
import org.fumibako.jmap.wire.MethodException;
import tools.jackson.databind.node.ObjectNode;

/** Email/query (RFC 8621 §4.4). */
public final class EmailQuery implements Method {
    private final AccountMail mail;
    private final EmailSearch search;

    public EmailQuery(AccountMail mail, EmailSearch search) {
        this.mail = mail;
        this.search = search;
    }

    @Override
    public String name() {
        return "Email/query";
    }

    @Override
    public Capability capability() {
        return Capability.MAIL;
    }

    @Override
    public ObjectNode call(Call call) throws MethodException {
        Set<String> known = new HashSet<>(Window.ARGUMENTS);
        known.add("collapseThreads");
        Arguments arguments = call.arguments(known);
        Window window = Window.of(arguments);
        EmailSearch.Query query = search.query(arguments);
        MailIndex index = mail.now(call.account());
        ObjectNode response =
                window.response(call.accountId(), index.state().toString(), search.run(call.account(), index, query));
        return response.put("collapseThreads", query.collapse());
    }
}
