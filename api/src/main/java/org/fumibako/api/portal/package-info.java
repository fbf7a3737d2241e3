// SPDX-License-Identifier: Apache-2.0
/** The account portal: contract, plan, domains. */
@NullMarked
package org.fumibako.api.portal;

import org.jspecify.annotations.NullMarked;
