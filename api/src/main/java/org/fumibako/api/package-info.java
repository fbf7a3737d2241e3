// SPDX-License-Identifier: Apache-2.0
/**
 * HTTP for browsers and programs: one table of typed endpoints, from which come the routes, the rights, {@code api/openapi.json}
 * and the test of who may what.
 *
 * <p>To add an endpoint:
 *
 * <ol>
 *   <li>Write its request and response as records; a component that may be null is {@code @Nullable}.
 *   <li>Write a row with {@link org.fumibako.api.endpoint.Endpoint#of}: method and path, who may ({@code Access}), one line for
 *       people, the errors it has of its own, and the handler; a handler knows no HTTP.
 *   <li>A new refusal is a constant of {@code ErrorCode} with its sentences in both languages.
 *   <li>Put the row into its group's list; a new group is one line in {@link org.fumibako.api.Api}.
 *   <li>A new variable in a path needs its line in {@code MatrixTest}, or that test fails; a change that can be undone needs a
 *       {@code ChangeNote} in the registry.
 *   <li>Renew {@code api/openapi.json} with {@code ./fumibako openapi}.
 * </ol>
 */
@NullMarked
package org.fumibako.api;

import org.jspecify.annotations.NullMarked;
