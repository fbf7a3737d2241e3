// SPDX-License-Identifier: Apache-2.0
/**
 * Tests of protocol servers: transcripts that people can read, small clients that send what they are told, and a DNS
 * ({@link FakeDns}) that says what it was told.
 *
 * <p>The clients share no code with the servers, so that both cannot be wrong in the same way. For tests only: its TLS trusts
 * everybody. Clients are confined to one thread and never wait longer than their deadline.
 *
 * <h2>Transcripts</h2>
 *
 * A transcript is a UTF-8 text file below {@code src/test/resources/transcripts}, with the protocol as its extension
 * ({@code .smtp}, {@code .imap}, {@code .pop3}). {@link TranscriptRunner} makes each one a test with a server of its own.
 *
 * <pre>
 * # A comment. Empty lines mean nothing.
 * S: +OK {{*}} ready            expect one line that matches
 * C: USER taro@example.test     send a line; CRLF is added
 * C:| A001 LOGIN                send as it stands, without CRLF
 * S:...                         skip lines until one matches the S: that follows
 * S:(                           the lines up to S:) come in any order
 * S: * 3 EXISTS
 * S: * FLAGS ({{*}})
 * S:)
 * C2: NOOP                      a second connection, opened when first used; up to 9
 * S2: +OK{{.*}}
 * CONNECT 3 TLS                 opens a connection; TLS: to the port with implicit TLS
 * STARTTLS 2                    begins TLS on connection 2; without a number, on 1
 * DISCONNECT                    closes the connection without ceremony
 * CLOSED                        expects that the server closes it, and sends nothing before
 * </pre>
 *
 * Only one space behind the colon is not part of the text. In both directions {@code \r}, {@code \n}, {@code \t},
 * {@code \\} and {@code \xNN} stand for octets, and these pieces may stand anywhere in a line:
 *
 * <table>
 * <caption>Pieces</caption>
 * <tr><td>{@code {{*}}}</td><td>any text (expected lines)</td></tr>
 * <tr><td>{@code {{\d+}}}</td><td>a regular expression (expected lines); its braces must balance</td></tr>
 * <tr><td>{@code {{uid=\d+}}}</td><td>the same, and what matched is kept as {@code uid}</td></tr>
 * <tr><td>{@code {{$uid}}}</td><td>what was kept, or what the test gave as a variable</td></tr>
 * <tr><td>{@code {{base64:text}}}</td><td>the text in Base64; variables and escapes inside it are replaced first</td></tr>
 * <tr><td>{@code {{repeat:1000:a}}}</td><td>a text many times</td></tr>
 * </table>
 */
@org.jspecify.annotations.NullMarked
package org.fumibako.testkit;
