// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.queue;

/** How many recipients it was done to. */
record Steered(long recipients) {}
