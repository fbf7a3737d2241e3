// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server.wire;

import java.io.IOException;
import org.fumibako.model.EnhancedStatus;
import org.fumibako.model.SmtpReply;
import org.fumibako.net.Output;

/** Writes replies (RFC 5321 §4.2), the enhanced code on every line (RFC 2034 §4). Flushing is the session's affair. */
public final class ReplyWriter {
    private final Output out;

    public ReplyWriter(Output out) {
        this.out = out;
    }

    public void write(SmtpReply reply) throws IOException {
        String text = reply.text();
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            line(reply, '-', text.substring(start, end));
            start = end + 1;
        }
        line(reply, ' ', start == 0 ? text : text.substring(start));
    }

    private void line(SmtpReply reply, char separator, String text) throws IOException {
        out.ascii(Integer.toString(reply.code()));
        out.write(separator);
        if (reply.status().isPresent()) {
            EnhancedStatus status = reply.status().get();
            out.ascii(status.toString()).write(' ');
        }
        out.ascii(text).crlf();
    }
}
