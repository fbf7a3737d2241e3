// SPDX-License-Identifier: Apache-2.0
/**
 * Fuzz targets for everything that reads the outside world, one package a module. A plain test run executes each target on its
 * seeds and on past findings ({@code src/test/resources/.../XFuzzInputs/method}); {@code JAZZER_FUZZ=1 mvn -pl fuzz -am test
 * -Dtest='MessageParserFuzz' -Dsurefire.failIfNoSpecifiedTests=false} goes looking for new ones. The corpus lies in {@code target/fuzz/.cifuzz-corpus} and grows with
 * each run; findings lie in {@code target/fuzz}.
 */
@org.jspecify.annotations.NullMarked
package org.fumibako.fuzz;
