// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.fetch;

import java.util.List;
import java.util.Map;
import org.fumibako.mime.BodyPart;
import org.fumibako.mime.ImapText;

/** Writes a structure as BODY or, with the extension data, as BODYSTRUCTURE (RFC 9051 §7.5.2). */
final class BodyStructureWriter {
    private static final String NIL_ENVELOPE = "(NIL NIL NIL NIL NIL NIL NIL NIL NIL NIL)";

    private final ImapText out;
    private final boolean extended;

    private BodyStructureWriter(ImapText out, boolean extended) {
        this.out = out;
        this.extended = extended;
    }

    static byte[] write(BodyPart message, boolean extended) {
        ImapText out = new ImapText(512);
        new BodyStructureWriter(out, extended).part(message);
        return out.toByteArray();
    }

    private void part(BodyPart part) {
        out.plain('(');
        if (part.type().equals("MULTIPART")) {
            multipart(part);
        } else {
            single(part);
        }
        out.plain(')');
    }

    private void multipart(BodyPart part) {
        for (BodyPart child : part.parts()) {
            part(child);
        }
        if (part.parts().isEmpty()) {
            emptyText(0, 0);
        }
        out.plain(' ').string(part.subtype());
        if (extended) {
            out.plain(' ');
            parameters(part.parameters());
            trailer(part);
        }
    }

    private void single(BodyPart part) {
        out.string(part.type()).plain(' ').string(part.subtype()).plain(' ');
        parameters(part.parameters());
        out.plain(' ').nstring(part.id().orElse(null));
        out.plain(' ').nstring(part.description().orElse(null));
        out.plain(' ').string(part.encoding());
        out.plain(' ').number(part.bodySize());
        if (part.type().equals("TEXT")) {
            out.plain(' ').number(part.bodyLines());
        } else if (isMessage(part)) {
            message(part);
        }
        if (extended) {
            out.plain(' ').nstring(part.md5().orElse(null));
            trailer(part);
        }
    }

    /** The grammar wants an envelope and a body, also of a message that was not taken apart. */
    private void message(BodyPart part) {
        out.plain(' ');
        if (part.envelope().isPresent()) {
            out.raw(part.envelope().get());
        } else {
            out.plain(NIL_ENVELOPE);
        }
        out.plain(' ');
        if (part.parts().isEmpty()) {
            emptyText(part.bodySize(), part.bodyLines());
        } else {
            part(part.parts().getFirst());
        }
        out.plain(' ').number(part.bodyLines());
    }

    private void emptyText(long size, long lines) {
        out.plain("(\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" ")
                .number(size)
                .plain(' ')
                .number(lines)
                .plain(extended ? " NIL NIL NIL NIL)" : ")");
    }

    private void trailer(BodyPart part) {
        out.plain(' ');
        if (part.disposition().isPresent()) {
            out.plain('(').string(part.disposition().get()).plain(' ');
            parameters(part.dispositionParameters());
            out.plain(')');
        } else {
            out.plain("NIL");
        }
        out.plain(' ');
        language(part.language());
        out.plain(' ').nstring(part.location().orElse(null));
    }

    private void language(List<String> languages) {
        if (languages.isEmpty()) {
            out.plain("NIL");
        } else if (languages.size() == 1) {
            out.string(languages.getFirst());
        } else {
            out.plain('(');
            for (int i = 0; i < languages.size(); i++) {
                out.plain(i == 0 ? "" : " ").string(languages.get(i));
            }
            out.plain(')');
        }
    }

    private void parameters(Map<String, String> parameters) {
        if (parameters.isEmpty()) {
            out.plain("NIL");
            return;
        }
        out.plain('(');
        String gap = "";
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            out.plain(gap).string(parameter.getKey()).plain(' ').string(parameter.getValue());
            gap = " ";
        }
        out.plain(')');
    }

    private static boolean isMessage(BodyPart part) {
        return part.type().equals("MESSAGE")
                && (part.subtype().equals("RFC822") || part.subtype().equals("GLOBAL"));
    }
}
