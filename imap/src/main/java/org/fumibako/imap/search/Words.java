// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.search;

import java.util.List;
import java.util.Locale;
import org.fumibako.imap.search.Criterion.Cost;
import org.fumibako.mime.EnvelopeFields;
import org.fumibako.mime.HeaderText;
import org.fumibako.model.AccountId;
import org.fumibako.search.Candidates;
import org.fumibako.search.Folding;
import org.fumibako.search.MessageText;
import org.fumibako.search.TextField;
import org.fumibako.search.TextIndex;

/** Makes criteria of texts: the index is asked first, and what it does not know is looked for in the messages. */
final class Words {
    private final TextIndex index;
    private final AccountId account;

    /** @param account whose messages are searched */
    Words(TextIndex index, AccountId account) {
        this.index = index;
        this.account = account;
    }

    Criterion body(String text) {
        String folded = Folding.fold(text);
        List<Candidates> body = List.of(index.find(account, TextField.BODY, folded));
        return new TextCriterion(Cost.BODY, body, message -> message.bodyContains(folded));
    }

    Criterion text(String text) {
        String folded = Folding.fold(text);
        List<Candidates> anywhere =
                List.of(index.find(account, TextField.HEADER, folded), index.find(account, TextField.BODY, folded));
        return new TextCriterion(Cost.BODY, anywhere, message -> message.textContains(folded));
    }

    /** What the envelope holds is looked for there; whether a field is there at all, only the header says. */
    Criterion header(String field, String text) {
        String folded = Folding.fold(text);
        if (EnvelopeFields.holds(field) && !text.isEmpty() && !hasDefault(field)) {
            return new TextCriterion(
                    Cost.ENVELOPE,
                    List.of(inField(field, folded)),
                    message -> message.envelope()
                            .field(field)
                            .filter(raw -> has(raw, folded))
                            .isPresent());
        }
        return new TextCriterion(
                Cost.HEADER,
                List.of(text.isEmpty() ? Candidates.ANY : inField(field, folded)),
                message -> message.headers().all(field).stream().anyMatch(raw -> has(raw, folded)));
    }

    private static boolean has(String raw, String folded) {
        return Folding.fold(HeaderText.decode(raw)).contains(folded);
    }

    /** Fields that an envelope fills from From when the message has none. */
    private static boolean hasDefault(String field) {
        return field.equalsIgnoreCase("Sender") || field.equalsIgnoreCase("Reply-To");
    }

    private Candidates inField(String field, String folded) {
        return switch (field.toUpperCase(Locale.ROOT)) {
            case "SUBJECT" -> index.find(account, TextField.SUBJECT, folded);
            case "FROM" -> index.find(account, TextField.FROM, folded);
            case "TO" -> index.find(account, TextField.TO, folded);
            case "CC" -> index.find(account, TextField.CC, folded);
            case "BCC" -> index.find(account, TextField.BCC, folded);
            default ->
                MessageText.isSignature(field)
                        ? Candidates.ANY
                        : index.find(account, TextField.HEADER, folded).elsewhereToo();
        };
    }
}
