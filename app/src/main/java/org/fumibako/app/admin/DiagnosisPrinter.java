// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.admin;

import java.io.PrintWriter;
import java.util.Optional;
import org.fumibako.doctor.Diagnosis;
import org.fumibako.doctor.Diagnosis.Examined;
import org.fumibako.doctor.Evidence;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.Outcome;
import org.fumibako.doctor.Phrase;
import org.fumibako.doctor.Remedy;

/** A diagnosis as text: the answer first, then every check. */
final class DiagnosisPrinter {
    private static final Phrase NO_CAUSE = new Phrase("原因は見つかりませんでした。", "No cause was found.");
    private static final Phrase CAUSE = new Phrase("原因: ", "Cause: ");
    private static final Phrase CHECKED = new Phrase("調べたこと", "What was looked at");
    private static final Phrase REMEDY = new Phrase("直し方: ", "What to do: ");

    private final PrintWriter out;
    private final boolean japanese;

    DiagnosisPrinter(PrintWriter out, boolean japanese) {
        this.out = out;
        this.japanese = japanese;
    }

    void print(Diagnosis diagnosis) {
        out.println(diagnosis.address()
                + diagnosis
                        .symptom()
                        .map(symptom -> "  " + symptom + "  " + say(symptom.complaint()))
                        .orElse(""));
        out.println();
        Optional<Examined> cause = diagnosis.cause();
        cause.ifPresentOrElse(this::answer, () -> out.println(say(NO_CAUSE)));
        out.println();
        out.println(say(CHECKED));
        diagnosis.results().forEach(this::line);
    }

    private void answer(Examined cause) {
        out.println(say(CAUSE) + say(cause.finding().headline()));
        details(cause.finding(), "  ");
    }

    private void line(Examined result) {
        Finding finding = result.finding();
        out.printf(
                "  %-10s %s: %s (%.1f s)%n",
                finding.outcome().word(),
                say(result.check().subject()),
                say(finding.headline()),
                result.took().toMillis() / 1_000.0);
        if (finding.outcome() == Outcome.SUSPICIOUS) {
            details(finding, "             ");
        }
    }

    private void details(Finding finding, String indent) {
        String explanation = say(finding.explanation());
        if (!explanation.isEmpty()) {
            out.println(indent + explanation);
        }
        for (Evidence evidence : finding.evidence()) {
            out.println(indent + "- " + say(evidence.label()) + "  " + OneLine.of(say(evidence.value())));
        }
        finding.remedy().ifPresent(remedy -> out.println(indent + say(REMEDY) + remedy(remedy)));
    }

    private String remedy(Remedy remedy) {
        String explanation = say(remedy.explanation());
        return say(remedy.label())
                + (explanation.isEmpty() ? "" : japanese ? "（" + explanation + "）" : " - " + explanation);
    }

    private String say(Phrase phrase) {
        return japanese ? phrase.ja() : phrase.en();
    }
}
