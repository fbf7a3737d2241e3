// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.queue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fumibako.api.endpoint.Access;
import org.fumibako.api.endpoint.ApiException;
import org.fumibako.api.endpoint.Call;
import org.fumibako.api.endpoint.Endpoint;
import org.fumibako.api.endpoint.ErrorCode;
import org.fumibako.api.endpoint.Method;
import org.fumibako.api.endpoint.Names;
import org.fumibako.api.endpoint.Nothing;
import org.fumibako.model.AccountId;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Account;
import org.fumibako.registry.Domain;
import org.fumibako.registry.Registry;
import org.fumibako.store.OutboundQueue;
import org.fumibako.store.queue.QueueFilter;
import org.fumibako.store.queue.QueueRow;
import org.fumibako.store.queue.QueuedMessage;
import org.fumibako.store.queue.RecipientState;
import org.fumibako.store.queue.Steering;

/** The queue: an owner sees the account's mail, a customer that of all its accounts, an operator everybody's. */
public final class QueueEndpoints {
    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 500;

    private final Registry registry;
    private final OutboundQueue queue;

    public QueueEndpoints(Registry registry, OutboundQueue queue) {
        this.registry = registry;
        this.queue = queue;
    }

    public List<Endpoint<?, ?>> all() {
        return List.of(
                Endpoint.of(Method.GET, "/api/queue", "listQueue")
                        .says("Mail on its way to other servers, the oldest first")
                        .may(Access.SIGNED_IN)
                        .takes(QueueQuery.class)
                        .gives(QueueItems.class)
                        .refuses(ErrorCode.FIELD_INVALID)
                        .by(this::list),
                Endpoint.of(Method.GET, "/api/queue/{message}", "showQueued")
                        .says("One message with what came of each attempt, in the other servers' words")
                        .may(Access.SIGNED_IN)
                        .gives(QueueItems.class)
                        .refuses(ErrorCode.NOT_FOUND)
                        .by(this::show),
                steering(Steering.RETRY, "retryQueued", "Tries a message now"),
                steering(Steering.HOLD, "holdQueued", "Keeps a message back until it is released"),
                steering(Steering.RELEASE, "releaseQueued", "Lets a held message go on"),
                steering(Steering.CANCEL, "cancelQueued", "Takes a message out of the queue; its sender is not told"));
    }

    private Endpoint<Nothing, Steered> steering(Steering action, String id, String summary) {
        return Endpoint.of(Method.POST, "/api/queue/{message}/" + Names.kebab(action), id)
                .says(summary)
                .may(Access.SIGNED_IN)
                .gives(Steered.class)
                .refuses(ErrorCode.NOT_FOUND)
                .by(call -> steer(call, action));
    }

    /** What whoever asks may see. */
    private static QueueFilter theirs(Call<?> call) {
        return switch (call.actor().role()) {
            case OPERATOR -> QueueFilter.ALL;
            case CUSTOMER -> QueueFilter.ALL.of(call.actor().customer().orElseThrow());
            case OWNER ->
                QueueFilter.ALL.of(call.actor().account().orElseThrow().id());
            case ANONYMOUS -> throw ApiException.of(ErrorCode.NOT_SIGNED_IN);
        };
    }

    private QueueItems list(Call<QueueQuery> call) {
        QueueQuery query = call.request();
        int limit = query.limit() == null ? DEFAULT_LIMIT : query.limit();
        if (limit < 1 || limit > MAX_LIMIT) {
            throw ApiException.of(ErrorCode.FIELD_INVALID).at("limit");
        }
        QueueFilter filter = theirs(call);
        if (query.account() != null) {
            filter = filter.of(account(call, query.account()).id());
        }
        if (query.domain() != null) {
            filter = ofDomain(call, query.domain(), filter);
        }
        if (query.to() != null) {
            filter = filter.to(DomainName.parse(query.to())
                    .orElseThrow(() -> ApiException.of(ErrorCode.FIELD_INVALID).at("to")));
        }
        Map<RecipientState, Long> counts = queue.count(filter);
        return new QueueItems(
                queue.list(filter, limit).stream()
                        .map(row -> QueueItem.of(row, List.of()))
                        .toList(),
                counts.getOrDefault(RecipientState.WAITING, 0L),
                counts.getOrDefault(RecipientState.HELD, 0L));
    }

    /** The mail of a domain's accounts. Only who has mail in the queue is named to the database: a domain may have thousands. */
    private QueueFilter ofDomain(Call<?> call, String name, QueueFilter filter) {
        Domain domain = DomainName.parse(name)
                .flatMap(registry.domains()::find)
                .filter(found ->
                        call.actor().customer().map(found.customer()::equals).orElse(true))
                .orElseThrow(() -> ApiException.of(ErrorCode.FIELD_INVALID).at("domain"));
        Set<AccountId> senders = new HashSet<>(queue.senders(filter.of(domain.customer())));
        senders.retainAll(registry.domainList().accounts(domain.customer()).getOrDefault(domain.id(), List.of()));
        return filter.among(senders);
    }

    /** An account that is not theirs has no mail that they can see; the filter says so once more. */
    private Account account(Call<?> call, String text) {
        Optional<Account> account = EmailAddress.parse(text).flatMap(registry.accounts()::find);
        return account.filter(found -> call.actor().customer().isEmpty()
                        || call.actor().customer().get().equals(found.customer()))
                .filter(found -> call.actor().account().isEmpty()
                        || call.actor().account().get().id().equals(found.id()))
                .orElseThrow(() -> ApiException.of(ErrorCode.FIELD_INVALID).at("account"));
    }

    private QueueItems show(Call<Nothing> call) {
        List<QueueRow> rows = queue.list(message(call), MAX_LIMIT);
        if (rows.isEmpty()) {
            throw ApiException.of(ErrorCode.NOT_FOUND);
        }
        return new QueueItems(
                rows.stream()
                        .map(row -> QueueItem.of(
                                row,
                                queue.attempts(
                                        row.message().queueId(), row.recipient().position())))
                        .toList(),
                count(rows, RecipientState.WAITING),
                count(rows, RecipientState.HELD));
    }

    private static long count(List<QueueRow> rows, RecipientState state) {
        return rows.stream().filter(row -> row.recipient().state() == state).count();
    }

    private Steered steer(Call<Nothing> call, Steering action) {
        QueueFilter filter = message(call);
        if (queue.list(filter, 1).isEmpty()) {
            throw ApiException.of(ErrorCode.NOT_FOUND);
        }
        return new Steered(queue.steer(action, filter, call.origin()));
    }

    private static QueueFilter message(Call<?> call) {
        long id = QueuedMessage.parse(call.path().getOrDefault("message", ""));
        if (id == 0) {
            throw ApiException.of(ErrorCode.NOT_FOUND);
        }
        return theirs(call).message(id);
    }
}
