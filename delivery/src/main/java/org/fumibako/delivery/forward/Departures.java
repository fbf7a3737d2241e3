// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.forward;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fumibako.delivery.forward.Plan.Way;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.AccountId;
import org.fumibako.model.Content;
import org.fumibako.model.DsnNotify;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Account;
import org.fumibako.store.Append;
import org.fumibako.store.queue.Addressee;
import org.fumibako.store.queue.Owner;
import org.fumibako.store.queue.Posting;
import org.fumibako.store.queue.QueueEnvelope;

/** What goes to other servers, ready for the queue: one message an account and form, one posting a target. */
final class Departures {
    private final ReversePaths paths;
    private final Seal seal;
    private final AttachedMessage attached;
    private final Duration lifetime;

    /** @param lifetime how long it is tried */
    Departures(ReversePaths paths, Seal seal, AttachedMessage attached, Duration lifetime) {
        this.paths = paths;
        this.seal = seal;
        this.attached = attached;
        this.lifetime = lifetime;
    }

    private record Form(AccountId by, boolean attached) {}

    List<Append> of(Plan plan, Letter letter, Instant now) throws IOException {
        Map<Form, List<Way>> groups = new LinkedHashMap<>();
        for (Way way : plan.ways()) {
            groups.computeIfAbsent(new Form(way.by().id(), way.attached()), _ -> new ArrayList<>())
                    .add(way);
        }
        List<Append> appends = new ArrayList<>(groups.size());
        for (List<Way> group : groups.values()) {
            appends.add(group.getFirst().attached() ? attached(group, letter, now) : asItIs(group, letter, now));
        }
        return appends;
    }

    private Append asItIs(List<Way> ways, Letter letter, Instant now) throws IOException {
        Way first = ways.getFirst();
        String trace = DeliveredTo.fields(first.trail()) + letter.received();
        Content traced = JoinedContent.of(octets(trace), letter.message());
        String sealed =
                seal.seal(traced, letter.findings(), first.by().address().domain()) + trace;
        Content content = JoinedContent.of(octets(sealed), letter.message());
        Letter.Declared declared = letter.declared();
        return append(ways, content, letter, declared, now);
    }

    private Append attached(List<Way> ways, Letter letter, Instant now) throws IOException {
        Way first = ways.getFirst();
        AttachedMessage.Composed composed = attached.compose(letter, first.trail(), now);
        String signature = seal.sign(composed.content(), first.by().address().domain());
        Content content = JoinedContent.of(octets(signature), composed.content());
        // It is the account's own, but a message that wants no answer stays one.
        Optional<EmailAddress> sender =
                letter.declared().sender().map(_ -> first.by().address());
        return append(ways, content, letter, new Letter.Declared(sender, composed.body(), false), now);
    }

    private Append append(List<Way> ways, Content content, Letter letter, Letter.Declared declared, Instant now)
            throws IOException {
        List<Posting> postings =
                ways.stream().map(way -> posting(way, declared, now)).toList();
        return new Append(
                content,
                MessageSummary.of(content),
                List.of(),
                letter.declared().sender(),
                letter.origin(),
                postings);
    }

    private Posting posting(Way way, Letter.Declared declared, Instant now) {
        Account by = way.by();
        Mark mark = new Mark(way.target().id(), way.kept());
        QueueEnvelope envelope = new QueueEnvelope(
                declared.sender().map(sender -> paths.of(sender, mark.target())),
                declared.body(),
                declared.smtpUtf8() || needsUtf8(way),
                mark.ret(),
                mark.envelopeId());
        // Of what its sender wanted to be told nothing goes on: it would tell him of the target.
        Addressee addressee = new Addressee(way.target().address(), Set.of(DsnNotify.FAILURE), Optional.empty());
        Owner owner = new Owner(Optional.of(by.id()), Optional.of(by.customer()));
        return new Posting(envelope, List.of(addressee), owner, 0, now.plus(lifetime));
    }

    private static boolean needsUtf8(Way way) {
        return Stream.concat(Stream.of(way.target().address()), way.trail().stream())
                .anyMatch(address -> address.localPart().chars().anyMatch(c -> c >= 0x80));
    }

    private static byte[] octets(String fields) {
        return fields.getBytes(StandardCharsets.UTF_8);
    }
}
