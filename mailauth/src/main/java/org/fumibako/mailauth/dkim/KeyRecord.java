// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dkim;

import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.fumibako.mailauth.message.TagList;

/**
 * A public key as its domain publishes it (RFC 6376 §3.6.1).
 *
 * @param bits length of the key
 * @param hashes the hashes that may be used with it; any, when empty
 * @param forMail whether s= lets it sign mail
 * @param testing t=y
 * @param strictDomain t=s
 */
public record KeyRecord(
        SignatureAlgorithm algorithm,
        PublicKey key,
        int bits,
        List<String> hashes,
        boolean forMail,
        boolean testing,
        boolean strictDomain) {
    /** Shorter RSA keys prove nothing (RFC 8301 §3.2). */
    public static final int MIN_RSA_BITS = 1_024;

    /** Longer RSA keys cost a verifier milliseconds a signature, and nobody has them. */
    public static final int MAX_RSA_BITS = 8_192;

    public KeyRecord {
        hashes = List.copyOf(hashes);
    }

    /** Whether a TXT record is meant as a key: others may stand at the same name. */
    static boolean isMeant(String text) {
        return text.startsWith("v=DKIM1")
                || TagList.parse(text).filter(tags -> tags.has("p")).isPresent();
    }

    /** Reads the text of a TXT record, its strings put together. */
    public static KeyRecord parse(String text) throws SignatureFault {
        TagList tags = TagList.parse(text).orElseThrow(KeyRecord::syntax);
        // v= is first when it is there at all (RFC 6376 §3.6.1).
        boolean versionIsRight = tags.value("v").map("DKIM1"::equals).orElse(true);
        if (!versionIsRight || (tags.has("v") && !text.stripLeading().startsWith("v"))) {
            throw syntax();
        }
        String encoded = tags.compact("p").orElseThrow(KeyRecord::syntax);
        if (encoded.isEmpty()) {
            throw new SignatureFault(DkimReason.KEY_REVOKED);
        }
        SignatureAlgorithm algorithm = algorithm(tags.value("k").orElse("rsa"));
        PublicKey key = PublicKeys.read(algorithm, encoded);
        List<String> services = words(tags, "s");
        List<String> flags = words(tags, "t");
        return new KeyRecord(
                algorithm,
                key,
                PublicKeys.bits(key),
                words(tags, "h"),
                services.isEmpty() || services.contains("*") || services.contains("email"),
                flags.contains("y"),
                flags.contains("s"));
    }

    /** Refuses the key for what it does not allow. */
    public void check(SignatureAlgorithm wanted) throws SignatureFault {
        if (algorithm != wanted || (!hashes.isEmpty() && !hashes.contains("sha256"))) {
            throw new SignatureFault(DkimReason.KEY_NOT_FOR_ALGORITHM);
        }
        if (!forMail) {
            throw new SignatureFault(DkimReason.KEY_NOT_FOR_MAIL);
        }
        if (algorithm == SignatureAlgorithm.RSA_SHA256 && bits < MIN_RSA_BITS) {
            throw new SignatureFault(DkimReason.WEAK_KEY);
        }
    }

    private static SignatureAlgorithm algorithm(String keyType) throws SignatureFault {
        for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
            if (algorithm.keyType().equals(keyType)) {
                return algorithm;
            }
        }
        throw new SignatureFault(DkimReason.KEY_NOT_FOR_ALGORITHM);
    }

    private static List<String> words(TagList tags, String tag) {
        Optional<String> list = tags.compact(tag);
        return list.isEmpty() || list.get().isEmpty()
                ? List.of()
                : List.of(list.get().split(":", -1));
    }

    private static SignatureFault syntax() {
        return new SignatureFault(DkimReason.KEY_SYNTAX);
    }
}
