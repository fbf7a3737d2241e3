// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dkim;

/** Why a signature got its verdict (RFC 6376 §6.1). The names are stable: the journal keeps them. */
public enum DkimReason {
    VALID(DkimVerdict.PASS, "signature is good"),
    BODY_CHANGED(DkimVerdict.FAIL, "body was changed"),
    BODY_TOO_SHORT(DkimVerdict.FAIL, "body is shorter than what was signed"),
    HEADER_CHANGED(DkimVerdict.FAIL, "signed header fields were changed"),
    EXPIRED(DkimVerdict.FAIL, "signature has expired"),
    FROM_THE_FUTURE(DkimVerdict.FAIL, "signed in the future"),
    /** RFC 8301 §3.1: has failed for good, whatever the octets say. */
    HISTORIC_ALGORITHM(DkimVerdict.FAIL, "rsa-sha1 is no longer believed"),
    /** RFC 8301 §3.2. */
    WEAK_KEY(DkimVerdict.FAIL, "key is shorter than 1024 bits"),
    /** A failure of a domain that only tests is no failure (RFC 6376 §3.6.1, t=y). */
    TESTING(DkimVerdict.NEUTRAL, "signature is bad, but the domain is testing"),
    UNKNOWN_VERSION(DkimVerdict.NEUTRAL, "unknown version"),
    UNKNOWN_ALGORITHM(DkimVerdict.NEUTRAL, "unknown algorithm"),
    UNKNOWN_QUERY(DkimVerdict.NEUTRAL, "unknown way to ask for the key"),
    TOO_MANY_SIGNATURES(DkimVerdict.POLICY, "too many signatures, not looked at"),
    SYNTAX(DkimVerdict.PERMERROR, "syntax error in the signature"),
    FROM_NOT_SIGNED(DkimVerdict.PERMERROR, "From is not signed"),
    IDENTITY_ELSEWHERE(DkimVerdict.PERMERROR, "i= is not within d="),
    HEADER_TOO_LARGE(DkimVerdict.PERMERROR, "header is too large to be checked"),
    NO_KEY(DkimVerdict.PERMERROR, "no key"),
    KEY_REVOKED(DkimVerdict.PERMERROR, "key was revoked"),
    KEY_SYNTAX(DkimVerdict.PERMERROR, "syntax error in the key record"),
    KEY_UNUSABLE(DkimVerdict.PERMERROR, "key cannot be used"),
    /** k= or h= of the key does not allow the signature's a=. */
    KEY_NOT_FOR_ALGORITHM(DkimVerdict.PERMERROR, "key is not for this algorithm"),
    /** s= of the key does not name mail. */
    KEY_NOT_FOR_MAIL(DkimVerdict.PERMERROR, "key is not for mail"),
    /** t=s of the key, and i= is a subdomain of d=. */
    KEY_NOT_FOR_SUBDOMAINS(DkimVerdict.PERMERROR, "key is not for subdomains"),
    DNS_FAILED(DkimVerdict.TEMPERROR, "no answer from DNS for the key");

    private final DkimVerdict verdict;
    private final String text;

    DkimReason(DkimVerdict verdict, String text) {
        this.verdict = verdict;
        this.text = text;
    }

    public DkimVerdict verdict() {
        return verdict;
    }

    /** A few words of plain ASCII, without quotes and parentheses, for header fields and people. */
    public String text() {
        return text;
    }
}
