// SPDX-License-Identifier: Apache-2.0
/** The checks, one a file. Each takes the parts that it looks at, and is safe for any number of threads. */
@NullMarked
package org.fumibako.doctor.check;

import org.jspecify.annotations.NullMarked;
