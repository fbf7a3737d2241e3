// SPDX-License-Identifier: Apache-2.0
/**
 * {@code fumibako admin}: one class a noun. A command runs inside the server; the process the operator started only carries
 * arguments, questions and output over the control socket, so that there is one program that changes the data.
 */
@org.jspecify.annotations.NullMarked
package org.fumibako.app.admin;
