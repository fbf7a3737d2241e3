// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fumibako.mime.BodyPart;

/**
 * A part of a message as JMAP names it.
 *
 * @param id the section number of IMAP; of a multipart what the numbers of its parts begin with
 */
public record Part(String id, BodyPart part) {
    /** The whole of a message. */
    public static Part root(BodyPart root) {
        return new Part(isMultipart(root) ? "" : "1", root);
    }

    /** Whether it has parts of its own. */
    public boolean isMultipart() {
        return isMultipart(part);
    }

    private static boolean isMultipart(BodyPart part) {
        return part.type().equals("MULTIPART");
    }

    /** The parts of a multipart; an embedded message is whole. */
    public List<Part> subParts() {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; isMultipart() && i < part.parts().size(); i++) {
            BodyPart child = part.parts().get(i);
            parts.add(new Part(id + (i + 1) + (isMultipart(child) ? "." : ""), child));
        }
        return parts;
    }

    /** The id for clients; null for a multipart. */
    public Optional<String> partId() {
        return isMultipart() ? Optional.empty() : Optional.of(id);
    }

    /** The media type, in lower case. */
    public String type() {
        return (part.type() + "/" + part.subtype()).toLowerCase(Locale.ROOT);
    }

    /** In lower case; empty when there is none. */
    public String disposition() {
        return part.disposition().map(kind -> kind.toLowerCase(Locale.ROOT)).orElse("");
    }

    /** What the sender calls it. */
    public Optional<String> name() {
        return part.fileName();
    }

    /** The part with that id below this one. */
    public Optional<Part> find(String wanted) {
        if (partId().equals(Optional.of(wanted))) {
            return Optional.of(this);
        }
        return subParts().stream().flatMap(child -> child.find(wanted).stream()).findFirst();
    }
}
