// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.session;

import java.util.List;

/** Where somebody is signed in; few, so it is the whole list. */
record OpenSessions(List<OpenSession> items, long total) {}
