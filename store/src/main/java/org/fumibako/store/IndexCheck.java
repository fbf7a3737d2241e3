// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.util.List;
import org.fumibako.model.Flags;
import org.fumibako.model.SpecialUse;
import org.fumibako.model.UidSet;

/**
 * A contradiction that an index must not have: the statement that finds the rows, and what is said of each of them, where
 * {@code {1}} is the row's first column. Every statement is one consistent state, so a check may run while mail comes in.
 */
record IndexCheck(String words, String sql) {
    private static final String PLACE = "account {1}, mailbox {2}: ";

    /** What a recount says of every mailbox, beside what its row says. */
    private static final String COUNTED =
            " FROM mailbox b LEFT JOIN (SELECT account_id, mailbox_id, COUNT(*) AS messages,"
                    + " SUM(CASE WHEN (flags & " + Flags.SEEN + ") = 0 THEN 1 ELSE 0 END) AS unseen,"
                    + " SUM(CASE WHEN (flags & " + Flags.DELETED
                    + ") = 0 THEN 0 ELSE 1 END) AS deleted, SUM(size) AS size,"
                    + " MAX(uid) AS uid, MAX(mod_seq) AS mod_seq FROM message GROUP BY account_id, mailbox_id) m"
                    + " ON m.account_id = b.account_id AND m.mailbox_id = b.mailbox_id WHERE ";

    static final List<IndexCheck> ALL = List.of(
            counter("messages"),
            counter("unseen"),
            counter("deleted"),
            counter("size"),
            new IndexCheck(
                    PLACE + "UID {3} was given, but UIDNEXT is {4}",
                    "SELECT b.account_id, b.mailbox_id, m.uid, b.uid_next" + COUNTED + "m.uid >= b.uid_next"),
            new IndexCheck(
                    PLACE + "a message has mod-sequence {3}, but the mailbox is at {4}",
                    "SELECT b.account_id, b.mailbox_id, m.mod_seq, b.mod_seq" + COUNTED + "m.mod_seq > b.mod_seq"),
            new IndexCheck(
                    PLACE + "UID {3} with mod-sequence {4} is out of range",
                    "SELECT account_id, mailbox_id, uid, mod_seq FROM message WHERE uid < 1 OR mod_seq < 1 OR uid > "
                            + UidSet.MAX_UID),
            new IndexCheck(
                    PLACE + "UID {3} is there and is recorded as removed",
                    "SELECT m.account_id, m.mailbox_id, m.uid FROM expunged e JOIN message m"
                            + " ON m.account_id = e.account_id AND m.mailbox_id = e.mailbox_id"
                            + " AND m.uid BETWEEN e.first_uid AND e.last_uid"),
            new IndexCheck(
                    PLACE + "a removal has mod-sequence {3}, but the mailbox is at {4}",
                    "SELECT b.account_id, b.mailbox_id, MAX(e.mod_seq), b.mod_seq FROM mailbox b JOIN expunged e"
                            + " ON e.account_id = b.account_id AND e.mailbox_id = b.mailbox_id"
                            + " WHERE e.mod_seq > b.mod_seq GROUP BY b.account_id, b.mailbox_id, b.mod_seq"),
            new IndexCheck(
                    PLACE + "{3} messages lie in it, but there is no such mailbox",
                    "SELECT m.account_id, m.mailbox_id, COUNT(*) FROM message m WHERE NOT EXISTS"
                            + " (SELECT 1 FROM mailbox b WHERE b.account_id = m.account_id"
                            + " AND b.mailbox_id = m.mailbox_id) GROUP BY m.account_id, m.mailbox_id"),
            new IndexCheck(
                    PLACE + "UID {3} has no content; {4} is not stored",
                    "SELECT m.account_id, m.mailbox_id, m.uid, m.content_id FROM message m WHERE NOT EXISTS"
                            + " (SELECT 1 FROM content c WHERE c.content_id = m.content_id)"),
            new IndexCheck(
                    PLACE + "UID {3} is said to have {4} octets, its content {5}",
                    "SELECT m.account_id, m.mailbox_id, m.uid, m.size, c.size FROM message m JOIN content c"
                            + " ON c.content_id = m.content_id WHERE c.size <> m.size"),
            new IndexCheck(
                    PLACE + "UID {3} is in another thread than its content",
                    "SELECT m.account_id, m.mailbox_id, m.uid FROM message m JOIN content c"
                            + " ON c.content_id = m.content_id WHERE c.thread_id <> m.thread_id"),
            new IndexCheck(
                    PLACE + "there is no such account",
                    "SELECT b.account_id, b.mailbox_id FROM mailbox b WHERE NOT EXISTS (SELECT 1 FROM account_state a"
                            + " WHERE a.account_id = b.account_id AND a.deleted = 0)"),
            new IndexCheck(
                    PLACE + "UIDVALIDITY {3} was given, but the next one is {4}",
                    "SELECT b.account_id, b.mailbox_id, b.uid_validity, a.uid_validity_next FROM mailbox b"
                            + " JOIN account_state a ON a.account_id = b.account_id"
                            + " WHERE b.uid_validity >= a.uid_validity_next"),
            new IndexCheck(
                    PLACE + "the id was given, but the counter is at {3}",
                    "SELECT b.account_id, b.mailbox_id, v.value FROM mailbox b JOIN volume_counter v"
                            + " ON v.name = 'mailbox' WHERE b.mailbox_id > v.value"),
            new IndexCheck(
                    "account {1} has {3} mailboxes of the name {2}",
                    "SELECT account_id, name, COUNT(*) FROM mailbox GROUP BY account_id, name HAVING COUNT(*) > 1"),
            new IndexCheck(
                    "account {1} has {3} mailboxes for the use {2}",
                    "SELECT account_id, special_use, COUNT(*) FROM mailbox WHERE special_use IS NOT NULL"
                            + " GROUP BY account_id, special_use HAVING COUNT(*) > 1"),
            new IndexCheck(
                    "account {1} has no INBOX",
                    "SELECT a.account_id FROM account_state a WHERE a.deleted = 0 AND NOT EXISTS (SELECT 1 FROM mailbox b"
                            + " WHERE b.account_id = a.account_id AND b.special_use = '" + SpecialUse.INBOX.name()
                            + "')"),
            new IndexCheck(
                    "account {1} subscribes to {2}, but there is no such account",
                    "SELECT s.account_id, s.name FROM subscription s WHERE NOT EXISTS (SELECT 1 FROM account_state a"
                            + " WHERE a.account_id = s.account_id AND a.deleted = 0)"),
            new IndexCheck(
                    "account {1} has annotation {2} of mailbox {3}, which is not there",
                    "SELECT a.account_id, a.entry, a.mailbox_id FROM annotation a WHERE a.mailbox_id <> 0 AND NOT EXISTS"
                            + " (SELECT 1 FROM mailbox b WHERE b.account_id = a.account_id"
                            + " AND b.mailbox_id = a.mailbox_id)"),
            new IndexCheck(
                    "content {1} lies in pack {2}, which the index does not have",
                    "SELECT c.content_id, c.pack_id FROM content c"
                            + " WHERE NOT EXISTS (SELECT 1 FROM pack p WHERE p.pack_id = c.pack_id)"),
            new IndexCheck(
                    "content {1} is in no mailbox and no queue, and does not wait to be removed",
                    "SELECT c.content_id FROM content c"
                            + " WHERE NOT EXISTS (SELECT 1 FROM message m WHERE m.content_id = c.content_id)"
                            + " AND NOT EXISTS (SELECT 1 FROM queue_message q WHERE q.content_id = c.content_id)"
                            + " AND NOT EXISTS (SELECT 1 FROM released r WHERE r.content_id = c.content_id)"),
            new IndexCheck(
                    "queued message {1} has no content; {2} is not stored",
                    "SELECT q.queue_id, q.content_id FROM queue_message q WHERE NOT EXISTS"
                            + " (SELECT 1 FROM content c WHERE c.content_id = q.content_id)"),
            new IndexCheck(
                    "queued message {1} is there, but nothing of it is to be tried",
                    "SELECT q.queue_id FROM queue_message q WHERE NOT EXISTS (SELECT 1 FROM queue_recipient r"
                            + " WHERE r.queue_id = q.queue_id AND r.state IN (0, 1))"),
            new IndexCheck(
                    "recipient {2} of the queue belongs to message {1}, which is not there",
                    "SELECT r.queue_id, r.position FROM queue_recipient r WHERE NOT EXISTS"
                            + " (SELECT 1 FROM queue_message q WHERE q.queue_id = r.queue_id)"),
            new IndexCheck(
                    "pack {1} has {2} octets, of which {3} are said to be dead",
                    "SELECT pack_id, length, dead FROM pack WHERE dead < 0 OR dead > length OR length < 0"),
            new IndexCheck(
                    "pack {1} was made, but the counter is at {2}",
                    "SELECT p.pack_id, v.value FROM pack p JOIN volume_counter v ON v.name = 'pack'"
                            + " WHERE p.pack_id > v.value"),
            new IndexCheck(
                    "{1} packs are being appended to",
                    "SELECT COUNT(*) FROM pack WHERE solo = 0 AND sealed = 0 HAVING COUNT(*) > 1"));

    private static IndexCheck counter(String column) {
        return new IndexCheck(
                PLACE + "the counter of " + column + " says {3}, a recount {4}",
                "SELECT b.account_id, b.mailbox_id, b." + column + ", COALESCE(m." + column + ", 0)" + COUNTED + "b."
                        + column + " <> COALESCE(m." + column + ", 0)");
    }

    String sentence(List<String> values) {
        String sentence = words;
        for (int i = 0; i < values.size(); i++) {
            sentence = sentence.replace("{" + (i + 1) + "}", values.get(i));
        }
        return sentence;
    }
}
