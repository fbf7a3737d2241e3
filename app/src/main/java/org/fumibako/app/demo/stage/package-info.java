// SPDX-License-Identifier: Apache-2.0
/** Troubles for the demo, made with real connections, so that the doctor has something to find ({@code ./fumibako demo --stage E8}). */
@org.jspecify.annotations.NullMarked
package org.fumibako.app.demo.stage;
