// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.vacation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.fumibako.jmap.wire.Json;
import org.fumibako.registry.sorting.AutoReply;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The automatic reply as an object (RFC 8621 §8). Of a reply in two languages it shows the Japanese one. */
final class VacationJson {
    static final String ID = "singleton";

    private VacationJson() {}

    static ObjectNode of(AutoReply reply) {
        Optional<AutoReply.Wording> wording = shown(reply);
        return Json.object()
                .put("id", ID)
                .put("isEnabled", reply.on())
                .put("fromDate", date(reply.begins()))
                .put("toDate", date(reply.ends()))
                .put(
                        "subject",
                        wording.map(AutoReply.Wording::subject)
                                .filter(subject -> !subject.isEmpty())
                                .orElse(null))
                .put("textBody", wording.map(AutoReply.Wording::text).orElse(null))
                .putNull("htmlBody");
    }

    static Optional<AutoReply.Wording> shown(AutoReply reply) {
        return reply.japanese().or(reply::english);
    }

    private static @Nullable String date(Optional<Instant> moment) {
        return moment.map(at -> at.truncatedTo(ChronoUnit.SECONDS).toString()).orElse(null);
    }

    static String state(AutoReply reply) {
        CRC32C sum = new CRC32C();
        sum.update(reply.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }
}
