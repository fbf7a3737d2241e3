// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.wire;

/** Ends a request with a {@link Problem}. */
public final class ProblemException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
