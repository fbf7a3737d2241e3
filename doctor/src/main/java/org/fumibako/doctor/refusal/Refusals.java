// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.refusal;

import org.fumibako.doctor.Phrase;
import org.fumibako.doctor.Symptom;
import org.fumibako.model.SmtpReply;

/** Reads what other servers answer. */
public final class Refusals {
    /** Characters that are looked at: no reply line is longer than a few hundred. */
    private static final int MAX_WORDS = 2_000;

    private static final Refusal UNKNOWN_NOW = new Refusal(
            "unknown-temporary",
            new Phrase("相手のサーバーが、いまは受け取れないと答えています。", "The other server says that it cannot take the mail now."),
            new Phrase("自動で送り直します。", "It is tried again by itself."),
            Symptom.E14);
    private static final Refusal UNKNOWN = new Refusal(
            "unknown",
            new Phrase("相手のサーバーが受け取りを断っています。", "The other server refuses the mail."),
            new Phrase("相手サーバーの応答をご確認のうえ、わからないときはサポートへご相談ください。", "Read its answer; if it does not help, ask support."),
            Symptom.E14);

    private Refusals() {}

    /** @param server the other server, as {@code name [address]}; empty when none was reached */
    public static Refusal of(String server, SmtpReply reply) {
        return of(server + " " + reply, reply.isTransient());
    }

    /** @param words any text of a refusal; the first 2,000 characters count */
    public static Refusal of(String words, boolean temporary) {
        String cut = words.length() > MAX_WORDS ? words.substring(0, MAX_WORDS) : words;
        return Dialect.read(cut).orElse(temporary ? UNKNOWN_NOW : UNKNOWN);
    }
}
