// SPDX-License-Identifier: Apache-2.0
/** The tests of Sieve, one class each: how it is read, and what it asks. */
@NullMarked
package org.fumibako.sieve.tests;

import org.jspecify.annotations.NullMarked;
