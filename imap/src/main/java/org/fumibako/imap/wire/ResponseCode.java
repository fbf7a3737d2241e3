// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

import java.util.List;
import org.fumibako.model.UidSet;

/** What stands in brackets before the text of a status response (RFC 9051 §7.1), {@code TRYCREATE}. */
public record ResponseCode(String text) {
    public static final ResponseCode ALERT = new ResponseCode("ALERT");
    public static final ResponseCode ALREADYEXISTS = new ResponseCode("ALREADYEXISTS");
    public static final ResponseCode AUTHENTICATIONFAILED = new ResponseCode("AUTHENTICATIONFAILED");
    public static final ResponseCode AUTHORIZATIONFAILED = new ResponseCode("AUTHORIZATIONFAILED");
    public static final ResponseCode CANNOT = new ResponseCode("CANNOT");
    public static final ResponseCode CLIENTBUG = new ResponseCode("CLIENTBUG");
    public static final ResponseCode CLOSED = new ResponseCode("CLOSED");
    public static final ResponseCode EXPUNGEISSUED = new ResponseCode("EXPUNGEISSUED");
    public static final ResponseCode LIMIT = new ResponseCode("LIMIT");
    /** RFC 7162 §3.1.2.2. */
    public static final ResponseCode NOMODSEQ = new ResponseCode("NOMODSEQ");

    public static final ResponseCode NONEXISTENT = new ResponseCode("NONEXISTENT");
    public static final ResponseCode NOPERM = new ResponseCode("NOPERM");
    /** RFC 5465 §3.1. */
    public static final ResponseCode NOTIFICATIONOVERFLOW = new ResponseCode("NOTIFICATIONOVERFLOW");

    public static final ResponseCode OVERQUOTA = new ResponseCode("OVERQUOTA");
    public static final ResponseCode PRIVACYREQUIRED = new ResponseCode("PRIVACYREQUIRED");
    public static final ResponseCode READ_ONLY = new ResponseCode("READ-ONLY");
    public static final ResponseCode READ_WRITE = new ResponseCode("READ-WRITE");
    public static final ResponseCode SERVERBUG = new ResponseCode("SERVERBUG");
    /** RFC 7889 §5.1, RFC 7888 §4. */
    public static final ResponseCode TOOBIG = new ResponseCode("TOOBIG");

    public static final ResponseCode TRYCREATE = new ResponseCode("TRYCREATE");
    /** RFC 9586. */
    public static final ResponseCode UIDREQUIRED = new ResponseCode("UIDREQUIRED");

    public static final ResponseCode UNAVAILABLE = new ResponseCode("UNAVAILABLE");
    public static final ResponseCode UNKNOWN_CTE = new ResponseCode("UNKNOWN-CTE");
    /** RFC 6154 §3. */
    public static final ResponseCode USEATTR = new ResponseCode("USEATTR");

    public ResponseCode {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == ']') {
                throw new IllegalArgumentException("response code holds character " + (int) c);
            }
        }
    }

    public static ResponseCode of(String name, long number) {
        return new ResponseCode(name + " " + number);
    }

    /** RFC 9051 §7.1: the charsets that SEARCH takes. */
    public static ResponseCode badCharset(List<String> charsets) {
        return new ResponseCode("BADCHARSET (" + String.join(" ", charsets) + ")");
    }

    /** RFC 4315 §3. */
    public static ResponseCode appendUid(long uidValidity, UidSet uids) {
        return new ResponseCode("APPENDUID " + uidValidity + " " + uids);
    }

    /** RFC 4315 §3: {@code from} and {@code to} correspond in order, so they are written out as given. */
    public static ResponseCode copyUid(long uidValidity, List<Long> from, List<Long> to) {
        return new ResponseCode("COPYUID " + uidValidity + " " + ranges(from) + " " + ranges(to));
    }

    /** RFC 7162 §3.1.3: the messages (numbers or UIDs, as the command used) that were left alone. */
    public static ResponseCode modified(UidSet messages) {
        return new ResponseCode("MODIFIED " + messages);
    }

    private static String ranges(List<Long> numbers) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < numbers.size(); i++) {
            long first = numbers.get(i);
            long last = first;
            while (i + 1 < numbers.size() && numbers.get(i + 1) == last + 1) {
                last++;
                i++;
            }
            text.append(text.isEmpty() ? "" : ",").append(first);
            if (last != first) {
                text.append(':').append(last);
            }
        }
        return text.toString();
    }
}
