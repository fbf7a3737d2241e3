// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.arc;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fumibako.dns.Budget;
import org.fumibako.dns.Resolver;
import org.fumibako.mailauth.arc.ArcResult.Hop;
import org.fumibako.mailauth.dkim.DkimReason;
import org.fumibako.mailauth.dkim.KeyLookup;
import org.fumibako.mailauth.dkim.SignatureFault;
import org.fumibako.mailauth.dkim.SignatureTags;
import org.fumibako.mailauth.message.BodyForm;
import org.fumibako.mailauth.message.BodyHash;
import org.fumibako.mailauth.message.HeaderFields;
import org.fumibako.mailauth.message.MessageView;
import org.fumibako.mailauth.message.OctetBuffer;
import org.fumibako.mailauth.message.SignatureInput;

/** Verifies the ARC chain of a message (RFC 8617 §5.2). Safe for any number of threads. */
public final class ArcVerifier {
    private final KeyLookup lookup;
    private final InstantSource clock;

    public ArcVerifier(Resolver resolver, InstantSource clock) {
        this.lookup = new KeyLookup(resolver);
        this.clock = clock;
    }

    /** The state of the chain. Costs a question for every key that it names, at most 100. */
    public ArcResult verify(MessageView message, Budget budget) throws IOException {
        ArcSets sets = new ArcSets(message.header());
        if (sets.isEmpty()) {
            return new ArcResult(ArcReason.NO_CHAIN, Optional.empty(), 0, 0, List.of());
        }
        try {
            if (!message.complete()) {
                throw new ArcFault(ArcReason.HEADER_TOO_LARGE);
            }
            return verify(message, sets, new ArcKeys(lookup, budget));
        } catch (ArcFault fault) {
            return new ArcResult(fault.reason(), fault.signatureReason(), sets.newest(), 0, List.of());
        }
    }

    private ArcResult verify(MessageView message, ArcSets reader, ArcKeys keys) throws ArcFault, IOException {
        List<ArcSet> sets = reader.read();
        Instant now = clock.instant();
        checkStates(sets);
        try {
            checkMessage(message, sets.getLast(), keys, now);
        } catch (SignatureFault fault) {
            throw new ArcFault(ArcReason.MESSAGE_SIGNATURE, fault);
        }
        List<Hop> hops = checkSeals(message.header(), sets, reader, keys, now);
        return new ArcResult(
                ArcReason.VALID, Optional.empty(), sets.size(), oldestPass(message, sets, keys, now), hops);
    }

    /** RFC 8617 §5.2, steps 2 and 3. */
    private static void checkStates(List<ArcSet> sets) throws ArcFault {
        if (state(sets.getLast()).equals(ArcVerdict.FAIL.token())) {
            throw new ArcFault(ArcReason.SEALED_AS_FAILED);
        }
        for (int i = 0; i < sets.size(); i++) {
            ArcVerdict right = i == 0 ? ArcVerdict.NONE : ArcVerdict.PASS;
            if (!state(sets.get(i)).equals(right.token())) {
                throw new ArcFault(ArcReason.WRONG_STATE);
            }
        }
    }

    private static String state(ArcSet set) {
        return set.sealTags().value("cv").orElse("");
    }

    private static void checkMessage(MessageView message, ArcSet set, ArcKeys keys, Instant now)
            throws SignatureFault, IOException {
        SignatureTags tags = set.messageTags();
        List<String> names = tags.signedFields();
        // RFC 8617 §4.1.2: seals come after what they seal.
        if (names.contains(ArcSets.SEAL)) {
            throw new SignatureFault(DkimReason.SYNTAX);
        }
        tags.checkTimes(now);
        BodyForm form = tags.bodyForm();
        BodyHash body = message.bodyHash(form);
        if (form.limit() != BodyForm.ALL && form.limit() != body.octets()) {
            throw new SignatureFault(DkimReason.BODY_CHANGED);
        }
        if (!Arrays.equals(body.sha256(), tags.bodyHash())) {
            throw new SignatureFault(DkimReason.BODY_CHANGED);
        }
        OctetBuffer input =
                SignatureInput.of(message.header(), names, tags.headerForm(), set.message(), tags.signatureSpan());
        keys.check(tags, input);
    }

    /** All seals, first to last, so that what they seal in common is put together once. */
    private static List<Hop> checkSeals(
            HeaderFields header, List<ArcSet> sets, ArcSets reader, ArcKeys keys, Instant now) throws ArcFault {
        SealInput input = new SealInput();
        List<Hop> hops = new ArrayList<>();
        for (ArcSet set : sets) {
            SignatureTags tags = set.sealTags();
            try {
                // RFC 8617 §4.1.3: h= would leave fields out.
                if (tags.has("h")) {
                    throw new SignatureFault(DkimReason.SYNTAX);
                }
                tags.checkTimes(now);
                keys.check(tags, input.with(header, set));
                hops.add(new Hop(tags.domain(), tags.selector().toString(), reader.results(set)));
            } catch (SignatureFault fault) {
                throw new ArcFault(ArcReason.SEAL, fault);
            }
            input.sealed(header, set);
        }
        return hops;
    }

    private static int oldestPass(MessageView message, List<ArcSet> sets, ArcKeys keys, Instant now)
            throws IOException {
        for (int i = sets.size() - 1; i >= 1; i--) {
            try {
                checkMessage(message, sets.get(i - 1), keys, now);
            } catch (SignatureFault changedLater) {
                return i + 1;
            }
        }
        return 0;
    }
}
