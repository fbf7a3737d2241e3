// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.email;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fumibako.jmap.Call;
import org.fumibako.jmap.Capability;
import org.fumibako.jmap.Method;
import org.fumibako.jmap.mail.AccountMail;
import org.fumibako.jmap.mail.LongSet;
import org.fumibako.jmap.mail.MailIndex;
import org.fumibako.jmap.standard.GetRequest;
import org.fumibako.jmap.wire.Ids;
import org.fumibako.jmap.wire.JmapLimits;
import org.fumibako.jmap.wire.Json;
import org.fumibako.jmap.wire.MethodException;
import tools.jackson.databind.node.ObjectNode;

/** Thread/get (RFC 8621 §3.1). */
public final class ThreadGet implements Method {
    private static final Set<String> PROPERTIES = Set.of("id", "emailIds");

    private final AccountMail mail;
    private final JmapLimits limits;

    public ThreadGet(AccountMail mail, JmapLimits limits) {
        this.mail = mail;
        this.limits = limits;
    }

    @Override
    public String name() {
        return "Thread/get";
    }

    @Override
    public Capability capability() {
        return Capability.MAIL;
    }

    @Override
    public ObjectNode call(Call call) throws MethodException {
        GetRequest request =
                GetRequest.of(call.arguments(GetRequest.ARGUMENTS), limits).requireKnown(PROPERTIES);
        if (request.ids().isEmpty()) {
            throw new MethodException("requestTooLarge", "Threads are got by id only.");
        }
        MailIndex index = mail.now(call.account());
        LongSet wanted = new LongSet(request.ids().get().size());
        request.ids().get().forEach(id -> Ids.thread(id).ifPresent(wanted::add));
        Map<Long, List<MailIndex.IndexedEmail>> threads = new LinkedHashMap<>();
        index.forEach(email -> {
            if (wanted.contains(email.threadId())) {
                threads.computeIfAbsent(email.threadId(), id -> new ArrayList<>())
                        .add(email);
            }
        });
        List<ObjectNode> found = new ArrayList<>();
        threads.forEach((id, emails) -> found.add(request.trimmed(thread(id, emails))));
        return request.response(call.accountId(), index.state().toString(), found);
    }

    private static ObjectNode thread(long id, List<MailIndex.IndexedEmail> emails) {
        emails.sort(Comparator.comparingLong(MailIndex.IndexedEmail::receivedAt)
                .thenComparingLong(MailIndex.IndexedEmail::contentId));
        ObjectNode json = Json.object().put("id", Ids.thread(id));
        json.set(
                "emailIds",
                Json.array(emails.stream()
                        .map(email -> Ids.email(email.contentId()))
                        .toList()));
        return json;
    }
}
