// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fumibako.imap.selected.ListSnapshot;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.Content;
import org.fumibako.model.Flags;
import org.fumibako.store.MessageRow;

/** What one item writes for one message, without a store. */
final class Rendered {
    private Rendered() {}

    /** The whole response. */
    static String response(byte[] message, Rendering item) throws IOException {
        ByteArrayOutputStream sink = new ByteArrayOutputStream();
        render(message, item, new FetchOutput(sink, false));
        return sink.toString(StandardCharsets.ISO_8859_1);
    }

    /** Writes the whole response into {@code out}. */
    static void render(byte[] message, Rendering item, FetchOutput out) throws IOException {
        Content content = Content.of(message);
        MessageSummary summary = MessageSummary.of(content);
        ListSnapshot snapshot = new ListSnapshot(List.of(new ListSnapshot.Message(7, Flags.NONE, 1)), 8, 1);
        try (MessageView view = new MessageView(id -> content)) {
            view.moveTo(snapshot, 0, new MessageRow(7, 7, summary.envelope(), summary.structure(), summary.preview()));
            out.begin(1);
            item.render(view, out);
            out.end();
        }
        out.drain();
    }

    /** The octets of the literal that is the item's value. */
    static String literal(byte[] message, Rendering item) throws IOException {
        String response = response(message, item);
        int begin = response.indexOf('{');
        int end = response.indexOf("}\r\n", begin);
        int length = Integer.parseInt(response.substring(begin + 1, end));
        String rest = response.substring(end + 3);
        if (!rest.substring(length).equals(")\r\n")) {
            throw new AssertionError("literal of " + length + " octets in " + response);
        }
        return rest.substring(0, length);
    }
}
