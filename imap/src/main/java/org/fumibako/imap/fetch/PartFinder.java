// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.fetch;

import java.util.List;
import java.util.Optional;
import org.fumibako.mime.BodyPart;

/** Finds the part that a part specifier names (RFC 9051 §6.4.5.1). */
final class PartFinder {
    private PartFinder() {}

    /** @param numbers counted from 1; the empty path is the message itself */
    static Optional<BodyPart> find(BodyPart message, List<Integer> numbers) {
        BodyPart at = message;
        boolean isMessage = true;
        for (int number : numbers) {
            if (!isMessage && isEmbeddedMessage(at)) {
                at = at.parts().getFirst();
                isMessage = true;
            }
            if (isMultipart(at)) {
                if (number > at.parts().size()) {
                    return Optional.empty();
                }
                at = at.parts().get(number - 1);
            } else if (!isMessage || number != 1) {
                return Optional.empty();
            }
            isMessage = false;
        }
        return Optional.of(at);
    }

    /** The message that a message/rfc822 part holds. */
    static Optional<BodyPart> embedded(BodyPart part) {
        return isEmbeddedMessage(part) ? Optional.of(part.parts().getFirst()) : Optional.empty();
    }

    static boolean isMultipart(BodyPart part) {
        return part.type().equals("MULTIPART") && !part.parts().isEmpty();
    }

    private static boolean isEmbeddedMessage(BodyPart part) {
        return part.type().equals("MESSAGE") && !part.parts().isEmpty();
    }
}
