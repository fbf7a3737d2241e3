// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.secrets;

import java.util.List;

/** Those that can be used, oldest first. */
record AppPasswordViews(List<AppPasswordView> items, long total) {}
