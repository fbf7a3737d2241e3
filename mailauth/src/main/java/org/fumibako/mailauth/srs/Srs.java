// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.srs;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;

/**
 * Rewrites envelope senders and finds them again.
 *
 * <pre>
 * taro@example.jp                            SRS0=hhhhhh=tt=example.jp=taro@us
 * SRS0=xxxx=yy=example.jp=taro@forwarder     SRS1=hhhhhh=forwarder==xxxx=yy=example.jp=taro@us
 * </pre>
 *
 * A tag that says for whom it was rewritten is appended to the hash, which covers it; to others the two are one opaque word.
 *
 * <p> *
 * Immutable, safe for any number of threads.
 */
public final class Srs {
    private static final String FIRST = "SRS0";
    private static final String SECOND = "SRS1";

    /** What may follow the tag; we write the first. */
    private static final String SEPARATORS = "=+-";

    private final List<SrsKey> keys;
    private final DomainName domain;
    private final SrsDate date;

    /**
     * @param keys secrets of at least 16 octets, newest first: it makes, all of them check, so that a key can be replaced while
     *     bounces of what it made are still on their way
     * @param domain ours, where rewritten addresses live
     * @param validity how long one works, at most 512 days
     */
    public Srs(List<byte[]> keys, DomainName domain, Duration validity, InstantSource clock) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("no key");
        }
        this.keys = keys.stream().map(SrsKey::new).toList();
        this.domain = domain;
        this.date = new SrsDate(validity, clock);
    }

    /**
     * The sender under our name, without a tag.
     *
     * @return as {@link #rewrite(EmailAddress, long)}
     */
    public Optional<EmailAddress> rewrite(EmailAddress sender) {
        return rewrite(sender, 0);
    }

    /**
     * The sender under our name.
     *
     * @param tag comes back with the reversal; 0 for none, below 2^60
     *
     * @return empty when it would be longer than a local part may be ({@link EmailAddress#MAX_LOCAL_PART}); the forwarder then sends
     *     in the name of the account that forwards
     */
    public Optional<EmailAddress> rewrite(EmailAddress sender, long tag) {
        String localPart = sender.localPart();
        boolean first = tagged(localPart, FIRST);
        boolean second = tagged(localPart, SECOND);
        if (sender.domain().equals(domain) && (first || second)) {
            return Optional.of(sender);
        }
        if (first) {
            return second(sender.domain().ascii(), localPart.substring(FIRST.length()), tag);
        }
        if (second) {
            String[] parts = localPart.substring(SECOND.length() + 1).split("=", 3);
            if (parts.length == 3 && DomainName.parse(parts[1]).isPresent()) {
                return second(parts[1], parts[2], tag);
            }
        }
        return first(sender, tag);
    }

    private Optional<EmailAddress> first(EmailAddress sender, long tag) {
        String rest = date.today() + "=" + sender.domain().ascii() + "=" + sender.localPart();
        return address(FIRST + "=" + proof(rest, tag) + "=" + rest);
    }

    /** The first forwarder is remembered, those in between are passed over: it is the one that knows the way back. */
    private Optional<EmailAddress> second(String forwarder, String opaque, long tag) {
        String rest = forwarder + "=" + opaque;
        return address(SECOND + "=" + proof(rest, tag) + "=" + rest);
    }

    private String proof(String rest, long tag) {
        String name = Base32.of(tag);
        return keys.getFirst().hash(covered(rest, name)) + name;
    }

    /** What the hash is of. No rest begins as a tagged one does. */
    private static String covered(String rest, String tag) {
        return tag.isEmpty() ? rest : "#" + tag + "=" + rest;
    }

    private Optional<EmailAddress> address(String localPart) {
        EmailAddress address = new EmailAddress(localPart, domain);
        return localPart.length() <= EmailAddress.MAX_LOCAL_PART
                        && address.toString().length() <= EmailAddress.MAX_LENGTH
                ? Optional.of(address)
                : Optional.empty();
    }

    /** Where mail for an address in our domain goes. Letters count without regard to case: servers on the way may change it. */
    public Reversal reverse(EmailAddress recipient) {
        String localPart = recipient.localPart();
        if (!recipient.domain().equals(domain)) {
            return new Reversal.NotRewritten();
        }
        if (tagged(localPart, FIRST)) {
            return reverseFirst(localPart.substring(FIRST.length() + 1));
        }
        return tagged(localPart, SECOND)
                ? reverseSecond(localPart.substring(SECOND.length() + 1))
                : new Reversal.NotRewritten();
    }

    private Reversal reverseFirst(String text) {
        String[] parts = text.split("=", 4);
        if (parts.length < 4 || !isMadeHere(parts[0], parts[1] + "=" + parts[2] + "=" + parts[3])) {
            return new Reversal.Forged();
        }
        return date.isValid(parts[1]) ? to(parts[3], parts[2], tag(parts[0])) : new Reversal.Expired();
    }

    private Reversal reverseSecond(String text) {
        String[] parts = text.split("=", 3);
        if (parts.length < 3 || !isMadeHere(parts[0], parts[1] + "=" + parts[2])) {
            return new Reversal.Forged();
        }
        return to(FIRST + parts[2], parts[1], tag(parts[0]));
    }

    private static Reversal to(String localPart, String domainName, long tag) {
        Optional<DomainName> home = DomainName.parse(domainName);
        return home.isEmpty() || localPart.isEmpty()
                ? new Reversal.Forged()
                : new Reversal.To(new EmailAddress(localPart, home.get()), tag);
    }

    private boolean isMadeHere(String proof, String rest) {
        if (proof.length() < SrsKey.LENGTH || tag(proof) < 0) {
            return false;
        }
        String hash = proof.substring(0, SrsKey.LENGTH);
        String covered = covered(rest, proof.substring(SrsKey.LENGTH));
        return keys.stream().anyMatch(key -> key.made(hash, covered));
    }

    private static long tag(String proof) {
        return Base32.number(proof.substring(SrsKey.LENGTH));
    }

    private static boolean tagged(String localPart, String tag) {
        return localPart.regionMatches(true, 0, tag, 0, tag.length())
                && localPart.length() > tag.length()
                && SEPARATORS.indexOf(localPart.charAt(tag.length())) >= 0;
    }
}
