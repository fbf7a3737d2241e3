// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.admin;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.fumibako.app.control.Terminal;
import org.fumibako.doctor.Diagnosis;
import org.fumibako.doctor.Doctor;
import org.fumibako.doctor.Symptom;
import org.fumibako.doctor.bounce.ErrorMail;
import org.fumibako.model.EmailAddress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fumibako doctor ADDRESS [SYMPTOM]}: why did this mail not arrive? The status is 1 when a cause was found. */
@Command(
        name = "doctor",
        description = "Finds out, from evidence, why mail of an address does not arrive, leave, or stay.",
        footer = {
            "Symptoms are E1 to E15, or their names, such as cannot-send; without one everything is looked at.",
            "With --bounce FILE (- for standard input) in place of an address, an error mail is explained."
        })
public final class DoctorCommand implements Callable<Integer> {
    private final Doctor doctor;
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "ADDRESS", arity = "0..1")
    private @Nullable String address;

    @Parameters(index = "1", paramLabel = "SYMPTOM", arity = "0..1")
    private @Nullable String symptom;

    @Option(names = "--json", description = "one JSON object, in both languages, for programs")
    private boolean json;

    @Option(names = "--lang", paramLabel = "ja|en", defaultValue = "en")
    private String language = "en";

    /** The client puts the file's text in place of {@code --bounce FILE}. */
    @Option(names = "--bounce-text", hidden = true)
    private @Nullable String bounce;

    DoctorCommand(Doctor doctor, Terminal terminal) {
        this.doctor = doctor;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (bounce != null) {
            return new BouncePrinter(terminal.out(), language.equals("ja")).print(ErrorMail.read(bounce));
        }
        if (address == null) {
            throw new IllegalArgumentException("Say which address: fumibako doctor ADDRESS [SYMPTOM].");
        }
        Optional<Symptom> complaint = Optional.ofNullable(symptom).map(DoctorCommand::named);
        ZoneId zone = ZoneId.systemDefault();
        Diagnosis diagnosis = doctor.examine(EmailAddress.of(address), complaint, zone, done -> {});
        if (json) {
            terminal.out().println(DiagnosisJson.of(diagnosis));
        } else {
            new DiagnosisPrinter(terminal.out(), language.equals("ja")).print(diagnosis);
        }
        return diagnosis.cause().isPresent() ? 1 : 0;
    }

    private static Symptom named(String word) {
        return Symptom.named(word)
                .orElseThrow(() -> new IllegalArgumentException("There is no symptom \"" + word + "\"; they are "
                        + Arrays.stream(Symptom.values())
                                .map(one -> one + " " + one.slug())
                                .collect(Collectors.joining(", "))
                        + "."));
    }
}
