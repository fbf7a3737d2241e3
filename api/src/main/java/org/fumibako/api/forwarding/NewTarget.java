// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.forwarding;

/** An address to forward to. */
record NewTarget(String address) {}
