// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dkim;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.fumibako.dns.DnsName;
import org.fumibako.mailauth.message.BodyForm;
import org.fumibako.mailauth.message.Canonicalization;
import org.fumibako.mailauth.message.HeaderFields;
import org.fumibako.mailauth.message.TagList;
import org.fumibako.mailauth.message.TagList.Span;
import org.fumibako.model.DomainName;

/**
 * The tags that every signature has in common, DKIM's and ARC's (RFC 6376 §3.5, RFC 8617 §4.1), each read when it is asked for.
 * A tag that is missing or ill-formed is a {@link SignatureFault}.
 */
public final class SignatureTags {
    /** A sender that takes its local time for UTC is ahead by this at most. */
    public static final Duration MAX_AHEAD = Duration.ofHours(14);

    private static final int TIME_DIGITS = 12;
    private static final int LENGTH_DIGITS = 76;

    /** Not {@link BodyForm#ALL}. */
    private static final long LARGEST = BodyForm.ALL - 1;

    private final TagList tags;
    private final String usualForm;

    private SignatureTags(TagList tags, String usualForm) {
        this.tags = tags;
        this.usualForm = usualForm;
    }

    /** The tags in a field; without c= it is in simple form (RFC 6376 §3.5). */
    public static SignatureTags of(HeaderFields header, int field) throws SignatureFault {
        return of(header, field, "simple/simple");
    }

    /** The tags in a field that is in {@code usualForm} without c=. */
    public static SignatureTags of(HeaderFields header, int field, String usualForm) throws SignatureFault {
        return new SignatureTags(TagList.parse(header.value(field)).orElseThrow(SignatureTags::syntax), usualForm);
    }

    public Optional<String> value(String tag) {
        return tags.value(tag);
    }

    public boolean has(String tag) {
        return tags.has(tag);
    }

    public SignatureAlgorithm algorithm() throws SignatureFault {
        return SignatureAlgorithm.of(required("a"));
    }

    /** d=. */
    public DomainName domain() throws SignatureFault {
        return DomainName.parse(international(required("d"))).orElseThrow(SignatureTags::syntax);
    }

    /** s=, as labels of DNS; U-labels become A-labels (RFC 8616 §4). */
    public DnsName selector() throws SignatureFault {
        return DomainName.parse(international(required("s"))).map(DnsName::of).orElseThrow(SignatureTags::syntax);
    }

    /** Where the key is (RFC 6376 §3.6.2.1). */
    public DnsName keyName() throws SignatureFault {
        return DnsName.parse(selector() + "._domainkey." + domain()).orElseThrow(SignatureTags::syntax);
    }

    /** b=, never empty. */
    public byte[] signature() throws SignatureFault {
        return base64("b");
    }

    /** bh=, never empty. */
    public byte[] bodyHash() throws SignatureFault {
        return base64("bh");
    }

    /** Where the value of b= stands in the field's value. */
    public Span signatureSpan() throws SignatureFault {
        return tags.span("b").orElseThrow(SignatureTags::syntax);
    }

    /** The first word of c=, or what it is without one. */
    public Canonicalization headerForm() throws SignatureFault {
        return form(0);
    }

    /** The second word of c=, or what it is without one, and l=. */
    public BodyForm bodyForm() throws SignatureFault {
        return new BodyForm(form(1), number("l", LENGTH_DIGITS).orElse(BodyForm.ALL));
    }

    /** h=, in lower case, in order; names may repeat. White space around a name does not count. */
    public List<String> signedFields() throws SignatureFault {
        String list = required("h").toLowerCase(Locale.ROOT);
        List<String> names = new ArrayList<>();
        for (String name : list.split(":", -1)) {
            names.add(name.strip());
        }
        return names;
    }

    /** A number of up to so many digits, a larger one than a long holds cut down; empty without the tag. */
    public OptionalLong number(String tag, int digits) throws SignatureFault {
        Optional<String> text = tags.value(tag);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        String number = text.get();
        if (number.isEmpty() || number.length() > digits || !number.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw syntax();
        }
        // 76 digits are allowed to l= (RFC 6376 §3.5); no body is as long as the ones that do not fit.
        return OptionalLong.of(number.length() > 18 ? LARGEST : Long.parseLong(number));
    }

    /** Refuses a signature that is over or not yet made: t= and x= (RFC 6376 §3.5). */
    public void checkTimes(Instant now) throws SignatureFault {
        OptionalLong signed = number("t", TIME_DIGITS);
        OptionalLong expires = number("x", TIME_DIGITS);
        if (signed.isPresent() && expires.isPresent() && expires.getAsLong() <= signed.getAsLong()) {
            throw syntax();
        }
        if (expires.isPresent() && expires.getAsLong() < now.getEpochSecond()) {
            throw new SignatureFault(DkimReason.EXPIRED);
        }
        if (signed.isPresent() && signed.getAsLong() > now.plus(MAX_AHEAD).getEpochSecond()) {
            throw new SignatureFault(DkimReason.FROM_THE_FUTURE);
        }
    }

    /** The text of a tag that must be there. */
    public String required(String tag) throws SignatureFault {
        return tags.value(tag).orElseThrow(SignatureTags::syntax);
    }

    /** Text that may hold UTF-8, from one char an octet. */
    static String international(String octets) {
        return new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    static SignatureFault syntax() {
        return new SignatureFault(DkimReason.SYNTAX);
    }

    private byte[] base64(String tag) throws SignatureFault {
        try {
            byte[] octets = Base64.getDecoder().decode(tags.compact(tag).orElseThrow(SignatureTags::syntax));
            if (octets.length == 0) {
                throw syntax();
            }
            return octets;
        } catch (IllegalArgumentException notBase64) {
            throw syntax();
        }
    }

    private Canonicalization form(int word) throws SignatureFault {
        String[] words = tags.value("c").orElse(usualForm).split("/", -1);
        if (words.length > 2) {
            throw syntax();
        }
        // One word is about the header (RFC 6376 §3.5).
        String token = word < words.length ? words[word] : "simple";
        return Canonicalization.of(token).orElseThrow(SignatureTags::syntax);
    }
}
