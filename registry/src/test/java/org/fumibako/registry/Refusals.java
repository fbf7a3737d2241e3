// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.fumibako.registry.RegistryException.Reason;

/** What a refused change looks like. */
final class Refusals {
    private Refusals() {}

    /** Fails unless {@code change} is refused for {@code reason} in a sentence that contains {@code words}. */
    static void assertRefused(Reason reason, String words, ThrowingCallable change) {
        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(change)
                .withMessageContaining(words)
                .withMessageEndingWith(".")
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
