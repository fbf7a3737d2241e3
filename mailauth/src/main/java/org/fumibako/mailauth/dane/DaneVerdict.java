// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dane;

/** Whether a server is the one that DNS describes. */
public enum DaneVerdict {
    /** A usable record agrees. */
    MATCH,
    /** There are usable records, and none agrees: no mail goes there now. */
    MISMATCH,
    /** No record can be used: TLS is mandatory, without authentication (RFC 7672 §2.2). */
    UNUSABLE
}
