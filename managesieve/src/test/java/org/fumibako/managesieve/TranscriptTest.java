// SPDX-License-Identifier: Apache-2.0
package org.fumibako.managesieve;

import java.util.stream.Stream;
import org.fumibako.testkit.TranscriptRunner;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class TranscriptTest {
    @TestFactory
    Stream<DynamicTest> transcripts() {
        return TranscriptRunner.tests("/transcripts", _ -> new House());
    }
}
