// SPDX-License-Identifier: Apache-2.0
/**
 * What words weigh for everybody. {@link org.fumibako.filter.weights.Trainer} learns {@link org.fumibako.filter.weights.Weights} from
 * messages whose kind is known, by logistic regression, and finds by cross-validation within those messages what sum is worth five
 * points; {@link org.fumibako.filter.weights.SharedBase} keeps them in a file.
 */
@NullMarked
package org.fumibako.filter.weights;

import org.jspecify.annotations.NullMarked;
