// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.email;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.fumibako.jmap.Call;
import org.fumibako.jmap.Capability;
import org.fumibako.jmap.Method;
import org.fumibako.jmap.mail.AccountMail;
import org.fumibako.jmap.mail.LongSet;
import org.fumibako.jmap.mail.MailChanges;
import org.fumibako.jmap.mail.MailIndex;
import org.fumibako.jmap.standard.QueryChanges;
import org.fumibako.jmap.wire.Arguments;
import org.fumibako.jmap.wire.Ids;
import org.fumibako.jmap.wire.MethodException;
import tools.jackson.databind.node.ObjectNode;

/** Email/queryChanges (RFC 8621 §4.5). */
public final class EmailQueryChanges implements Method {
    private final AccountMail mail;
    private final EmailSearch search;

    public EmailQueryChanges(AccountMail mail, EmailSearch search) {
        this.mail = mail;
        this.search = search;
    }

    @Override
    public String name() {
        return "Email/queryChanges";
    }

    @Override
    public Capability capability() {
        return Capability.MAIL;
    }

    @Override
    public ObjectNode call(Call call) throws MethodException {
        Set<String> known = new HashSet<>(QueryChanges.ARGUMENTS);
        known.add("collapseThreads");
        Arguments arguments = call.arguments(known);
        QueryChanges request = QueryChanges.of(arguments);
        EmailSearch.Query query = search.query(arguments);
        MailIndex index = mail.now(call.account());
        MailChanges changes = MailChanges.since(index, mail.emails(), call.account(), request.since());
        Set<String> touched = new LinkedHashSet<>();
        changes.fates().forEach(fate -> touched.add(Ids.email(fate.contentId())));
        if (query.looksAtThreads()) {
            touched.addAll(relatives(index, changes));
        }
        return request.response(
                call.accountId(), index.state().toString(), touched, search.run(call.account(), index, query));
    }

    /** Emails of the threads in which something happened: one of them may now stand for the thread, or fit. */
    private static Set<String> relatives(MailIndex index, MailChanges changes) {
        LongSet threads = new LongSet(16);
        changes.fates().forEach(fate -> threads.add(fate.threadId()));
        Set<String> relatives = new LinkedHashSet<>();
        if (!threads.isEmpty()) {
            index.forEach(email -> {
                if (threads.contains(email.threadId())) {
                    relatives.add(Ids.email(email.contentId()));
                }
            });
        }
        return relatives;
    }
}
