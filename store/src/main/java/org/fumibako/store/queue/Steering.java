// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store.queue;

/** What people do to recipients in the queue. */
public enum Steering {
    /** Try what waits, now. */
    RETRY,
    /** Keep back what waits. */
    HOLD,
    /** Let what is held go on, now. */
    RELEASE,
    /** Take out what waits or is held; nobody is told. */
    CANCEL
}
