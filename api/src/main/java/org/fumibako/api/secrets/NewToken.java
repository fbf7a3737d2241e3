// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.secrets;

import java.util.List;
import org.fumibako.registry.TokenScope;

/**
 * An API token that is wanted.
 *
 * @param name what its owner calls it, such as the program
 * @param scopes at least one
 */
record NewToken(String name, List<TokenScope> scopes) {}
