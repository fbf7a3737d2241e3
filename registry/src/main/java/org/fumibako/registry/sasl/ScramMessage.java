// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.sasl;

import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a SCRAM client sends (RFC 5802 §7), taken apart. */
sealed interface ScramMessage {
    /** Characters of a client's nonce; libraries send 24 to 48. */
    int MAX_NONCE = 256;

    /**
     * {@code gs2-header client-first-message-bare}.
     *
     * @param flag what the client says of channel binding: {@code n}, {@code y} or {@code p=} with a type
     * @param gs2Header as sent, with its final comma; the last message must repeat it
     * @param bare as sent, for the signature
     */
    record First(String flag, String gs2Header, String bare, String user, String nonce) implements ScramMessage {}

    /** {@code client-final-message}; {@code withoutProof} as sent, for the signature. */
    record Final(String channelBinding, String nonce, byte[] proof, String withoutProof) implements ScramMessage {}

    /** Empty for anything that is not one, and for mandatory extensions, of which none is known. */
    static Optional<First> first(String text) {
        int flagEnd = text.indexOf(',');
        int headerEnd = flagEnd < 0 ? -1 : text.indexOf(',', flagEnd + 1);
        if (headerEnd < 0) {
            return Optional.empty();
        }
        String flag = text.substring(0, flagEnd);
        String authorization = text.substring(flagEnd + 1, headerEnd);
        String bare = text.substring(headerEnd + 1);
        String[] attributes = bare.split(",", -1);
        if (!(flag.equals("n") || flag.equals("y") || flag.startsWith("p=")) || attributes.length < 2) {
            return Optional.empty();
        }
        String user = attributes[0].startsWith("n=") ? name(attributes[0].substring(2)) : null;
        String nonce = attributes[1].startsWith("r=") ? attributes[1].substring(2) : "";
        if (user == null || !isNonce(nonce) || !isSelf(authorization, user)) {
            return Optional.empty();
        }
        return Optional.of(new First(flag, text.substring(0, headerEnd + 1), bare, user, nonce));
    }

    /** Empty for anything that is not one. */
    static Optional<Final> last(String text) {
        int proofStart = text.lastIndexOf(",p=");
        String[] attributes = text.split(",", -1);
        if (proofStart < 0
                || attributes.length < 3
                || !attributes[0].startsWith("c=")
                || !attributes[1].startsWith("r=")) {
            return Optional.empty();
        }
        try {
            byte[] proof = Base64.getDecoder().decode(text.substring(proofStart + 3));
            return Optional.of(new Final(
                    attributes[0].substring(2), attributes[1].substring(2), proof, text.substring(0, proofStart)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static boolean isSelf(String authorization, String user) {
        return authorization.isEmpty()
                || (authorization.startsWith("a=") && user.equalsIgnoreCase(name(authorization.substring(2))));
    }

    private static boolean isNonce(String text) {
        return !text.isEmpty() && text.length() <= MAX_NONCE && text.chars().allMatch(c -> c > 0x20 && c < 0x7f);
    }

    /** RFC 5802 §5.1: comma and equals sign are written {@code =2C} and {@code =3D}, any other use of {@code =} is wrong. */
    private static @Nullable String name(String text) {
        String plain = text.replace("=2C", "").replace("=3D", "");
        if (text.isEmpty() || plain.indexOf('=') >= 0) {
            return null;
        }
        return text.replace("=2C", ",").replace("=3D", "=");
    }
}
