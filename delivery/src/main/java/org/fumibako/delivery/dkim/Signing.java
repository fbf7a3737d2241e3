// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.dkim;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.fumibako.delivery.AddressList;
import org.fumibako.delivery.PrefixedContent;
import org.fumibako.dns.Budget;
import org.fumibako.dns.DnsName;
import org.fumibako.mailauth.dkim.DkimKey;
import org.fumibako.mailauth.dkim.DkimResult;
import org.fumibako.mailauth.dkim.DkimSigner;
import org.fumibako.mailauth.dkim.DkimVerifier;
import org.fumibako.mailauth.dkim.SigningKeys;
import org.fumibako.mailauth.message.HeaderFields;
import org.fumibako.mailauth.message.MessageView;
import org.fumibako.model.Content;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;

/**
 * Step: a message goes out with the signatures of its author's domain on top, one of each algorithm. Takes 1.5 ms of processor, nearly
 * all of it RSA. What comes out closes nothing that it was made of.
 */
public final class Signing {
    /** A client that has sent its message waits longer than this for an answer (RFC 5321 §4.5.3.2.6), a person hardly. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DomainKeys keys;
    private final SigningKeys ready;
    private final DkimSigner signer;
    private final InstantSource clock;
    private final KeySupply supply;

    public Signing(DomainKeys keys, InstantSource clock) {
        this(keys, clock, KeySupply.NONE);
    }

    /** @param supply is asked for the keys that a new domain does not have yet */
    public Signing(DomainKeys keys, InstantSource clock, KeySupply supply) {
        this.supply = supply;
        this.keys = keys;
        this.ready = new SigningKeys(keys);
        this.signer = new DkimSigner(clock);
        this.clock = clock;
    }

    /**
     * Signs for the domain of the first author. The same content comes back when that domain does not sign, when it has signed this
     * message before and nothing was changed since (somebody sends on what they got), or when its header cannot be signed as a whole.
     */
    public Content sign(Content message) throws IOException {
        MessageView view = MessageView.of(message);
        Optional<DomainName> author = author(view.header());
        return author.isEmpty() ? message : sign(message, view, author.get());
    }

    /**
     * Whether the domain of the first author can sign, or is not to. A domain that was added a moment ago has its keys in a second or
     * two, and is waited for; without them its first mail would fail the policy that it publishes.
     */
    public boolean isReady(Content message) throws IOException {
        Optional<DomainName> author = author(MessageView.of(message).header());
        return author.isEmpty() || !ready.of(author.get()).isEmpty() || supply.await(author.get(), PATIENCE);
    }

    /** Signs what this server writes itself: for the nearest domain of ours that {@code host} is, or lies in. */
    public Content signFor(DomainName host, Content message) throws IOException {
        for (Optional<DnsName> name = Optional.of(DnsName.of(host));
                name.isPresent() && !name.get().equals(DnsName.ROOT);
                name = name.get().parent()) {
            Optional<DomainName> domain = DomainName.parse(name.get().text());
            if (domain.isPresent() && !keys.kept(domain.get()).isEmpty()) {
                return sign(message, MessageView.of(message), domain.get());
            }
        }
        return message;
    }

    private Content sign(Content message, MessageView view, DomainName domain) throws IOException {
        List<DkimKey> signing = ready.of(domain);
        if (signing.isEmpty() || isSigned(view, domain)) {
            return message;
        }
        Optional<String> fields = signer.sign(view, signing);
        return fields.isEmpty()
                ? message
                : PrefixedContent.of(fields.get().getBytes(StandardCharsets.US_ASCII), message);
    }

    /** Asks our own keys, not DNS. */
    private boolean isSigned(MessageView view, DomainName domain) throws IOException {
        if (view.header().count("dkim-signature") == 0) {
            return false;
        }
        Budget budget = Budget.of(DkimVerifier.MAX_SIGNATURES, Duration.ofSeconds(1), System::nanoTime);
        DkimVerifier verifier = new DkimVerifier(new OwnRecords(domain, keys.kept(domain)), clock);
        return verifier.verify(view, budget).stream()
                .filter(DkimResult::vouches)
                .anyMatch(result -> result.signer().domain().equals(Optional.of(domain)));
    }

    private static Optional<DomainName> author(HeaderFields header) {
        int from = header.lowest("from");
        if (from == HeaderFields.NONE) {
            return Optional.empty();
        }
        byte[] octets = header.value(from).replace("\r\n", "").getBytes(StandardCharsets.ISO_8859_1);
        return AddressList.parse(new String(octets, StandardCharsets.UTF_8).strip())
                .map(List::getFirst)
                .map(EmailAddress::domain);
    }
}
