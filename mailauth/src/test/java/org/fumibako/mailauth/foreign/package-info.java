// SPDX-License-Identifier: Apache-2.0
/**
 * Our signatures and seals, verified by programs that share no code with ours: dkimpy, OpenDKIM and npm's mailauth. They are no
 * part of a plain build; {@code ./fumibako test verifiers} installs the programs and runs them.
 */
package org.fumibako.mailauth.foreign;
