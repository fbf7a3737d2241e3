// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.arc;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.fumibako.mailauth.dkim.DkimKey;
import org.fumibako.mailauth.dkim.SignedFields;
import org.fumibako.mailauth.message.BodyForm;
import org.fumibako.mailauth.message.Canonicalization;
import org.fumibako.mailauth.message.FieldPicker;
import org.fumibako.mailauth.message.HeaderFields;
import org.fumibako.mailauth.message.MessageView;
import org.fumibako.mailauth.message.OctetBuffer;
import org.fumibako.mailauth.message.SignatureText;

/**
 * Adds a set of ours to the chain of a message that goes on to another server (RFC 8617 §5.1). Nothing may be changed in the
 * message afterwards but what is put on top. Safe for any number of threads.
 */
public final class ArcSealer {
    private static final BodyForm BODY = BodyForm.whole(Canonicalization.RELAXED);
    private static final String SIGNATURES = "dkim-signature";

    private final InstantSource clock;

    public ArcSealer(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * The three fields to put on top of a message, each ending with CRLF. Empty when there is nothing to seal: the chain was
     * declared failed by an earlier sealer or is full, its state is not known as DNS gave no answer (a seal would make that a
     * failure for good), or the header is larger than what is read of it.
     *
     * @param message as it goes out, but for the seal
     * @param chain what {@link ArcVerifier} says of the message as it came in
     * @param results our Authentication-Results, from the host name on, without the field's name; may be folded
     * @param key of the sealing domain; RSA, as hardly anybody verifies others
     */
    public Optional<String> seal(MessageView message, ArcResult chain, String results, DkimKey key) throws IOException {
        List<String> names = new ArrayList<>(SignedFields.of(message.header()));
        names.addAll(Collections.nCopies(message.header().count(SIGNATURES), SIGNATURES));
        return seal(message, chain, results, key, names);
    }

    /** The same over chosen fields. */
    Optional<String> seal(MessageView message, ArcResult chain, String results, DkimKey key, List<String> names)
            throws IOException {
        boolean sealable = message.complete()
                && chain.newest() < ArcSets.MAX
                && chain.reason() != ArcReason.SEALED_AS_FAILED
                && chain.reason() != ArcReason.TOO_MANY_SETS
                && !chain.temporary();
        if (!sealable) {
            return Optional.empty();
        }
        String instance = Integer.toString(chain.newest() + 1);
        String time = Long.toString(clock.instant().getEpochSecond());
        String authentication = "ARC-Authentication-Results: i=" + instance + "; " + results.strip() + "\r\n";
        String signature = messageSignature(message, instance, time, key, names);
        ArcVerdict state = chain.verdict();
        SignatureText seal = sealText(state, instance, time, key);
        OctetBuffer input = chainBefore(message.header(), state).with(authentication, signature, seal);
        return Optional.of(seal.signed(key.sign(input)) + signature + authentication);
    }

    static SignatureText sealText(ArcVerdict state, String instance, String time, DkimKey key) {
        return new SignatureText("ARC-Seal")
                .tag("a", key.algorithm().token())
                .hole()
                .tag("cv", state.token())
                .tag("d", key.domain().ascii())
                .tag("i", instance)
                .tag("s", key.selector())
                .tag("t", time);
    }

    private static String messageSignature(
            MessageView message, String instance, String time, DkimKey key, List<String> names) throws IOException {
        String bodyHash =
                Base64.getEncoder().encodeToString(message.bodyHash(BODY).sha256());
        SignatureText text = new SignatureText("ARC-Message-Signature")
                .tag("a", key.algorithm().token())
                .hole()
                .tag("bh", bodyHash)
                .tag("c", "relaxed/relaxed")
                .tag("d", key.domain().ascii())
                .names(names)
                .tag("i", instance)
                .tag("s", key.selector())
                .tag("t", time);
        OctetBuffer input = new OctetBuffer(2_048);
        new FieldPicker(message.header()).pickAll(names, Canonicalization.RELAXED, input);
        text.canonical(Canonicalization.RELAXED, input);
        return text.signed(key.sign(input));
    }

    /** A seal that declares the chain failed covers nothing but its own set (RFC 8617 §5.1.2). */
    static SealInput chainBefore(HeaderFields header, ArcVerdict state) {
        SealInput input = new SealInput();
        if (state != ArcVerdict.PASS) {
            return input;
        }
        try {
            for (ArcSet set : new ArcSets(header).read()) {
                input.sealed(header, set);
            }
            return input;
        } catch (ArcFault notWhatWasVerified) {
            throw new IllegalArgumentException("the chain is not the one that was verified", notWhatWasVerified);
        }
    }
}
