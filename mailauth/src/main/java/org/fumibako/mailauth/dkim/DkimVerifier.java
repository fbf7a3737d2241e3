// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dkim;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fumibako.dns.Budget;
import org.fumibako.dns.Resolver;
import org.fumibako.mailauth.dkim.DkimResult.Coverage;
import org.fumibako.mailauth.dkim.DkimResult.Signer;
import org.fumibako.mailauth.message.BodyForm;
import org.fumibako.mailauth.message.BodyHash;
import org.fumibako.mailauth.message.HeaderFields;
import org.fumibako.mailauth.message.MessageView;
import org.fumibako.mailauth.message.OctetBuffer;
import org.fumibako.mailauth.message.SignatureInput;

/** Verifies the DKIM signatures of a message (RFC 6376 §6). Safe for any number of threads. */
public final class DkimVerifier {
    /** Signatures that are verified; each costs a question to DNS and a few hashes. Real mail has one to four. */
    public static final int MAX_SIGNATURES = 10;

    /**
     * Hashes of the body that are made: whole in both forms, and two with l=. Each costs the length of the message, and real
     * mail has one.
     */
    public static final int MAX_BODY_HASHES = 4;

    private static final String FIELD = "dkim-signature";

    private final KeyLookup keys;
    private final InstantSource clock;

    public DkimVerifier(Resolver resolver, InstantSource clock) {
        this.keys = new KeyLookup(resolver);
        this.clock = clock;
    }

    /**
     * A result for each signature, top to bottom; none for a message without one. When there are more than
     * {@link #MAX_SIGNATURES}, one more result says so. Costs a question a signature.
     */
    public List<DkimResult> verify(MessageView message, Budget budget) throws IOException {
        Instant now = clock.instant();
        List<Attempt> attempts = new ArrayList<>(2);
        Set<BodyForm> bodies = new HashSet<>();
        int[] fields = message.header().all(FIELD);
        for (int field : Arrays.copyOf(fields, Math.min(fields.length, MAX_SIGNATURES))) {
            Attempt attempt = message.complete() ? read(message.header(), field, now) : tooLarge();
            attempts.add(within(bodies, attempt));
        }
        message.hashBody(bodies);
        List<DkimResult> results = new ArrayList<>(attempts.size());
        for (Attempt attempt : attempts) {
            results.add(verify(message, attempt, budget));
        }
        if (fields.length > MAX_SIGNATURES) {
            results.add(result(DkimReason.TOO_MANY_SIGNATURES, Signer.UNKNOWN));
        }
        return results;
    }

    /** A signature that was read, or why it was not. */
    private record Attempt(Signer signer, Optional<DkimSignature> signature, DkimReason reason) {}

    private static Attempt tooLarge() {
        return new Attempt(Signer.UNKNOWN, Optional.empty(), DkimReason.HEADER_TOO_LARGE);
    }

    private static Attempt read(HeaderFields header, int field, Instant now) {
        Signer signer = Signer.UNKNOWN;
        try {
            SignatureTags tags = SignatureTags.of(header, field);
            signer = SignerReader.read(tags);
            return new Attempt(signer, Optional.of(DkimSignature.of(tags, field, now)), DkimReason.VALID);
        } catch (SignatureFault fault) {
            return new Attempt(signer, Optional.empty(), fault.reason());
        }
    }

    /** The attempt, unless the body would have to be hashed once more than is done. */
    private static Attempt within(Set<BodyForm> bodies, Attempt attempt) {
        if (attempt.signature().isEmpty()) {
            return attempt;
        }
        BodyForm body = attempt.signature().get().bodyForm();
        if (!bodies.contains(body) && bodies.size() == MAX_BODY_HASHES) {
            return new Attempt(attempt.signer(), Optional.empty(), DkimReason.TOO_MANY_SIGNATURES);
        }
        bodies.add(body);
        return attempt;
    }

    private DkimResult verify(MessageView message, Attempt attempt, Budget budget) throws IOException {
        if (attempt.signature().isEmpty()) {
            return result(attempt.reason(), attempt.signer());
        }
        DkimSignature signature = attempt.signature().get();
        BodyHash body = message.bodyHash(signature.bodyForm());
        List<String> records;
        try {
            records = keys.ask(signature.keyName(), budget);
        } catch (SignatureFault fault) {
            return result(fault.reason(), attempt.signer());
        }
        OctetBuffer input = SignatureInput.of(
                message.header(),
                signature.signedFields(),
                signature.headerForm(),
                signature.field(),
                signature.signatureSpan());
        DkimResult first = null;
        for (String record : records) {
            DkimResult result = verify(signature, record, body, input, attempt.signer());
            if (result.verdict() == DkimVerdict.PASS) {
                return result;
            }
            first = first == null ? result : first;
        }
        return first == null ? result(DkimReason.NO_KEY, attempt.signer()) : first;
    }

    private static DkimResult verify(
            DkimSignature signature, String record, BodyHash body, OctetBuffer input, Signer signer) {
        try {
            KeyRecord key = KeyRecord.parse(record);
            key.check(signature.algorithm());
            if (key.strictDomain() && !signature.strictDomain()) {
                throw new SignatureFault(DkimReason.KEY_NOT_FOR_SUBDOMAINS);
            }
            DkimReason reason = reason(signature, key, body, input);
            if (reason == DkimReason.VALID) {
                long limit = signature.bodyForm().limit();
                Coverage coverage = new Coverage(signature.signedFields(), Math.max(0, body.octets() - limit));
                return new DkimResult(reason, signer, coverage, key.bits(), key.testing());
            }
            DkimReason shown = key.testing() ? DkimReason.TESTING : reason;
            return new DkimResult(shown, signer, Coverage.NOTHING, key.bits(), key.testing());
        } catch (SignatureFault fault) {
            return result(fault.reason(), signer);
        }
    }

    private static DkimReason reason(DkimSignature signature, KeyRecord key, BodyHash body, OctetBuffer input) {
        long limit = signature.bodyForm().limit();
        if (limit != BodyForm.ALL && limit > body.octets()) {
            return DkimReason.BODY_TOO_SHORT;
        }
        if (!Arrays.equals(body.sha256(), signature.bodyHash())) {
            return DkimReason.BODY_CHANGED;
        }
        return signature.algorithm().verifies(key.key(), input, signature.signature())
                ? DkimReason.VALID
                : DkimReason.HEADER_CHANGED;
    }

    private static DkimResult result(DkimReason reason, Signer signer) {
        return new DkimResult(reason, signer, Coverage.NOTHING, 0, false);
    }
}
