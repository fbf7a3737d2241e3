// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.util.StringJoiner;
import org.fumibako.imap.wire.ImapState;
import org.fumibako.model.ByteSize;

/** What the server announces that it can do (RFC 9051 §6.1.1), in the order in which it is announced. */
enum Capability {
    IMAP4REV1("IMAP4rev1"),
    IMAP4REV2("IMAP4rev2"),
    /** RFC 7888. */
    LITERAL_PLUS("LITERAL+"),
    /** RFC 2971. */
    ID("ID"),
    /** RFC 5161. */
    ENABLE("ENABLE"),
    /** RFC 2177. */
    IDLE("IDLE"),
    /** RFC 2342. */
    NAMESPACE("NAMESPACE"),
    /** RFC 4315. */
    UIDPLUS("UIDPLUS"),
    /** RFC 3691. */
    UNSELECT("UNSELECT"),
    /** RFC 3348. */
    CHILDREN("CHILDREN"),
    /** RFC 6851. */
    MOVE("MOVE"),
    /** RFC 4731. */
    ESEARCH("ESEARCH"),
    /** RFC 5182. */
    SEARCHRES("SEARCHRES"),
    /** RFC 5032. */
    WITHIN("WITHIN"),
    /** RFC 5256. */
    SORT("SORT"),
    /** RFC 5957. */
    SORT_DISPLAY("SORT=DISPLAY"),
    /** RFC 5267. */
    ESORT("ESORT"),
    /** RFC 5256. */
    THREAD_ORDEREDSUBJECT("THREAD=ORDEREDSUBJECT"),
    /** RFC 5256. */
    THREAD_REFERENCES("THREAD=REFERENCES"),
    /** RFC 5258. */
    LIST_EXTENDED("LIST-EXTENDED"),
    /** RFC 5819. */
    LIST_STATUS("LIST-STATUS"),
    /** RFC 6154. */
    SPECIAL_USE("SPECIAL-USE"),
    /** RFC 6154. */
    CREATE_SPECIAL_USE("CREATE-SPECIAL-USE"),
    /** RFC 8438. */
    STATUS_SIZE("STATUS=SIZE"),
    /** RFC 7162. */
    CONDSTORE("CONDSTORE"),
    /** RFC 7162. */
    QRESYNC("QRESYNC"),
    /** RFC 9208, RFC 2087. */
    QUOTA("QUOTA"),
    /** RFC 9208. */
    QUOTA_STORAGE("QUOTA=RES-STORAGE"),
    /** RFC 3502. */
    MULTIAPPEND("MULTIAPPEND"),
    /** RFC 3516. */
    BINARY("BINARY"),
    /** RFC 6855. */
    UTF8_ACCEPT("UTF8=ACCEPT"),
    /** RFC 7377. */
    MULTISEARCH("MULTISEARCH"),
    /** RFC 8508. */
    REPLACE("REPLACE"),
    /** RFC 9586. */
    UIDONLY("UIDONLY"),
    /** RFC 8514. */
    SAVEDATE("SAVEDATE"),
    /** RFC 8474. */
    OBJECTID("OBJECTID"),
    /** RFC 8970. */
    PREVIEW("PREVIEW"),
    /** RFC 4314. */
    ACL("ACL"),
    /** RFC 4314: the rights that RFC 2086 did not have. */
    RIGHTS("RIGHTS=texk"),
    /** RFC 8440. */
    LIST_MYRIGHTS("LIST-MYRIGHTS"),
    /** RFC 5465. */
    NOTIFY("NOTIFY"),
    /** RFC 5464. */
    METADATA("METADATA"),
    /** RFC 5464. */
    METADATA_SERVER("METADATA-SERVER"),
    /** RFC 9590. */
    LIST_METADATA("LIST-METADATA"),
    /** RFC 4978. */
    COMPRESS("COMPRESS=DEFLATE");

    private final String wireName;

    Capability(String wireName) {
        this.wireName = wireName;
    }

    /** All that holds for the session as it is now, separated by spaces. */
    static String list(Session session, ByteSize appendLimit, Iterable<String> mechanisms) {
        StringJoiner list = new StringJoiner(" ");
        for (Capability capability : values()) {
            list.add(capability.wireName);
        }
        // RFC 7889 §3.
        list.add("APPENDLIMIT=" + appendLimit.bytes());
        if (session.state() == ImapState.NOT_AUTHENTICATED) {
            signIn(session, mechanisms, list);
        } else if (UnauthenticateHandler.isOffered(session)) {
            list.add("UNAUTHENTICATE");
        }
        return list.toString();
    }

    private static void signIn(Session session, Iterable<String> mechanisms, StringJoiner list) {
        if (session.tlsAvailable()) {
            list.add("STARTTLS");
        }
        if (!session.passwordsAllowed()) {
            list.add("LOGINDISABLED");
        }
        // RFC 4959.
        list.add("SASL-IR");
        for (String mechanism : mechanisms) {
            list.add("AUTH=" + mechanism);
        }
    }
}
