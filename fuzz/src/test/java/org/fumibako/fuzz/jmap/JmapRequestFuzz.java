// SPDX-License-Identifier: Apache-2.0
package org.fumibako.fuzz.jmap;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.List;
import org.fumibako.fuzz.FuzzTime;
import org.fumibako.jmap.wire.BackReferences;
import org.fumibako.jmap.wire.Invocation;
import org.fumibako.jmap.wire.JmapLimits;
import org.fumibako.jmap.wire.Json;
import org.fumibako.jmap.wire.MethodException;
import org.fumibako.jmap.wire.ProblemException;
import org.fumibako.jmap.wire.Request;

/** Requests of JMAP: JSON, their shape, and references between calls. */
class JmapRequestFuzz {
    private static final Json JSON = new Json(JmapLimits.DEFAULT);

    @FuzzTest(maxDuration = FuzzTime.A_RUN)
    void anyOctetsAreARequestOrAProblem(byte[] octets) {
        try {
            Request request = Request.of(JSON.read(octets), JmapLimits.DEFAULT);
            assertThat(request.calls()).hasSizeLessThanOrEqualTo(JmapLimits.DEFAULT.maxCallsInRequest());
            List<Invocation> responses = new ArrayList<>();
            for (Invocation call : request.calls()) {
                resolve(call, responses);
            }
        } catch (Json.NoJsonException e) {
            assertThat(e.getMessage()).isNotNull();
        } catch (ProblemException e) {
            assertThat(e.problem().status()).isEqualTo(400);
        }
    }

    /** Every call is answered with its own arguments, so that the next one can refer to any value. */
    private static void resolve(Invocation call, List<Invocation> responses) {
        try {
            var resolved = new BackReferences(responses).resolve(call.arguments());
            assertThat(resolved.propertyNames())
                    .noneMatch(name -> name.isEmpty() && call.arguments().isEmpty());
            responses.add(new Invocation(call.name(), resolved, call.callId()));
        } catch (MethodException e) {
            assertThat(e.type()).isNotBlank();
        }
    }
}
