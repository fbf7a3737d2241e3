// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.fetch;

import java.nio.charset.StandardCharsets;
import org.fumibako.imap.wire.DateTimeWriter;
import org.fumibako.imap.wire.FlagOctets;
import org.fumibako.imap.wire.ObjectId;
import org.fumibako.imap.wire.Octets;
import org.fumibako.store.MailboxSnapshot;

/** Items that the mailbox snapshot answers by itself. */
enum SnapshotItem {
    UID,
    FLAGS,
    INTERNALDATE,
    RFC822_SIZE,
    /** RFC 7162 §3.1.4. */
    MODSEQ,
    /** RFC 8514 §4.2. */
    SAVEDATE,
    /** RFC 8474 §5.1. */
    EMAILID,
    /** RFC 8474 §5.2. */
    THREADID;

    Rendering rendering(DateTimeWriter dates) {
        byte[] wireName = name().replace('_', '.').getBytes(StandardCharsets.US_ASCII);
        return (message, out) -> write(message.snapshot(), message.index(), dates, out.item(wireName));
    }

    private void write(MailboxSnapshot snapshot, int at, DateTimeWriter dates, Octets out) {
        switch (this) {
            case UID -> out.number(snapshot.uid(at));
            case FLAGS -> FlagOctets.write(snapshot.flags(at), out);
            case INTERNALDATE -> dates.write(snapshot.internalDate(at), out);
            case RFC822_SIZE -> out.number(snapshot.messageSize(at));
            case MODSEQ -> out.put('(').number(snapshot.modSeq(at)).put(')');
            case SAVEDATE -> dates.write(snapshot.savedDate(at), out);
            case EMAILID ->
                out.put('(').ascii(ObjectId.email(snapshot.contentId(at))).put(')');
            case THREADID ->
                out.put('(').ascii(ObjectId.thread(snapshot.threadId(at))).put(')');
        }
    }
}
