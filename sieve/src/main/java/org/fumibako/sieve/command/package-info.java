// SPDX-License-Identifier: Apache-2.0
/** The commands of Sieve, one class each: how it is read, and what it does. */
@NullMarked
package org.fumibako.sieve.command;

import org.jspecify.annotations.NullMarked;
