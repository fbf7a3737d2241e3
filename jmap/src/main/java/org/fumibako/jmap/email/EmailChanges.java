// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.email;

import java.util.ArrayList;
import java.util.List;
import org.fumibako.jmap.Call;
import org.fumibako.jmap.Capability;
import org.fumibako.jmap.Method;
import org.fumibako.jmap.mail.AccountMail;
import org.fumibako.jmap.mail.MailChanges;
import org.fumibako.jmap.mail.MailIndex;
import org.fumibako.jmap.standard.ChangesRequest;
import org.fumibako.jmap.wire.Ids;
import org.fumibako.jmap.wire.MethodException;
import org.fumibako.jmap.wire.State;
import tools.jackson.databind.node.ObjectNode;

/** Email/changes (RFC 8621 §4.3). */
public final class EmailChanges implements Method {
    private final AccountMail mail;

    public EmailChanges(AccountMail mail) {
        this.mail = mail;
    }

    @Override
    public String name() {
        return "Email/changes";
    }

    @Override
    public Capability capability() {
        return Capability.MAIL;
    }

    @Override
    public ObjectNode call(Call call) throws MethodException {
        ChangesRequest request = ChangesRequest.of(call.arguments(ChangesRequest.ARGUMENTS));
        MailIndex index = mail.now(call.account());
        List<MailChanges.Fate> fates = MailChanges.since(index, mail.emails(), call.account(), request.sinceState())
                .fates();
        List<String> created = new ArrayList<>();
        List<String> updated = new ArrayList<>();
        List<String> destroyed = new ArrayList<>();
        boolean more = fates.size() > request.most();
        List<MailChanges.Fate> told = more ? fates.subList(0, request.most()) : fates;
        for (MailChanges.Fate fate : told) {
            if (fate.exists()) {
                (fate.existed() ? updated : created).add(Ids.email(fate.contentId()));
            } else if (fate.existed()) {
                destroyed.add(Ids.email(fate.contentId()));
            }
        }
        State state = more ? told.getLast().first() : index.state();
        return request.response(
                call.accountId(), state.toString(), more, new ChangesRequest.Found(created, updated, destroyed));
    }
}
