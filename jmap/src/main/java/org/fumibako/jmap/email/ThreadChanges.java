// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.email;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fumibako.jmap.Call;
import org.fumibako.jmap.Capability;
import org.fumibako.jmap.Method;
import org.fumibako.jmap.mail.AccountMail;
import org.fumibako.jmap.mail.LongSet;
import org.fumibako.jmap.mail.MailChanges;
import org.fumibako.jmap.mail.MailIndex;
import org.fumibako.jmap.standard.ChangesRequest;
import org.fumibako.jmap.wire.Ids;
import org.fumibako.jmap.wire.MethodException;
import org.fumibako.jmap.wire.State;
import org.fumibako.store.AccountView;
import tools.jackson.databind.node.ObjectNode;

/** Thread/changes (RFC 8621 §3.2): a thread changes when emails come into it or go. */
public final class ThreadChanges implements Method {
    private final AccountMail mail;

    public ThreadChanges(AccountMail mail) {
        this.mail = mail;
    }

    @Override
    public String name() {
        return "Thread/changes";
    }

    @Override
    public Capability capability() {
        return Capability.MAIL;
    }

    /** Whether some email of a thread was there, and whether one is. */
    private static final class Fate {
        private boolean existed;
        private boolean exists;
    }

    @Override
    public ObjectNode call(Call call) throws MethodException {
        ChangesRequest request = ChangesRequest.of(call.arguments(ChangesRequest.ARGUMENTS));
        MailIndex index = mail.now(call.account());
        MailChanges changes = MailChanges.since(index, mail.emails(), call.account(), request.sinceState());
        Map<Long, Fate> fates = new LinkedHashMap<>();
        State state = index.state();
        State last = changes.since();
        for (MailChanges.Fate email : changes.fates()) {
            if (email.exists() && email.existed()) {
                continue;
            }
            if (fates.size() == request.most() && !fates.containsKey(email.threadId())) {
                state = last;
                break;
            }
            fates.computeIfAbsent(email.threadId(), id -> new Fate());
            last = email.first();
        }
        look(index, changes, fates);
        return request.response(call.accountId(), state.toString(), !state.equals(index.state()), found(fates));
    }

    private static void look(MailIndex index, MailChanges changes, Map<Long, Fate> fates) {
        for (MailChanges.Fate email : changes.fates()) {
            Fate fate = fates.get(email.threadId());
            if (fate != null) {
                fate.existed |= email.existed();
            }
        }
        LongSet wanted = new LongSet(fates.size());
        fates.keySet().forEach(wanted::add);
        for (AccountView.Seat seat : index.view().seats()) {
            for (int i = 0; i < seat.snapshot().size(); i++) {
                if (wanted.contains(seat.snapshot().threadId(i))) {
                    Fate fate = java.util.Objects.requireNonNull(
                            fates.get(seat.snapshot().threadId(i)));
                    fate.exists = true;
                    fate.existed |= changes.since()
                            .knows(
                                    seat.snapshot().createdSeq(i),
                                    seat.snapshot().contentId(i));
                }
            }
        }
    }

    private static ChangesRequest.Found found(Map<Long, Fate> fates) {
        List<String> created = new ArrayList<>();
        List<String> updated = new ArrayList<>();
        List<String> destroyed = new ArrayList<>();
        fates.forEach((id, fate) -> {
            if (fate.exists) {
                (fate.existed ? updated : created).add(Ids.thread(id));
            } else if (fate.existed) {
                destroyed.add(Ids.thread(id));
            }
        });
        return new ChangesRequest.Found(created, updated, destroyed);
    }
}
