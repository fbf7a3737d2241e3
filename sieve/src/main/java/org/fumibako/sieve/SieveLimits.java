// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve;

/**
 * How much a script may ask for. What goes over when it is read is refused with line and column; what goes over when it runs ends
 * the run, and the message is kept.
 *
 * @param scriptOctets size of one script in UTF-8
 * @param nesting blocks inside blocks and tests inside tests; both are read by recursion
 * @param nodes commands and tests of one script
 * @param listLength strings in one list
 * @param actions actions of one run: a message is stored or sent that often at most
 * @param redirects of one run; each sends mail in the account's name to whomever the script likes (RFC 5228 §10)
 * @param steps commands and tests that one run carries out, included scripts among them
 * @param work characters that one run compares or copies
 * @param stringLength characters of a string after its variables are put in (RFC 5229 §3 wants at least 4,000)
 * @param variables names that one run sets (RFC 5229 §3 wants at least 128)
 * @param includes scripts inside scripts (RFC 6609 §3.1)
 * @param bodyOctets of a message that {@code body} looks into
 */
public record SieveLimits(
        int scriptOctets,
        int nesting,
        int nodes,
        int listLength,
        int actions,
        int redirects,
        int steps,
        long work,
        int stringLength,
        int variables,
        int includes,
        int bodyOctets) {
    /** The longest scripts that people publish are some 50 KB; generated ones have a few hundred rules of ten nodes each. */
    public static final SieveLimits DEFAULT =
            new SieveLimits(256 * 1024, 32, 20_000, 5_000, 32, 4, 50_000, 200_000_000, 16_384, 256, 10, 1 << 20);
}
