// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fumibako.model.AccountId;
import org.fumibako.store.pack.LogEvent;

/** Sets and removes annotations (RFC 5464 §4.3). Answers how many were not so already. */
record AnnotationChange(AccountId account, List<Annotation.Change> changes) implements Change<Integer> {
    @Override
    public List<AccountId> accounts() {
        return List.of(account);
    }

    @Override
    public long weight() {
        return changes.stream()
                .mapToLong(change -> 64
                        + change.name().entry().length()
                        + change.value().map(value -> value.length).orElse(0))
                .sum();
    }

    @Override
    public Integer apply(Group group) throws MailboxException, SQLException {
        AccountState state = group.required(account);
        for (Annotation.Change change : changes) {
            if (change.name().mailbox().isPresent()) {
                state.required(change.name().mailbox().get());
            }
        }
        List<Annotation.Change> real = differing(AnnotationRows.all(group.connection(), account));
        if (!real.isEmpty()) {
            long modSeq = state.nextModSeq();
            for (Annotation.Change change : real) {
                if (change.name().entry().equals(Annotations.SORT_ORDER)
                        && change.name().mailbox().isPresent()) {
                    group.renamed(state.required(change.name().mailbox().get()));
                }
                AnnotationRows.set(group.connection(), account, change, modSeq);
                group.record(record(modSeq, change));
            }
            group.changed(state);
            group.rearranged(state);
        }
        return real.size();
    }

    private LogEvent record(long modSeq, Annotation.Change change) {
        Annotation.Name name = change.name();
        return new LogEvent.Annotated(account, name.mailbox(), name.reader(), modSeq, name.entry(), change.value());
    }

    /** The changes that are any, the last one of each name. */
    private List<Annotation.Change> differing(List<Annotation> before) throws MailboxException {
        Map<Annotation.Name, byte[]> known = new HashMap<>();
        before.forEach(annotation -> known.put(annotation.name(), annotation.value()));
        Map<Annotation.Name, byte[]> after = new HashMap<>(known);
        List<Annotation.Change> real = new ArrayList<>();
        for (Annotation.Change change : changes) {
            Optional<byte[]> value = change.value();
            byte[] had = value.isPresent() ? after.put(change.name(), value.get()) : after.remove(change.name());
            if (!same(Optional.ofNullable(had), value)) {
                real.add(change);
            }
        }
        check(known, after);
        return real;
    }

    private static boolean same(Optional<byte[]> one, Optional<byte[]> other) {
        return one.isPresent() == other.isPresent() && (one.isEmpty() || Arrays.equals(one.get(), other.get()));
    }

    /** What makes less of what is too much is not refused. */
    private static void check(Map<Annotation.Name, byte[]> before, Map<Annotation.Name, byte[]> after)
            throws MailboxException {
        boolean tooMany = after.size() > Annotations.MAX_COUNT && after.size() > before.size();
        boolean tooMuch = octets(after) > Annotations.MAX_TOTAL && octets(after) > octets(before);
        if (tooMany || tooMuch) {
            throw new MailboxException(MailboxException.Reason.LIMIT, "There are too many annotations");
        }
    }

    private static long octets(Map<Annotation.Name, byte[]> annotations) {
        return annotations.values().stream().mapToLong(value -> value.length).sum();
    }
}
