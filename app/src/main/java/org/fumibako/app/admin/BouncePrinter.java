// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.admin;

import java.io.PrintWriter;
import org.fumibako.doctor.Phrase;
import org.fumibako.doctor.bounce.ErrorMail;
import org.fumibako.doctor.bounce.ErrorMail.Failure;

/** An error mail in plain words. */
final class BouncePrinter {
    private static final Phrase NOTHING = new Phrase(
            "エラーメールとして読み取れませんでした。エラーメールの全文を渡してください。", "This does not read like an error mail. Give its whole text.");

    private final PrintWriter out;
    private final boolean japanese;

    BouncePrinter(PrintWriter out, boolean japanese) {
        this.out = out;
        this.japanese = japanese;
    }

    /** Returns the exit status: 1 when nothing could be explained. */
    int print(ErrorMail mail) {
        if (mail.failures().isEmpty()) {
            out.println(say(NOTHING));
            return 1;
        }
        mail.failures().forEach(this::print);
        return 0;
    }

    private void print(Failure failure) {
        out.println(OneLine.of(failure.address().isEmpty() ? "?" : failure.address()));
        out.println("  " + say(failure.meaning().meaning()));
        out.println("  " + say(failure.meaning().advice()));
        out.println("  - " + OneLine.of(failure.words()));
        out.println("  - fumibako doctor ADDRESS " + failure.meaning().symptom() + "  "
                + say(failure.meaning().symptom().complaint()));
    }

    private String say(Phrase phrase) {
        return japanese ? phrase.ja() : phrase.en();
    }
}
