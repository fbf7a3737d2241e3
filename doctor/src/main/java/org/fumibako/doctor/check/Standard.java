// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.fumibako.doctor.Phrase;
import org.fumibako.doctor.Remedy;
import org.fumibako.model.DomainName;

/** How a record of a domain gets its standard form: by us where the world asks our name servers, and else by hand elsewhere. */
public final class Standard {
    private static final Duration UNDOABLE = Duration.ofDays(30);

    private final Predicate<DomainName> ours;

    /** @param ours whether the world asks our name servers about a domain */
    public Standard(Predicate<DomainName> ours) {
        this.ours = ours;
    }

    /**
     * What sets a record.
     *
     * @param setting the last part of the panel's path, and of the call's
     * @param body of the call
     */
    record Way(String setting, Map<String, Object> body, Phrase label, Phrase explanation) {}

    Remedy remedy(DomainName domain, Way way, Optional<Remedy.Change> change) {
        if (!ours.test(domain)) {
            return new Remedy.Screen(
                    new Phrase("設定する値を見る", "See the record to set"),
                    new Phrase(
                            "DNS は他社で管理されています。そちらの画面で設定してください。",
                            "DNS of the domain is managed elsewhere: set the record there."),
                    "/panel/" + domain.ascii() + "/" + way.setting());
        }
        return new Remedy.Call(
                way.label(),
                way.explanation(),
                "PUT",
                "/api/domains/" + domain.ascii() + "/" + way.setting(),
                way.body(),
                change,
                Optional.of(new Remedy.Back("POST", "/api/domains/" + domain.ascii() + "/dns/undo", Map.of())),
                UNDOABLE);
    }
}
