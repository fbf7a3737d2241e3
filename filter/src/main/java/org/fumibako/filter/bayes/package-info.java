// SPDX-License-Identifier: Apache-2.0
/** Words and their counts: {@link org.fumibako.filter.bayes.SampleTokens} makes 64-bit tokens of a message, {@link org.fumibako.filter.bayes.Classifier} tells from counts how likely it is spam. */
@NullMarked
package org.fumibako.filter.bayes;

import org.jspecify.annotations.NullMarked;
