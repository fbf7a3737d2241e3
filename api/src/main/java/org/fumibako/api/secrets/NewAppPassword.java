// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.secrets;

import java.util.List;
import org.fumibako.registry.AppScope;

/**
 * An app password that is wanted.
 *
 * @param name what its owner calls it, such as the device
 * @param uses through which doors, at least one
 * @param mayDelete whether it may delete and move messages
 */
record NewAppPassword(String name, List<AppScope.Use> uses, boolean mayDelete) {}
