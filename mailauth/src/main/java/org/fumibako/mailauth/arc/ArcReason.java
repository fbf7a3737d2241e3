// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.arc;

/** Why a chain has its verdict (RFC 8617 §5.2). The names are stable: the journal keeps them. */
public enum ArcReason {
    NO_CHAIN(ArcVerdict.NONE, "no chain"),
    VALID(ArcVerdict.PASS, "chain is good"),
    HEADER_TOO_LARGE(ArcVerdict.FAIL, "header is too large to be checked"),
    TOO_MANY_SETS(ArcVerdict.FAIL, "more than 50 sets"),
    /** An instance is missing, there twice, not a number, or lacks one of its three fields. */
    STRUCTURE(ArcVerdict.FAIL, "sets are not complete"),
    /** cv= of the newest seal. */
    SEALED_AS_FAILED(ArcVerdict.FAIL, "chain had failed before"),
    /** cv= is not none for the first and pass for the others. */
    WRONG_STATE(ArcVerdict.FAIL, "a seal states the wrong cv"),
    /** The newest ARC-Message-Signature. */
    MESSAGE_SIGNATURE(ArcVerdict.FAIL, "newest message signature is not good"),
    SEAL(ArcVerdict.FAIL, "a seal is not good");

    private final ArcVerdict verdict;
    private final String text;

    ArcReason(ArcVerdict verdict, String text) {
        this.verdict = verdict;
        this.text = text;
    }

    public ArcVerdict verdict() {
        return verdict;
    }

    /** A few words of plain ASCII, without quotes and parentheses, for header fields and people. */
    public String text() {
        return text;
    }
}
