// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.email;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.jmap.JmapServices;
import org.fumibako.jmap.mail.LongSet;
import org.fumibako.jmap.mail.MailIndex;
import org.fumibako.jmap.mail.MailIndex.IndexedEmail;
import org.fumibako.jmap.standard.Filter;
import org.fumibako.jmap.standard.SortKey;
import org.fumibako.jmap.wire.Arguments;
import org.fumibako.jmap.wire.Ids;
import org.fumibako.jmap.wire.MethodException;
import org.fumibako.model.AccountId;
import org.fumibako.model.MailboxId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds the emails that fit, in order; a result is kept until something changes, because clients page through it. */
public final class EmailSearch {
    /** Ids of all results that are kept. */
    private static final long MAX_IDS = 5_000_000;

    private static final Duration KEPT = Duration.ofMinutes(5);

    private final JmapServices services;
    private final Cache<Long, Boolean> attachments = Attachments.memory();
    private final Cache<Key, long[]> results = Caffeine.newBuilder()
            .maximumWeight(MAX_IDS)
            .<Key, long[]>weigher((key, ids) -> 100 + ids.length)
            .expireAfterAccess(KEPT)
            .build();

    private record Key(AccountId account, long modSeq, Query query) {}

    public EmailSearch(JmapServices services) {
        this.services = services;
    }

    /**
     * What is looked for.
     *
     * @param filter null when everything fits
     */
    record Query(JsonNode filter, List<SortKey> sort, boolean collapse) {
        /** Whether an email's place depends on others of its thread. */
        boolean looksAtThreads() {
            String text = filter.toString();
            return collapse
                    || text.contains("InThreadHaveKeyword")
                    || sort.stream().anyMatch(key -> key.property().contains("InThread"));
        }
    }

    Query query(Arguments arguments) throws MethodException {
        JsonNode filter = arguments.raw("filter");
        if (!filter.isNull()) {
            parse(filter);
        }
        List<SortKey> sort = SortKey.of(arguments, EmailOrder.KNOWN);
        for (SortKey key : sort) {
            if (key.property().endsWith("Keyword") && key.keyword().isEmpty()) {
                throw MethodException.invalidArguments("A comparator lacks its keyword.");
            }
        }
        return new Query(filter, sort, arguments.flag("collapseThreads"));
    }

    private Filter<ObjectNode> parse(JsonNode filter) throws MethodException {
        return Filter.of(filter, services.limits().maxFilterConditions(), EmailFilter::checked);
    }

    /** Ids in order; equal for equal states. */
    EmailIds run(AccountId account, MailIndex index, Query query) throws MethodException {
        Key key = new Key(account, index.state().modSeq(), query);
        long[] known = results.getIfPresent(key);
        if (known == null) {
            known = find(account, index, query);
            results.put(key, known);
        }
        return new EmailIds(known);
    }

    private long[] find(AccountId account, MailIndex index, Query query) throws MethodException {
        List<IndexedEmail> found = new ArrayList<>();
        if (query.filter().isNull()) {
            index.forEach(found::add);
        } else {
            Filter<ObjectNode> filter = parse(query.filter());
            Look look = new Look(services.mail(), services.store(), account);
            Attachments attached = Attachments.of(services.mail(), account, attachments);
            Test test = new EmailFilter(index, new Words(services.index(), account, look), attached).of(filter);
            List<IndexedEmail> candidates = new ArrayList<>();
            Optional<MailboxId> only = mailbox(filter);
            if (only.isPresent()) {
                index.forEachIn(only.get(), candidates::add);
            } else {
                index.forEach(candidates::add);
            }
            if (query.filter().toString().contains("\"hasAttachment\"")) {
                attached.prepare(
                        candidates.stream().map(IndexedEmail::contentId).toList());
            }
            candidates.stream().filter(email -> test.check().test(email)).forEach(found::add);
        }
        List<IndexedEmail> ordered = new EmailOrder(index, query.sort()).sort(found, services.mail(), account);
        return ids(ordered, query.collapse());
    }

    /** The mailbox that all that fits is in, if the filter says one. */
    private static Optional<MailboxId> mailbox(Filter<ObjectNode> filter) {
        return switch (filter) {
            case Filter.Condition<ObjectNode>(ObjectNode condition) ->
                Optional.of(condition.path("inMailbox"))
                        .filter(JsonNode::isString)
                        .flatMap(id -> Ids.mailbox(id.stringValue()));
            case Filter.Operator<ObjectNode>(Filter.Kind kind, List<Filter<ObjectNode>> operands) ->
                kind == Filter.Kind.AND
                        ? operands.stream()
                                .flatMap(operand -> mailbox(operand).stream())
                                .findFirst()
                        : Optional.empty();
        };
    }

    private static long[] ids(List<IndexedEmail> emails, boolean collapse) {
        LongSet threads = new LongSet(collapse ? emails.size() : 0);
        long[] ids = new long[emails.size()];
        int next = 0;
        for (IndexedEmail email : emails) {
            if (!collapse || threads.add(email.threadId())) {
                ids[next++] = email.contentId();
            }
        }
        return java.util.Arrays.copyOf(ids, next);
    }
}
