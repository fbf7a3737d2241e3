// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.forward;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fumibako.delivery.forward.Incoming.Entry;
import org.fumibako.delivery.forward.Plan.Hop;
import org.fumibako.delivery.forward.Plan.Miss;
import org.fumibako.delivery.forward.Plan.Place;
import org.fumibako.delivery.forward.Plan.Visit;
import org.fumibako.delivery.forward.Plan.Way;
import org.fumibako.delivery.sorting.Box;
import org.fumibako.delivery.sorting.Sorted;
import org.fumibako.model.AccountId;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Account;
import org.fumibako.registry.Directory;
import org.fumibako.registry.ForwardRules;
import org.fumibako.registry.Forwarding;
import org.fumibako.registry.Forwarding.Target;
import org.fumibako.registry.Forwarding.Unproven;

/** One walk along the targets of the accounts that a message reaches, and of those that they lead to. */
final class Walk {
    /** Accounts in a row; a message that is handed on so often is not meant to be. */
    static final int MAX_DEPTH = 10;

    /** Accounts that one message reaches by being forwarded; beyond it, those that would forward keep it. */
    static final int MAX_ACCOUNTS = 200;

    private final Directory directory;
    private final ForwardRules rules;
    private final Incoming message;
    private final Set<AccountId> closed;

    /** False while an account's targets are being looked at. */
    private final Map<AccountId, Boolean> seen = new HashMap<>();

    private final Set<String> left;
    private final List<Place> places = new ArrayList<>();
    private final List<Way> ways = new ArrayList<>();
    private final List<Hop> hops = new ArrayList<>();
    private final List<Miss> misses = new ArrayList<>();
    private final List<Visit> visits = new ArrayList<>(0);

    Walk(Directory directory, ForwardRules rules, Incoming message, Set<AccountId> closed) {
        this.directory = directory;
        this.rules = rules;
        this.message = message;
        this.closed = closed;
        this.left = new HashSet<>(message.elsewhere());
    }

    Plan plan() {
        return new Plan(places, ways, hops, misses, visits);
    }

    void begin(Entry entry) {
        if (!seen.containsKey(entry.account().id())) {
            visit(entry, List.of());
        }
    }

    /** What came of one target. */
    private sealed interface Step {
        record Reached() implements Step {}

        record Missed(String why, boolean fault) implements Step {}
    }

    private void visit(Entry entry, List<EmailAddress> before) {
        Account account = entry.account();
        seen.put(account.id(), false);
        boolean sorts = message.goesOn() && entry.sorts();
        Sorted sorted = sorts ? message.sorting().of(account, entry.address()) : Sorted.UNTOUCHED;
        Forwarding forwarding =
                message.goesOn() && entry.forwards() && sorted.goesOn() ? rules.of(account.id()) : Forwarding.NONE;
        List<Target> targets = new ArrayList<>(sorted.targets());
        targets.addAll(forwarding.working());
        List<EmailAddress> trail = new ArrayList<>(before);
        trail.add(account.address());
        boolean keep = forwarding.keep() || forwarding.working().isEmpty();
        boolean missed = false;
        List<Way> own = new ArrayList<>();
        for (Target target : targets) {
            switch (step(account, forwarding, target, trail, own)) {
                case Step.Reached _ -> {}
                case Step.Missed miss -> {
                    misses.add(new Miss(account, target, miss.why(), miss.fault()));
                    missed = true;
                }
            }
        }
        List<Box> boxes = boxes(sorted, keep, missed);
        if (!boxes.isEmpty()) {
            places.add(new Place(account, entry.address(), boxes));
        }
        if (!sorted.equals(Sorted.UNTOUCHED)) {
            visits.add(new Visit(account, entry.address(), sorted));
        }
        for (Way way : own) {
            ways.add(new Way(account, trail, way.target(), !boxes.isEmpty(), way.attached()));
        }
        seen.put(account.id(), true);
    }

    /** Forwarding that keeps nothing takes away the usual mailbox alone; a rule that names another one is meant. */
    private static List<Box> boxes(Sorted sorted, boolean keep, boolean missed) {
        List<Box> boxes = keep
                ? sorted.boxes()
                : sorted.boxes().stream().filter(box -> !box.isUsual()).toList();
        // What can be rejected is never filed; see Filing.
        boolean stays = missed || sorted.rejection().isPresent();
        return stays && boxes.isEmpty() ? List.of(Box.USUAL) : boxes;
    }

    private Step step(Account account, Forwarding forwarding, Target target, List<EmailAddress> trail, List<Way> own) {
        if (message.passed().contains(account.address().key())) {
            return new Step.Missed("the message has been forwarded from here before: it came back", false);
        }
        if (target.state() instanceof Target.State.Stopped) {
            return new Step.Missed("it did not take mail for long", false);
        }
        return switch (directory.resolve(target.address())) {
            case Directory.Recipient.Local local -> here(account, target, local.accounts(), trail);
            case Directory.Recipient.Remote _ -> elsewhere(account, forwarding, target, trail, own);
            case Directory.Recipient.Unknown _ -> new Step.Missed("there is no such address here", true);
            case Directory.Recipient.Suspended _ -> new Step.Missed("it takes no mail at present", true);
        };
    }

    private Step here(Account account, Target target, List<Account> accounts, List<EmailAddress> trail) {
        Step step = new Step.Reached();
        for (Account next : accounts) {
            Boolean done = seen.get(next.id());
            if (closed.contains(next.id())) {
                step = new Step.Missed("its mailbox is full or gone", true);
            } else if (Boolean.FALSE.equals(done)) {
                step = new Step.Missed("it leads back to here", false);
            } else if (done == null && (trail.size() > MAX_DEPTH || seen.size() >= MAX_ACCOUNTS)) {
                step = new Step.Missed("the message was forwarded too often", false);
            } else if (done == null) {
                visit(new Entry(next, target.address(), false), trail);
            }
        }
        if (step instanceof Step.Reached) {
            hops.add(new Hop(account, target));
        }
        return step;
    }

    private Step elsewhere(
            Account account, Forwarding forwarding, Target target, List<EmailAddress> trail, List<Way> own) {
        if (message.unproven() && forwarding.unproven() == Unproven.KEEP) {
            return new Step.Missed("DMARC would refuse it there", false);
        }
        if (left.add(target.address().key())) {
            boolean attached = message.unproven() && forwarding.unproven() == Unproven.ATTACH;
            own.add(new Way(account, trail, target, false, attached));
        }
        return new Step.Reached();
    }
}
