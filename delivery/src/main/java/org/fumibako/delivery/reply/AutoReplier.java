// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.reply;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.fumibako.delivery.Inboxes;
import org.fumibako.delivery.Outgoing;
import org.fumibako.delivery.dkim.Signing;
import org.fumibako.delivery.forward.Letter;
import org.fumibako.delivery.forward.Plan;
import org.fumibako.delivery.sorting.Sorted;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.Origin;
import org.fumibako.journal.SortingEvent;
import org.fumibako.mime.Headers;
import org.fumibako.mime.MessageSummary;
import org.fumibako.mime.MimeLimits;
import org.fumibako.model.BodyType;
import org.fumibako.model.Content;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.Flags;
import org.fumibako.registry.Account;
import org.fumibako.registry.Directory;
import org.fumibako.registry.sorting.AutoReply;
import org.fumibako.registry.sorting.SortingRules;
import org.fumibako.sieve.Action;
import org.fumibako.store.Append;
import org.fumibako.store.queue.Addressee;
import org.fumibako.store.queue.Owner;
import org.fumibako.store.queue.Posting;
import org.fumibako.store.queue.QueueEnvelope;

/** The step of delivery that answers for accounts. */
public final class AutoReplier {
    /** How often a correspondent is answered by the account's setting. */
    private static final Duration WEEK = Duration.ofDays(7);

    private static final Origin ORIGIN = Origin.system("auto-reply");

    private final Parts parts;
    private final ReplyComposer composer;
    private final Optional<Signing> signing;

    /**
     * What replying works with.
     *
     * @param journal takes rows without blocking
     */
    public record Parts(
            Directory directory, SortingRules rules, Inboxes inboxes, Consumer<JournalEvent.Entry> journal) {}

    /**
     * @param host our own name
     * @param zone of the dates in replies
     * @param signing signs them
     */
    public AutoReplier(Parts parts, DomainName host, ZoneId zone, Optional<Signing> signing, RandomGenerator random) {
        this.parts = parts;
        this.composer = new ReplyComposer(host, zone, random);
        this.signing = signing;
    }

    /** A reply, if the account wants one and its sender is to have one; it is claimed then. */
    public Optional<Append> answer(Plan.Visit visit, Letter letter, Instant now) throws IOException {
        Sorted.Answer answer = visit.sorted().answer();
        boolean wanted = answer.vacation().isPresent() || answer.setting().isOn(now);
        if (!wanted) {
            return Optional.empty();
        }
        Headers headers = Headers.read(letter.message(), MimeLimits.DEFAULT);
        Reply reply = answer.vacation()
                .map(AutoReplier::reply)
                .orElseGet(() -> reply(answer.setting(), Language.of(headers, letter.summary())));
        List<EmailAddress> addresses = addresses(visit.account());
        return switch (Correspondent.of(letter, headers, own(addresses, answer.vacation()))) {
            case Correspondent.Nobody nobody -> {
                withheld(visit.account(), letter, nobody.why());
                yield Optional.empty();
            }
            case Correspondent.Person person ->
                answer(visit.account(), addresses, reply, person.address(), letter, now);
        };
    }

    private List<EmailAddress> addresses(Account account) {
        List<EmailAddress> all = new ArrayList<>();
        all.add(account.address());
        all.addAll(parts.directory().addressesOf(account.id()));
        return all;
    }

    private static Set<String> own(List<EmailAddress> addresses, Optional<Action.Vacation> vacation) {
        Set<String> own = new HashSet<>();
        addresses.forEach(address -> own.add(address.key()));
        vacation.ifPresent(wanted -> wanted.addresses().stream()
                .flatMap(text -> EmailAddress.parse(text).stream())
                .forEach(address -> own.add(address.key())));
        return own;
    }

    private static Reply reply(Action.Vacation wanted) {
        return new Reply(
                wanted.subject(),
                wanted.from(),
                wanted.mime(),
                wanted.reason(),
                wanted.handle(),
                wanted.again(),
                wanted.cause().describe());
    }

    private static Reply reply(AutoReply setting, Language language) {
        Optional<AutoReply.Wording> first = language == Language.JAPANESE ? setting.japanese() : setting.english();
        AutoReply.Wording wording =
                first.or(setting::japanese).or(setting::english).orElse(new AutoReply.Wording("", ""));
        Optional<String> subject = Optional.of(wording.subject()).filter(text -> !text.isEmpty());
        return new Reply(subject, Optional.empty(), false, wording.text(), "", WEEK, "the automatic reply");
    }

    private Optional<Append> answer(
            Account account, List<EmailAddress> own, Reply reply, EmailAddress to, Letter letter, Instant now)
            throws IOException {
        if (!parts.rules().claimReply(account.id(), to, reply.handle(), now.plus(reply.again()))) {
            withheld(account, letter, to + " was answered not long ago");
            return Optional.empty();
        }
        Content composed = composer.compose(reply, own, to, letter.summary(), now);
        Content signed = signing.isPresent() ? signing.get().sign(composed) : composed;
        Optional<Append> append = append(account, signed, to, reply, now);
        if (append.isPresent()) {
            note(
                    account,
                    letter,
                    new SortingEvent.AutoReplied(
                            to, reply.rule(), letter.summary().messageId()));
        } else {
            withheld(account, letter, "there is no " + to);
        }
        return append;
    }

    private Optional<Append> append(Account account, Content reply, EmailAddress to, Reply wanted, Instant now)
            throws IOException {
        MessageSummary summary = MessageSummary.of(reply);
        return switch (parts.directory().resolve(to)) {
            case Directory.Recipient.Local local ->
                Optional.of(new Append(reply, summary, filings(local, to, now), Optional.empty(), ORIGIN));
            case Directory.Recipient.Remote _ ->
                Optional.of(new Append(
                        reply,
                        summary,
                        List.of(),
                        Optional.empty(),
                        ORIGIN,
                        List.of(posting(account, to, wanted.mime(), now))));
            case Directory.Recipient.Unknown _, Directory.Recipient.Suspended _ -> Optional.empty();
        };
    }

    private List<Append.Filing> filings(Directory.Recipient.Local local, EmailAddress to, Instant now) {
        return local.accounts().stream()
                .map(account -> new Append.Filing(
                        account.id(),
                        parts.inboxes().of(account.id()),
                        Flags.NONE,
                        now,
                        account.quota().size(),
                        Optional.of(to)))
                .toList();
    }

    /** From nobody, so that nothing comes back (RFC 3834 §3.3). */
    private static Posting posting(Account account, EmailAddress to, boolean mime, Instant now) {
        boolean utf8 = to.localPart().chars().anyMatch(c -> c >= 0x80);
        QueueEnvelope envelope = new QueueEnvelope(
                Optional.empty(),
                mime ? BodyType.EIGHT_BIT : BodyType.SEVEN_BIT,
                utf8,
                Optional.empty(),
                Optional.empty());
        Owner owner = new Owner(Optional.of(account.id()), Optional.of(account.customer()));
        return new Posting(envelope, List.of(Addressee.of(to)), owner, 0, now.plus(Outgoing.LIFETIME));
    }

    private void withheld(Account account, Letter letter, String why) {
        note(
                account,
                letter,
                new SortingEvent.ReplyWithheld(
                        letter.declared().sender(), why, letter.summary().messageId()));
    }

    private void note(Account account, Letter letter, SortingEvent event) {
        parts.journal().accept(new JournalEvent.Entry(Optional.of(account.id()), letter.origin(), event));
    }
}
