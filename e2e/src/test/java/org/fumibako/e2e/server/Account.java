// SPDX-License-Identifier: Apache-2.0
package org.fumibako.e2e.server;

/** A mail account and how to sign in to it. */
public record Account(String address, String password) {}
