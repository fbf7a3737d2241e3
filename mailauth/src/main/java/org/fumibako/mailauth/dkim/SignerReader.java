// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dkim;

import java.util.Optional;
import org.fumibako.mailauth.dkim.DkimResult.Signer;

/** Reads of a signature, even of a bad one, who claims to have made it. */
final class SignerReader {
    private SignerReader() {}

    static Signer read(SignatureTags tags) {
        String identity = tags.value("i").orElse("");
        String signature = tags.value("b").orElse("").replaceAll("\\s", "");
        return new Signer(
                known(tags::domain),
                known(tags::selector).map(Object::toString),
                known(tags::algorithm),
                identity.substring(0, Math.min(identity.length(), Signer.MAX_IDENTITY)),
                signature.substring(0, Math.min(signature.length(), Signer.PREFIX)));
    }

    private interface Tag<T> {
        T read() throws SignatureFault;
    }

    private static <T> Optional<T> known(Tag<T> tag) {
        try {
            return Optional.of(tag.read());
        } catch (SignatureFault unreadable) {
            return Optional.empty();
        }
    }
}
