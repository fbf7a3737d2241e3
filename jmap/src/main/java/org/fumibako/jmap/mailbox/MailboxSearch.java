// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.mailbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fumibako.jmap.mail.MailIndex;
import org.fumibako.jmap.standard.Filter;
import org.fumibako.jmap.standard.SortKey;
import org.fumibako.jmap.wire.Arguments;
import org.fumibako.jmap.wire.Ids;
import org.fumibako.jmap.wire.JmapLimits;
import org.fumibako.jmap.wire.MethodException;
import org.fumibako.model.MailboxId;
import org.fumibako.store.AccountView;
import org.fumibako.store.Mailbox;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Which mailboxes fit, in which order (RFC 8621 §2.3). */
final class MailboxSearch {
    static final Set<String> SORTS = Set.of("sortOrder", "name", "parentId");
    private static final Set<String> CONDITIONS = Set.of("parentId", "name", "role", "hasAnyRole", "isSubscribed");

    private final Optional<Filter<ObjectNode>> filter;
    private final List<SortKey> sort;
    private final boolean sortAsTree;
    private final boolean filterAsTree;

    private MailboxSearch(
            Optional<Filter<ObjectNode>> filter, List<SortKey> sort, boolean sortAsTree, boolean filterAsTree) {
        this.filter = filter;
        this.sort = sort;
        this.sortAsTree = sortAsTree;
        this.filterAsTree = filterAsTree;
    }

    static MailboxSearch of(Arguments arguments, JmapLimits limits) throws MethodException {
        JsonNode json = arguments.raw("filter");
        Optional<Filter<ObjectNode>> filter = json.isNull()
                ? Optional.empty()
                : Optional.of(Filter.of(json, limits.maxFilterConditions(), MailboxSearch::condition));
        return new MailboxSearch(
                filter, SortKey.of(arguments, SORTS), arguments.flag("sortAsTree"), arguments.flag("filterAsTree"));
    }

    private static ObjectNode condition(ObjectNode json) throws MethodException {
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            JsonNode value = entry.getValue();
            boolean known = switch (entry.getKey()) {
                case "hasAnyRole", "isSubscribed" -> value.isBoolean();
                case "name" -> value.isString();
                case "parentId", "role" -> value.isString() || value.isNull();
                default -> false;
            };
            if (!known) {
                throw CONDITIONS.contains(entry.getKey())
                        ? MethodException.invalidArguments("The condition " + entry.getKey() + " is malformed.")
                        : new MethodException("unsupportedFilter", "There is no condition " + entry.getKey() + ".");
            }
        }
        return json;
    }

    /** Whether what fits depends on other mailboxes than the one itself. */
    boolean dependsOnOthers() {
        return filterAsTree;
    }

    List<String> run(MailIndex index, SortOrders orders) {
        MailboxTree tree = new MailboxTree(index);
        List<Mailbox> found = new ArrayList<>();
        for (AccountView.Seat seat : index.view().seats()) {
            if (fits(seat.mailbox(), tree)) {
                found.add(seat.mailbox());
            }
        }
        found.sort(comparator(tree, orders));
        List<Mailbox> ordered = sortAsTree ? asTree(found, tree) : found;
        return ordered.stream().map(mailbox -> Ids.mailbox(mailbox.id())).toList();
    }

    private boolean fits(Mailbox mailbox, MailboxTree tree) {
        boolean fits = filter.isEmpty() || filter.get().test(condition -> meets(mailbox, condition, tree));
        if (!fits || !filterAsTree) {
            return fits;
        }
        return tree.parent(mailbox)
                .flatMap(tree::mailbox)
                .map(above -> fits(above, tree))
                .orElse(true);
    }

    private static boolean meets(Mailbox mailbox, ObjectNode condition, MailboxTree tree) {
        return condition.properties().stream().allMatch(entry -> {
            JsonNode value = entry.getValue();
            return switch (entry.getKey()) {
                case "parentId" -> tree.parent(mailbox).map(Ids::mailbox).equals(text(value));
                case "role" -> mailbox.use().map(MailboxJson::role).equals(text(value));
                case "hasAnyRole" -> mailbox.use().isPresent() == value.booleanValue();
                case "isSubscribed" -> mailbox.subscribed() == value.booleanValue();
                default -> folded(tree.name(mailbox)).contains(folded(value.stringValue()));
            };
        });
    }

    private static Optional<String> text(JsonNode value) {
        return value.isNull() ? Optional.empty() : Optional.of(value.stringValue());
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private Comparator<Mailbox> comparator(MailboxTree tree, SortOrders orders) {
        Comparator<Mailbox> comparator = null;
        for (SortKey key : sort) {
            Comparator<Mailbox> next = switch (key.property()) {
                case "sortOrder" -> Comparator.comparingInt(orders::of);
                case "name" -> Comparator.comparing(mailbox -> folded(tree.name(mailbox)));
                default ->
                    Comparator.comparing(mailbox ->
                            tree.parent(mailbox).map(MailboxId::value).orElse(0L));
            };
            next = key.ascending() ? next : next.reversed();
            comparator = comparator == null ? next : comparator.thenComparing(next);
        }
        Comparator<Mailbox> last = Comparator.<Mailbox>comparingInt(orders::of)
                .thenComparing(Mailbox::name)
                .thenComparingLong(mailbox -> mailbox.id().value());
        return comparator == null ? last : comparator.thenComparing(last);
    }

    /** Each followed by what lies below it. What lies below one that does not fit is where it would be at the top. */
    private static List<Mailbox> asTree(List<Mailbox> found, MailboxTree tree) {
        Map<Optional<MailboxId>, List<Mailbox>> below = new HashMap<>();
        List<MailboxId> there = found.stream().map(Mailbox::id).toList();
        for (Mailbox mailbox : found) {
            Optional<MailboxId> parent = tree.parent(mailbox).filter(there::contains);
            below.computeIfAbsent(parent, id -> new ArrayList<>()).add(mailbox);
        }
        List<Mailbox> ordered = new ArrayList<>(found.size());
        append(Optional.empty(), below, ordered);
        return ordered;
    }

    private static void append(
            Optional<MailboxId> parent, Map<Optional<MailboxId>, List<Mailbox>> below, List<Mailbox> to) {
        for (Mailbox mailbox : below.getOrDefault(parent, List.of())) {
            to.add(mailbox);
            append(Optional.of(mailbox.id()), below, to);
        }
    }
}
